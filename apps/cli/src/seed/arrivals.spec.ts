import { HOUR, instant, plus } from '#libs/domain';
import { arrivals } from './arrivals';
import { easterSunday, lastSunday } from './fixtures';
import { chance } from './random';
import { daysOf, YEAR } from './year-settings';

const NOW = instant('2026-11-20T11:00:00Z');
const span = { settings: YEAR, count: 2_000, days: 400, now: NOW, timezone: 'Europe/London' };

describe('when invented referrals arrive', () => {
  const invented = arrivals({ ...span, chance: chance(3) });

  it('lies in the span, oldest first, each reported before it was entered', () => {
    expect(invented.length).toBe(2_000);
    for (const [index, { reportedAt, submittedAt }] of invented.entries()) {
      expect(submittedAt).toBeLessThanOrEqual(plus(NOW, -20 * 60_000));
      expect(submittedAt).toBeGreaterThanOrEqual(plus(NOW, -401 * 24 * HOUR));
      expect(reportedAt).toBeLessThan(submittedAt);
      expect(submittedAt).toBeGreaterThanOrEqual(invented[index - 1]?.submittedAt ?? 0);
    }
  });

  it('lags as the settings say, in the middle and at the ninetieth hundredth', () => {
    const lags = invented
      .map(({ reportedAt, submittedAt }) => (submittedAt - reportedAt) / HOUR)
      .sort((a, b) => a - b);
    expect(lags[1_000]).toBeGreaterThan(4);
    expect(lags[1_000]).toBeLessThan(6);
    expect(lags[1_800]).toBeGreaterThan(23);
    expect(lags[1_800]).toBeLessThan(38);
  });

  it('is busier on Mondays than on Sundays', () => {
    const on = (day: number) =>
      invented.filter(({ submittedAt }) => new Date(submittedAt).getUTCDay() === day).length;
    expect(on(1)).toBeGreaterThan(on(0) * 1.2);
  });

  it('is the same for the same seed and another for another', () => {
    expect(arrivals({ ...span, chance: chance(3) })).toEqual(invented);
    expect(arrivals({ ...span, chance: chance(4) })).not.toEqual(invented);
  });
});

describe('days that calendars get wrong', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
  ])('Easter Sunday %i is %s', (year, day) => expect(easterSunday(year)).toBe(day));

  it('the clocks change on the last Sundays of March and October', () => {
    expect([lastSunday(2026, 3), lastSunday(2026, 10)]).toEqual(['2026-03-29', '2026-10-25']);
  });

  it('2,700 referrals fill eighteen months', () => expect(daysOf(2_700)).toBe(548));
});
