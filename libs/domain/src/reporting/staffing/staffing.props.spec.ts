import fc from 'fast-check';
import {
  buildCalendar,
  instant,
  plus,
  type Instant,
  type OpeningHours,
  type WorkingCalendar,
} from '../../time';
import {
  staffedHours,
  replayed,
  staffingCells,
  STAFFING_PATTERNS,
  type StaffingFact,
  type TimedAct,
} from '.';

const DESK: OpeningHours = {
  timezone: 'Europe/London',
  schedule: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    thu: [['09:00', '17:00']],
    fri: [['09:00', '16:00']],
  },
  holidays: ['2026-04-03', '2026-04-06'],
  dateOverrides: { '2026-04-02': [['10:00', '15:00']], '2026-04-06': [['10:00', '12:00']] },
  knownUntil: '2027-12-31',
};
const SEVEN_DAYS = staffedHours({ daysOff: 'staffed', until: null }, DESK);
const MINUTE = 60_000;

function calendar(hours: OpeningHours): WorkingCalendar {
  const built = buildCalendar(hours);
  if (built.kind === 'refused') throw new Error(built.reason);
  return built.calendar;
}

const under = (hours: OpeningHours) =>
  STAFFING_PATTERNS.map((pattern) => ({ id: pattern.id, calendar: calendar(staffedHours(pattern, hours)) }));

/** Around the clock change of 29 March and the Easter weekend, to the second. */
const START = instant('2026-03-26T00:00:00Z') as Instant;
const act: fc.Arbitrary<TimedAct> = fc
  .record({
    start: fc.integer({ min: 0, max: 14 * 24 * 60 * 60 }),
    until: fc.integer({ min: 1, max: 6 * 24 * 60 * 60 }),
    taken: fc.integer({ min: 0, max: 8 * 24 * 60 * 60 * 1_000 }),
  })
  .map(({ start, until, taken }) => {
    const startedAt = plus(START, start * 1_000);
    const dueAt = plus(startedAt, until * 1_000);
    const at = plus(startedAt, taken);
    return { startedAt, dueAt, at, inTime: at <= dueAt };
  });

