import fc from 'fast-check';
import { instant, isoSecondsOf, localDate, plus, SECOND, type Instant } from '../time';
import { daysLater } from '../data-protection/dates';
import type { Limit } from './catalogue';
import { dutyDue, ledgerOf, type DutyInputs } from './due';
import { CALENDAR } from './duties.samples';
import { explainDutyDue } from './explain-due';

const days = (value: number): Limit => ({ unit: 'working_day', value });

/** A row as the ledger keeps it: with no more holidays than lie between start and due. */
function rowOf(startedAt: string | Instant, limit: Limit, change: Partial<DutyInputs> = {}): DutyInputs {
  const inputs: DutyInputs = {
    startedAt: typeof startedAt === 'string' ? instant(startedAt) : startedAt,
    limit,
    timing: 'standard',
    codeVersion: '2021',
    entitlementId: 'R6.4',
    calendarId: 'sample',
    calendarVersion: 1,
    calendar: CALENDAR,
    tzdata: 'sample',
    standard: limit,
    grantedAt: null,
    ...change,
  };
  return JSON.parse(JSON.stringify(ledgerOf(inputs, dutyDue(inputs)))) as DutyInputs;
}

/** The working as somebody reads it aloud. */
const read = (row: DutyInputs) =>
  explainDutyDue(row).days.map(({ from, to, reason, workingDay }) =>
    [from === to ? from : `${from} to ${to}`, reason, ...(workingDay === null ? [] : [workingDay])].join(' '),
  );

describe('the working of a limit of the Code', () => {
  it('skips Good Friday, the weekend and Easter Monday, each with its reason', () => {
    expect(read(rowOf('2027-03-25T14:00:00Z', days(2)))).toEqual([
      '2027-03-25 day-of-start',
      '2027-03-26 holiday',
      '2027-03-27 non-working-day',
      '2027-03-28 non-working-day',
      '2027-03-29 holiday',
      '2027-03-30 working-day 1',
      '2027-03-31 working-day 2',
    ]);
  });

  it('takes a start at a weekend as day 0, and a start at ten to midnight in London as of that day', () => {
    expect(read(rowOf('2027-03-06T10:00:00Z', days(1)))).toEqual([
      '2027-03-06 day-of-start',
      '2027-03-07 non-working-day',
      '2027-03-08 working-day 1',
    ]);
    expect(read(rowOf('2026-07-06T22:50:00Z', days(1)))[0]).toBe('2026-07-06 day-of-start');
    expect(read(rowOf('2026-07-06T23:10:00Z', days(1)))[0]).toBe('2026-07-07 day-of-start');
  });

  it('counts days, months and years alike, whatever days they are', () => {
    expect(read(rowOf('2026-11-30T10:00:00Z', { unit: 'month', value: 3 }))).toEqual([
      '2026-11-30 day-of-start',
      '2026-12-01 to 2027-02-28 calendar-days',
    ]);
    expect(read(rowOf('2026-12-01T10:00:00Z', { unit: 'day', value: 28 }))[1]).toBe(
      '2026-12-02 to 2026-12-29 calendar-days',
    );
  });

  it('says which limit holds where Enhanced Rights came late: the shorter one from the grant, never a longer one', () => {
    const late = (grantedAt: string) =>
      rowOf('2027-03-05T10:00:00Z', days(1), {
        timing: 'enhanced',
        standard: days(5),
        grantedAt: instant(grantedAt),
      });
    const early = explainDutyDue(late('2027-03-09T10:00:00Z'));
    expect(early).toMatchObject({ from: 'from-the-grant', startedAt: instant('2027-03-09T10:00:00Z') });
    expect(isoSecondsOf(early.dueAt)).toBe('2027-03-10T23:59:59Z');
    const lastDay = explainDutyDue(late('2027-03-12T10:00:00Z'));
    expect(lastDay).toMatchObject({ from: 'standard', limit: days(5) });
    expect(isoSecondsOf(lastDay.dueAt)).toBe('2027-03-12T23:59:59Z');
    expect(lastDay.days.at(-1)).toMatchObject({ to: '2027-03-12', workingDay: 5 });
  });

  it('P2 lets a reader come to the same instant again from the lines alone, whatever the row', () => {
    const when = fc
      .integer({ min: 0, max: 24 * 250 })
      .map((hours) => plus(instant('2026-11-01T00:30:00Z'), hours * 3_600 * SECOND));
    const limit = fc.record({
      unit: fc.constantFrom('working_day', 'day', 'month', 'year'),
      value: fc.integer({ min: 1, max: 20 }),
    } as const);
    fc.assert(
      fc.property(when, limit, fc.integer({ min: -20, max: 400 }), (startedAt, one, hours) => {
        const grantedAt = hours > 0 ? plus(startedAt, hours * 3_600 * SECOND) : null;
        const shorter: Limit = { ...one, value: Math.max(1, one.value - 4) };
        const row = rowOf(startedAt, shorter, { timing: 'enhanced', standard: one, grantedAt });
        const working = explainDutyDue(row);
        expect(working.dueAt).toBe(dutyDue(row));
        const { timezone } = row.calendar;
        const [first] = working.days;
        expect(first).toMatchObject({ from: localDate(working.startedAt, timezone), counted: 0 });
        expect(working.days.reduce((sum, { counted }) => sum + counted, 0)).toBe(working.limit.value);
        for (const [index, line] of working.days.slice(1).entries())
          expect(line.from).toBe(daysLater(working.days[index]?.to ?? '', 1));
        expect(working.days.at(-1)?.to).toBe(localDate(working.dueAt, timezone));
        for (const { from, reason } of working.days) {
          const weekend = [0, 6].includes(new Date(`${from}T12:00:00Z`).getUTCDay());
          if (reason === 'holiday') expect(row.calendar.holidays).toContain(from);
          if (reason === 'non-working-day') expect(weekend).toBe(true);
          if (reason === 'working-day')
            expect([weekend, row.calendar.holidays.includes(from)]).toEqual([false, false]);
        }
      }),
    );
  });
});
