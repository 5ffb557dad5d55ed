import { instant, reachYears, startOfMonth } from '#libs/domain';
import { daysOf, daysToTell } from './year-settings';

const timezone = 'Europe/London';

describe('how many days a demonstration tells', () => {
  it.each(['2026-11-23T20:00:00Z', '2026-06-30T12:00:00Z', '2026-07-02T12:00:00Z', '2027-01-01T00:30:00Z'])(
    'reach back to before the latest year of reach that may be published on %s',
    (at) => {
      const now = instant(at);
      const days = daysToTell(2_700, { now, timezone });
      const began = instant(new Date(now - days * 86_400_000).toISOString());
      const years = reachYears(now, { began, timezone });
      expect(years.length).toBeGreaterThanOrEqual(1);
      expect(days).toBeGreaterThanOrEqual(daysOf(2_700));
      expect(began).toBeLessThan(startOfMonth(years[0]!.from.slice(0, 7), timezone));
    },
  );

  it('stay few where few referrals are asked for', () => {
    const now = instant('2026-11-23T20:00:00Z');
    expect(daysToTell(300, { now, timezone })).toBe(daysOf(300));
  });
});
