import type { ReferralInput } from '#libs/casework';
import { HOUR, instantAtLocal, localDate, MINUTE, plus, type Instant } from '#libs/domain';
import type { Arrival } from './arrivals';
import { UNFINISHED } from './stories';
import { attempt, conversation, firstCall, hours, type Story } from './story';

const DAY = 24 * HOUR;

/** A case made by hand: one of each thing that goes wrong (practice §2.8, end of §8.3). */
export interface Fixture {
  readonly arrival: Arrival;
  readonly story: Story;
  readonly change: Partial<ReferralInput>;
}

interface Around {
  readonly now: Instant;
  readonly days: number;
  readonly timezone: string;
}

/** Those whose day lies in the span that is told; a short span leaves the far ones out. */
export function fixtures(around: Around): readonly Fixture[] {
  const oldest = plus(around.now, -around.days * DAY);
  const newest = plus(around.now, -20 * MINUTE);
  return [...justIn(around), ...unfinished(around), ...people(around), ...calendarNights(around)].filter(
    ({ arrival }) => arrival.reportedAt >= oldest && arrival.submittedAt <= newest,
  );
}

/** Just in, with clocks that run whatever day of the week it is. */
function justIn({ now }: Around): readonly Fixture[] {
  return [50, 95, 170].map((minutes) => {
    const reportedAt = plus((now - (now % MINUTE)) as Instant, -(minutes + 25) * MINUTE);
    return {
      ...fixture(reportedAt, 0, UNTOUCHED),
      arrival: { reportedAt, submittedAt: plus(reportedAt, 25 * MINUTE) },
    };
  });
}

/** One of each story that is still open, days ago, so that every view of the board holds something. */
function unfinished({ now }: Around): readonly Fixture[] {
  return UNFINISHED.map(([, story], index) => {
    const hoursAgo = story.daysAgo === undefined ? 76 + 5 * index : story.daysAgo * 24;
    return fixture(plus(wholeHour(now), -hoursAgo * HOUR), 3, story);
  });
}

const REACHED: Story = { name: 'reached', steps: (given) => conversation(firstCall(given), given) };
const UNTOUCHED: Story = { name: 'nobody has called yet', steps: () => [] };

/** Reports at hours that calendars get wrong: both clock changes, Christmas, Easter. */
function calendarNights({ now, timezone }: Around): readonly Fixture[] {
  const thisYear = Number(localDate(now, timezone).slice(0, 4));
  return [thisYear - 2, thisYear - 1, thisYear].flatMap((year) => {
    const at = (date: string, time: string, repeated: 'earlier' | 'later' = 'earlier') =>
      localInstant({ date, time, timezone, repeated });
    const spring = lastSunday(year, 3);
    const autumn = lastSunday(year, 10);
    return [
      at(spring, '01:30'),
      at(autumn, '01:30'),
      at(autumn, '01:30', 'later'),
      at(`${year}-12-25`, '15:20'),
      at(`${year}-12-24`, '16:45'),
      at(easterSunday(year), '11:10'),
    ].map((reportedAt) => fixture(reportedAt, 3, REACHED));
  });
}

/** People whom a rule must not forget; the newest are open on the day the demonstration begins. */
function people({ now, timezone }: Around): readonly Fixture[] {
  const ago = (count: number): Instant => plus(wholeHour(now), -count * HOUR);
  const born = (years: number, days: number) =>
    ({ kind: 'born', bornOn: yearsBefore(localDate(plus(now, days * DAY), timezone), years) }) as const;
  const crimeReference = 'ZZ/777001/00';
  const second = ago(30);
  return [
    fixture(ago(52), 4, UNTOUCHED, { age: born(15, -200), nameToAskFor: 'Sample Fledgling Fifteen' }),
    fixture(ago(76), 5, REACHED, { age: born(12, -120), nameToAskFor: 'Sample Fledgling Twelve' }),
    fixture(ago(100), 3, REACHED, { age: born(18, 9), nameToAskFor: 'Sample Nearly Eighteen' }),
    fixture(plus(second, -10 * MINUTE), 1, UNTOUCHED, { crimeReference, nameToAskFor: 'Sample Twice Told' }),
    fixture(second, 1, UNTOUCHED, { crimeReference, nameToAskFor: 'Sample Twice Told' }),
    fixture(ago(26), 2, UNTOUCHED, {
      dangers: ['danger-now'],
      suspectAccess: ['lives-there', 'can-reach-phone'],
      relationship: 'partner',
      nameToAskFor: 'Sample Shared Roof',
    }),
    fixture(ago(70), 6, INTERPRETED, { languageNeed: 'bsl', nameToAskFor: 'Sample Signing Heron' }),
    fixture(ago(28), 3, UNTOUCHED, { languageNeed: 'interpreter', nameToAskFor: 'Sample Interpreter First' }),
    fixture(ago(31), 2, UNTOUCHED, {
      route: null,
      alternative: { kind: 'ask-again', by: plus(now, 20 * HOUR) },
      nameToAskFor: 'Sample No Number',
    }),
    fixture(ago(300), 8, REDIRECTED, { nameToAskFor: 'Sample Moved Away' }),
    fixture(ago(58), 26, UNTOUCHED, {
      safeTimes: ['weekday-evenings'],
      nameToAskFor: 'Sample Evenings Only',
    }),
    fixture(ago(12 * 24), 9 * 24, UNTOUCHED_LATE, { nameToAskFor: 'Sample Late Paper' }),
  ];
}

const INTERPRETED: Story = {
  name: 'interpreter booked before the first call',
  steps: (given) => {
    const at = firstCall(given);
    return [
      { at, act: { kind: 'interpreter', inHours: 6 } },
      ...conversation(given.working(hours(at, 6.1)), given),
    ];
  },
};
const REDIRECTED: Story = {
  name: 'moved to another county, acknowledged there',
  steps: (given) => {
    const at = firstCall(given);
    return [
      { at, act: attempt('spoke') },
      { at: hours(at, 1), act: { kind: 'redirect' } },
      { at: given.working(hours(at, 30)), act: { kind: 'acknowledge-redirect' } },
    ];
  },
};
/** The service was down: typed in from paper long after both limbs had passed. */
const UNTOUCHED_LATE: Story = { ...REACHED, name: 'entered late' };

function fixture(
  reportedAt: Instant,
  lagHours: number,
  story: Story,
  change: Partial<ReferralInput> = {},
): Fixture {
  return { arrival: { reportedAt, submittedAt: hours(reportedAt, lagHours) }, story, change };
}

function localInstant(place: {
  date: string;
  time: string;
  timezone: string;
  repeated: 'earlier' | 'later';
}): Instant {
  const found = instantAtLocal({ ...place, missing: 'after' });
  if (found.kind === 'refused') throw new Error(`no such time: ${place.date} ${place.time}`);
  return found.at;
}

/** ISO date of the last Sunday of a month, 1 to 12: the days on which the clocks change. */
export function lastSunday(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}

/** ISO date of Easter Sunday, by the Gregorian computus. */
export function easterSunday(year: number): string {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const moon =
    epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = moon - weekday;
  return new Date(Date.UTC(year, 2, 28 + offset)).toISOString().slice(0, 10);
}

function yearsBefore(date: string, years: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year - years, month - 1, day)).toISOString().slice(0, 10);
}

function wholeHour(at: Instant): Instant {
  return (at - (at % HOUR)) as Instant;
}
