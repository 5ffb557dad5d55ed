import { instant, isoOf, type OpeningHours } from '#libs/domain';
import { openingAfterToday } from './postgres-demo-clock';

const nineToFive = [['09:00', '17:00']] as const;
const hours: OpeningHours = {
  timezone: 'Europe/London',
  schedule: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
  holidays: ['2026-04-03', '2026-04-06'],
};

describe('the next working day', () => {
  it.each([
    ['Tuesday afternoon', '2026-09-01T14:05:00Z', '2026-09-02T08:00:00.000Z'],
    ['Tuesday before opening', '2026-09-01T05:00:00Z', '2026-09-02T08:00:00.000Z'],
    ['Friday evening', '2026-09-04T20:00:00Z', '2026-09-07T08:00:00.000Z'],
    ['Thursday before Easter', '2026-04-02T10:00:00Z', '2026-04-07T08:00:00.000Z'],
    ['Saturday night as the clocks go forward', '2026-03-28T23:30:00Z', '2026-03-30T08:00:00.000Z'],
    ['Saturday night as the clocks go back', '2026-10-24T23:30:00Z', '2026-10-26T09:00:00.000Z'],
    ['a minute to midnight in summer', '2026-09-01T22:59:00Z', '2026-09-02T08:00:00.000Z'],
    ['midnight in summer', '2026-09-01T23:00:00Z', '2026-09-03T08:00:00.000Z'],
  ])('after %s opens at nine', (_when, now, opens) => {
    expect(isoOf(openingAfterToday(instant(now), hours))).toBe(opens);
  });

  it('is refused where the calendar knows no more holidays', () => {
    const known = { ...hours, knownUntil: '2026-09-01' };
    expect(() => openingAfterToday(instant('2026-09-01T14:00:00Z'), known)).toThrow('conflict');
  });
});