describe('a replay under other staffing', () => {
  it.each([
    ['the desk', DESK],
    ['a desk of seven days', SEVEN_DAYS],
  ])('under the hours that really were is what really was: %s', (_name, hours) => {
    const real = calendar(hours);
    fc.assert(
      fc.property(act, (one) => {
        expect(replayed(one, { real, other: calendar(hours) }).inTime).toBe(one.inTime);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['the desk', DESK],
    ['a desk of seven days', SEVEN_DAYS],
  ])('is never worse for more staffed hours: %s', (_name, hours) => {
    const real = calendar(hours);
    const [, fewest, more, most] = under(hours);
    fc.assert(
      fc.property(act, (one) => {
        const met = [fewest, more, most].map(
          (pattern) => replayed(one, { real, other: pattern!.calendar }).inTime,
        );
        expect(met).toEqual(met.toSorted());
        if (one.inTime) expect(met.slice(1)).toEqual([true, true]);
        if (!one.inTime) expect(met[0]).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never better for a nearer deadline or a slower act', () => {
    const real = calendar(SEVEN_DAYS);
    const other = calendar(DESK);
    fc.assert(
      fc.property(act, fc.nat(24 * 60), (one, minutes) => {
        const dueAt = plus(one.dueAt, minutes * MINUTE);
        const later = { ...one, dueAt, inTime: one.at <= dueAt };
        if (replayed(one, { real, other }).inTime) expect(replayed(later, { real, other }).inTime).toBe(true);
      }),
    );
  });

  it.each([
    // Friday 16:00 local (summer time) to Monday 10:00: an hour of Friday is left at this desk, closing at 16:00.
    ['2026-03-20T15:00:00Z', '2026-03-23T10:00:00Z', '2026-03-21T15:00:00Z', [false, false, true, true]],
    // Reported at 21:00, tried at 09:30 next day, in time already.
    ['2026-03-24T21:00:00Z', '2026-03-25T09:30:00Z', '2026-03-25T21:00:00Z', [true, true, true, true]],
    // Good Friday and Easter Monday are days off: Thursday evening to Tuesday 09:00 local.
    ['2026-04-02T17:00:00Z', '2026-04-07T09:00:00Z', '2026-04-03T17:00:00Z', [false, false, true, true]],
    // Eight hours and five minutes of staffed time: only longer days bring them within 24 hours.
    ['2026-03-23T09:00:00Z', '2026-03-24T09:05:00Z', '2026-03-23T18:00:00Z', [false, false, false, true]],
  ])('of %s, done %s and due %s', (start, done, due, expected) => {
    const [startedAt, at, dueAt] = [start, done, due].map((text) => instant(text) as Instant);
    const one = { startedAt: startedAt!, at: at!, dueAt: dueAt!, inTime: at! <= dueAt! };
    const real = calendar(DESK);
    expect(under(DESK).map(({ calendar: other }) => replayed(one, { real, other }).inTime)).toEqual(expected);
  });

  it('leaves where it was what came outside the hours, or after the known bank holidays', () => {
    const [real, other] = [calendar(DESK), calendar(SEVEN_DAYS)];
    const at = (text: string) => instant(text) as Instant;
    const late = { startedAt: at('2026-03-20T10:00:00Z'), dueAt: at('2026-03-21T10:00:00Z'), inTime: false };
    const sunday = { ...late, at: at('2026-03-22T10:00:00Z') };
    expect(replayed(sunday, { real, other })).toEqual({ inTime: false, left: 'outside-the-hours' });
    const known = calendar({ ...DESK, knownUntil: '2026-03-20' });
    const monday = { ...late, at: at('2026-03-23T10:00:00Z') };
    expect(replayed(monday, { real, other })).toEqual({ inTime: true, left: null });
    expect(replayed(monday, { real, other: known })).toEqual({ inTime: false, left: 'not-known' });
  });
});

describe('the cells of a replay', () => {
  const fact: fc.Arbitrary<StaffingFact> = fc
    .record({
      act,
      state: fc.constantFrom('open', 'cancelled', 'decided'),
      spoken: fc.boolean(),
      hours: fc.constantFrom(DESK, SEVEN_DAYS, null),
      count: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ act: { startedAt, dueAt, at, inTime }, state, spoken, hours, count }) => {
      const decided = spoken && inTime ? 'met' : 'missed';
      const tried = inTime ? 'in-time' : 'late';
      return {
        monthOn: '2026-03-01',
        limb: '24h',
        state: state === 'decided' ? decided : state,
        firstAttempt: state === 'cancelled' ? null : tried,
        startedAt,
        dueAt,
        conversationAt: state === 'decided' && spoken ? at : null,
        attemptAt: at,
        hours,
        count,
      } as const;
    });

  it('are as it was what the figure says, and out of the same referrals under every pattern', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 40 }), (facts) => {
        const cells = staffingCells(facts);
        const of = (value: string, measure: string, ...buckets: string[]) =>
          cells
            .filter(
              (cell) => cell.value === value && cell.measure === measure && buckets.includes(cell.bucket),
            )
            .reduce((sum, { count }) => sum + count, 0);
        const real = (wanted: (one: StaffingFact) => boolean) =>
          facts.filter(wanted).reduce((sum, { count }) => sum + count, 0);
        expect(of('as-it-was', 'staffing-promise', 'met')).toBe(real(({ state }) => state === 'met'));
        expect(of('as-it-was', 'staffing-attempt', 'in-time')).toBe(
          real(({ firstAttempt }) => firstAttempt === 'in-time'),
        );
        const decided = real(({ state }) => state === 'met' || state === 'missed');
        const met = STAFFING_PATTERNS.map(({ id }) => {
          expect(of(id, 'staffing-promise', 'met', 'missed')).toBe(decided);
          expect(of(id, 'staffing-promise', 'met', 'missed', 'open', 'cancelled')).toBe(real(() => true));
          expect(of(id, 'staffing-attempt', 'in-time', 'late', 'none', 'not-yet', 'cancelled')).toBe(
            real(() => true),
          );
          return of(id, 'staffing-promise', 'met');
        });
        const [asItWas = 0, fewest = 0, more = 0, most = 0] = met;
        expect([fewest, asItWas, more, most]).toEqual(
          [fewest, asItWas, more, most].toSorted((one, other) => one - other),
        );
      }),
    );
  });
});
