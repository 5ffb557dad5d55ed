import type { ReferralInput } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import {
  buildCalendar,
  HOUR,
  isOpen,
  MINUTE,
  nextOpening,
  plus,
  type Instant,
  type OpeningHours,
  type WorkingCalendar,
} from '#libs/domain';
import { arrivals, type Arrival } from './arrivals';
import { districtShares } from './district-shares';
import { throughADoor } from './doors';
import { fixtures } from './fixtures';
import { inventedReferral } from './people';
import type { PlannedCase } from './planned-case';
import type { Chance } from './random';
import { withPeopleKnown } from './second-referrals';
import { STORIES, UNFINISHED } from './stories';
import { attempt, type Staging, type Step, type Story } from './story';
import type { YearSettings } from './year-settings';

const DAY = 24 * HOUR;
/** Whoever was referred longer ago has been reached, or has chosen, or enough was tried. */
const ALL_SETTLED = 21 * DAY;
/** Of the last days, how much is told as still open. */
const STILL_OPEN = { days: 4, share: 0.6 };

/** A handful of referrals is not made of curiosities alone. */
const MOST_BY_HAND = 0.25;

export interface PlanOptions {
  readonly pack: AreaPack;
  readonly settings: YearSettings;
  readonly chance: Chance;
  readonly count: number;
  readonly days: number;
  readonly now: Instant;
}

/** Plans stories whose referrals lie in the days before now, hand-made ones among them, oldest first. */
export function planCases(options: PlanOptions): readonly PlannedCase[] {
  const { pack, chance, now } = options;
  const { timezone } = deskHours(pack);
  const made = fixtures({ ...options, timezone }).slice(0, Math.floor(options.count * MOST_BY_HAND));
  const count = options.count - made.length;
  const rest = arrivals({ ...options, timezone, count }).map((arrival) => {
    const age = now - arrival.submittedAt;
    const open = age < STILL_OPEN.days * DAY && chance.next() < STILL_OPEN.share;
    return { arrival, story: chance.weighted(open ? UNFINISHED : STORIES), change: {} };
  });
  const desk = workingHours(options);
  const planned = [...made, ...rest]
    .toSorted((a, b) => a.arrival.submittedAt - b.arrival.submittedAt)
    .map((invented, index) => plannedCase({ ...invented, desk, index }, options));
  return withPeopleKnown(planned);
}

interface Invented {
  readonly arrival: Arrival;
  readonly story: Story;
  readonly change: Partial<ReferralInput>;
  readonly desk: WorkingCalendar;
  readonly index: number;
}

function plannedCase(
  { arrival, story, change, desk, index }: Invented,
  { pack, settings, chance, now }: PlanOptions,
): PlannedCase {
  const { submittedAt, reportedAt } = arrival;
  const wishes = { reportedAt, withoutNumber: story.withoutNumber ?? false, danger: story.danger ?? null };
  const districts = districtShares(pack, submittedAt);
  const police = { ...inventedReferral({ chance, settings, districts }, wishes, index + 1), ...change };
  const { by, input } = throughADoor(police, { chance, submittedAt, fixed: Object.keys(change).length > 0 });
  const staging: Staging = {
    now,
    opening: workingAt(desk, plus(submittedAt, 2 * MINUTE)),
    chance,
    working: (at) => workingAt(desk, at),
  };
  const settled = now - submittedAt > ALL_SETTLED;
  const told = [...story.steps(staging), ...endings({ story, staging, settled })];
  const steps = told.filter(({ at }) => at > submittedAt && at < plus(now, -5 * MINUTE));
  return { submittedAt, by, input, steps: steps.toSorted((a, b) => a.at - b.at) };
}

/** Most cases find an owner, and whoever a story leaves without a conversation is reached days later after all. */
function endings({
  story,
  staging: { opening, chance, working },
  settled,
}: {
  story: Story;
  staging: Staging;
  settled: boolean;
}): readonly Step[] {
  const taken: Step = { at: plus(opening, 4 * MINUTE), act: { kind: 'take' } };
  const spoken: Step = {
    at: working(plus(opening, Math.round(chance.between(62, 140)) * HOUR)),
    act: { ...attempt('spoke'), anotherWay: true },
  };
  return [
    ...(settled || chance.next() < 0.7 ? [taken] : []),
    ...(story.openEnded && (settled || chance.next() < 0.8) ? [spoken] : []),
  ];
}

/** The duty lead looks at what is open a quarter past each opening and before going home; today's are still open. */
export function leadsRounds({
  pack,
  days,
  now,
}: Pick<PlanOptions, 'pack' | 'days' | 'now'>): readonly Instant[] {
  const desk = calendarOf(deskHours(pack));
  const rounds: Instant[] = [];
  for (let at = nextOf(desk, plus(now, -(days + 3) * DAY)); at < plus(now, -8 * HOUR);) {
    rounds.push(plus(at, 15 * MINUTE), plus(at, 8 * HOUR + 35 * MINUTE));
    at = nextOf(desk, plus(at, 12 * HOUR));
  }
  return rounds.filter((at) => at < plus(now, -8 * HOUR));
}

function workingHours({ pack, settings }: PlanOptions): WorkingCalendar {
  const hours = deskHours(pack);
  if (settings.staffing === 'desk-hours') return calendarOf(hours);
  const day = hours.schedule.mon ?? [];
  const schedule = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
  return calendarOf({ ...hours, schedule, holidays: [] });
}

function deskHours(pack: AreaPack): OpeningHours {
  const [calendar] = pack.calendars;
  if (!calendar) throw new Error('an area pack has a desk calendar');
  return calendar.hours;
}

function calendarOf(hours: OpeningHours): WorkingCalendar {
  const built = buildCalendar(hours);
  if (built.kind !== 'built') throw new Error('an area pack has a sound desk calendar');
  return built.calendar;
}

function workingAt(desk: WorkingCalendar, at: Instant): Instant {
  return isOpen(desk, at) ? at : nextOf(desk, at);
}

function nextOf(desk: WorkingCalendar, at: Instant): Instant {
  const opening = nextOpening(desk, at);
  if (opening.kind === 'refused') throw new Error(`the desk never opens again: ${opening.reason}`);
  return opening.at;
}
