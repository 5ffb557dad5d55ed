import fc from 'fast-check';
import { instant, isoOf, plus, type Instant, type OpeningHours } from '../time';
import type { Limb } from './policy';
import { hoursUnder, proclaim, withHolidays } from './proclaim';
import { computeDue, ledgerInputs, type DeadlineInputs } from './version';

const NINE_TO_FIVE = [['09:00', '17:00']] as const;
const desk: OpeningHours = {
  timezone: 'Europe/London',
  schedule: { mon: NINE_TO_FIVE, tue: NINE_TO_FIVE, wed: NINE_TO_FIVE, thu: NINE_TO_FIVE, fri: NINE_TO_FIVE },
  holidays: ['2026-04-03', '2026-04-06'],
};
const nextDay: Limb = {
  id: '1wd',
  kind: 'working-day',
  reading: 'A',
  days: 1,
  closesAt: '17:00',
  warnSecondsBefore: [],
};

function inputs(startedAt: Instant, limb: Limb = nextDay): DeadlineInputs {
  return {
    startedAt,
    limb,
    policyId: 'sample-promise',
    policyVersion: 1,
    calendarId: 'sample-desk',
    calendarVersion: 1,
    hours: desk,
    tzdata: '',
  };
}

function dueOf(given: DeadlineInputs): Instant {
  const due = computeDue(given);
  if (due.kind === 'refused') throw new Error(due.reason);
  return due.at;
}

const move = (given: DeadlineInputs, dates: readonly string[]) =>
  proclaim(given, { hours: desk, dueAt: dueOf(given), proclaimed: { calendarVersion: 2, dates } });

describe('a bank holiday proclaimed after a clock started', () => {
  it.each([
    ['Friday 6 March 10:00', '2026-03-06T10:00:00Z', '2026-03-09', '2026-03-10T17:00:00.000Z'],
    ['Friday 16 September 2022', '2022-09-16T11:00:00Z', '2022-09-19', '2022-09-20T16:00:00.000Z'],
    ['Thursday before Easter', '2026-04-02T14:00:00Z', '2026-04-07', '2026-04-08T16:00:00.000Z'],
  ])('moves a clock started on %s', (_day, started, holiday, due) => {
    const moved = move(inputs(instant(started)), [holiday]);
    expect(moved && isoOf(moved.dueAt)).toBe(due);
    expect(moved?.inputs.proclaimed).toEqual({ calendarVersion: 2, dates: [holiday] });
  });

  it.each([
    ['before it starts', '2026-03-05'],
    ['after it is due', '2026-03-11'],
    ['on a day the desk is closed', '2026-03-08'],
    ['that the calendar has already', '2026-04-03'],
  ])('leaves a clock alone when the holiday is %s', (_why, holiday) => {
    expect(move(inputs(instant('2026-03-06T10:00:00Z')), [holiday])).toBeNull();
  });

  it('never moves a limb that counts every hour', () => {
    const limb: Limb = { id: '24h', kind: 'elapsed', seconds: 86_400, warnSecondsBefore: [] };
    expect(move(inputs(instant('2026-03-06T10:00:00Z'), limb), ['2026-03-07'])).toBeNull();
  });

  it('P2 leaves a ledger row that gives the moved instant from itself alone, and moves nothing twice', () => {
    const day = 86_400_000;
    const starts = fc.integer({ min: 0, max: 300 * 24 * 60 }).map((minutes) => {
      return plus(instant('2026-01-05T00:00:00Z'), minutes * 60_000);
    });
    const readings = fc.constantFrom('A', 'B', 'C');
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 6 }), readings, (startedAt, after, reading) => {
        const limb = { ...nextDay, reading } as Limb;
        const holiday = isoOf(plus(startedAt, after * day)).slice(0, 10);
        const given = inputs(startedAt, limb);
        const moved = move(given, [holiday]);
        if (moved === null) return;
        expect(moved.dueAt).toBeGreaterThan(dueOf(given));
        expect(dueOf(ledgerInputs(moved.inputs, moved.dueAt))).toBe(moved.dueAt);
        const proclaimed = { calendarVersion: 2, dates: [holiday] };
        expect(proclaim(moved.inputs, { hours: desk, dueAt: moved.dueAt, proclaimed })).toBeNull();
      }),
    );
  });

  it('goes with the clock when its hours are looked up again', () => {
    const moved = move(inputs(instant('2026-03-06T10:00:00Z')), ['2026-03-09']);
    expect(hoursUnder(moved!.inputs, desk).holidays).toEqual(['2026-03-09', '2026-04-03', '2026-04-06']);
    expect(withHolidays(desk, ['2026-03-09'])).toBe(withHolidays(desk, ['2026-03-09']));
    expect(hoursUnder({}, desk)).toBe(desk);
  });
});
