import type { ReferralInput } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import {
  buildCalendar,
  HOUR,
  isOpen,
  MINUTE,
  nextOpening,
  plus,
  wholeSecond,
  type Instant,
  type WorkingCalendar,
} from '#libs/domain';
import { inventedReferral } from './people';
import type { Chance } from './random';
import { STORIES, type Step, type Story } from './story';

const DAY = 24 * HOUR;

/** One invented referral and what becomes of it, up to now. */
export interface PlannedCase {
  readonly submittedAt: Instant;
  readonly officer: number;
  readonly input: ReferralInput;
  readonly steps: readonly Step[];
}

export interface PlanOptions {
  readonly pack: AreaPack;
  readonly chance: Chance;
  readonly count: number;
  readonly days: number;
  readonly now: Instant;
}

/** Plans stories whose reports lie in the last days before now; the newest of them are still being told. */
export function planCases({ pack, chance, count, days, now }: PlanOptions): readonly PlannedCase[] {
  const desk = deskOf(pack);
  const districts = pack.districts.map(({ code }) => code);
  const planned = Array.from({ length: count }, (_, index) => {
    const story = chance.weighted(STORIES);
    const age = index < count * 0.15 ? chance.between(1, 30) * HOUR : chance.between(1, days) * DAY;
    const reportedAt = wholeSecond(plus(now, -Math.round(age / MINUTE) * MINUTE));
    const submittedAt = Math.min(plus(reportedAt, handoverLag(chance)), plus(now, -20 * MINUTE)) as Instant;
    const given = {
      reportedAt: Math.min(reportedAt, submittedAt) as Instant,
      withoutNumber: story.withoutNumber ?? false,
      danger: story.danger ?? chance.next() < 0.1,
    };
    const input = inventedReferral({ chance, districts, serial: index + 1 }, given);
    const opening = isOpen(desk, submittedAt) ? submittedAt : openingAfter(desk, submittedAt);
    const told = [...story.steps({ opening, chance }), ...endings({ story, opening, chance })];
    const steps = told.filter(({ at }) => at < plus(now, -5 * MINUTE));
    return { submittedAt, officer: index % 2, input, steps };
  });
  return planned.toSorted((a, b) => a.submittedAt - b.submittedAt);
}

/** Most cases find an owner, and whoever a story leaves without a conversation is reached days later after all. */
function endings({
  story,
  opening,
  chance,
}: {
  story: Story;
  opening: Instant;
  chance: Chance;
}): readonly Step[] {
  const taken: Step = { at: plus(opening, 4 * MINUTE), act: { kind: 'take' } };
  const spoken: Step = {
    at: plus(opening, Math.round(chance.between(50, 140)) * HOUR),
    act: { kind: 'attempt', outcome: 'spoke', late: 2 * MINUTE, anotherWay: true },
  };
  return [
    ...(chance.next() < 0.7 ? [taken] : []),
    ...(story.openEnded && chance.next() < 0.93 ? [spoken] : []),
  ];
}

/** The duty lead looks at what is open a quarter past each opening and before going home; today's are still open. */
export function leadsRounds({
  pack,
  days,
  now,
}: Pick<PlanOptions, 'pack' | 'days' | 'now'>): readonly Instant[] {
  const desk = deskOf(pack);
  const rounds: Instant[] = [];
  for (let at = openingAfter(desk, plus(now, -(days + 3) * DAY)); at < plus(now, -8 * HOUR);) {
    rounds.push(plus(at, 15 * MINUTE), plus(at, 8 * HOUR + 35 * MINUTE));
    at = openingAfter(desk, plus(at, 12 * HOUR));
  }
  return rounds.filter((at) => at < plus(now, -8 * HOUR));
}

/** Log-normal, median five hours, nine in ten within thirty (practice §8.3, an assumption), in milliseconds. */
function handoverLag(chance: Chance): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
  return Math.round(5 * Math.exp(1.4 * normal) * 60) * MINUTE;
}

function deskOf(pack: AreaPack): WorkingCalendar {
  const [calendar] = pack.calendars;
  const built = calendar && buildCalendar(calendar.hours);
  if (built?.kind !== 'built') throw new Error('an area pack has a desk calendar');
  return built.calendar;
}

function openingAfter(desk: WorkingCalendar, at: Instant): Instant {
  const opening = nextOpening(desk, at);
  if (opening.kind === 'refused') throw new Error(`the desk never opens again: ${opening.reason}`);
  return opening.at;
}
