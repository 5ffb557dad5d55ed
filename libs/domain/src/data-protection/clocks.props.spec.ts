import fc from 'fast-check';
import { accessDue } from './access-clock';
import { ACKNOWLEDGE_DAYS, acknowledgeBy } from './complaint-clock';
import { daysBetween, daysLater, monthsLater, workingDateFrom } from './dates';

const HOLIDAYS = {
  holidays: ['2026-04-03', '2026-04-06', '2026-12-25', '2026-12-28'],
  knownUntil: '2040-12-31',
};
const dates = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const due = (receivedOn: string, stopped: number, extended: boolean) => {
  const fromOn = daysLater(receivedOn, 1)!;
  const waits = stopped === 0 ? [] : [{ fromOn, untilOn: daysLater(fromOn, stopped)! }];
  const answer = accessDue({ receivedOn, stopped: waits, extended }, HOLIDAYS);
  if (answer.kind !== 'date') throw new Error(answer.kind);
  return answer.on;
};

describe('the clocks of requests', () => {
  it('a month later is in the next month, on the same day or on its last', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 24 }), (date, months) => {
        const later = monthsLater(date, months)!;
        const [year, month] = date.split('-').map(Number) as [number, number];
        const [y, m] = later.split('-').map(Number) as [number, number];
        expect(y * 12 + m).toBe(year * 12 + month + months);
        const next = daysLater(later, 1)!;
        expect(later.slice(8) === date.slice(8) || next.endsWith('-01')).toBe(true);
        expect(later.slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });

  it('a due day is a working day, at most four days on where no holidays cluster, never before the month is over', () => {
    fc.assert(
      fc.property(dates, (receivedOn) => {
        const on = due(receivedOn, 0, false);
        expect(on >= monthsLater(receivedOn, 1)!).toBe(true);
        expect(workingDateFrom(on, HOLIDAYS)).toEqual({ kind: 'date', on });
        expect(daysBetween(monthsLater(receivedOn, 1)!, on)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('asking later is never due sooner; stopping and extending never make it sooner', () => {
    fc.assert(
      fc.property(dates, fc.nat(60), fc.nat(60), fc.boolean(), (receivedOn, later, stopped, extended) => {
        expect(due(daysLater(receivedOn, later)!, 0, extended) >= due(receivedOn, 0, extended)).toBe(true);
        expect(due(receivedOn, stopped, extended) >= due(receivedOn, 0, extended)).toBe(true);
        expect(due(receivedOn, stopped, true) > due(receivedOn, stopped, false)).toBe(true);
      }),
    );
  });

  it('a complaint is acknowledged on the thirtieth day at the latest, the day of receipt being the first', () => {
    expect(acknowledgeBy('2026-07-01')).toBe('2026-07-30');
    expect(acknowledgeBy('2026-12-20')).toBe('2027-01-18');
    fc.assert(
      fc.property(dates, (receivedOn) => {
        expect(daysBetween(receivedOn, acknowledgeBy(receivedOn)!)).toBe(ACKNOWLEDGE_DAYS - 1);
      }),
    );
  });
});
