import { soundCalendarOf } from './calendar-cache';
import { instant } from './instant';
import { lastClosing } from './last-closing';

const span = [['09:00', '17:00']] as const;
const desk = soundCalendarOf({
  timezone: 'Europe/London',
  schedule: { mon: span, tue: span, wed: span, thu: span, fri: span },
  holidays: ['2026-04-03', '2026-04-06', '2025-12-25', '2025-12-26', '2026-01-01'],
});

describe('when the desk last shut', () => {
  it.each([
    ['Monday morning after a weekend', '2026-03-02T09:05:00Z', '2026-02-27T17:00:00Z'],
    ['Saturday', '2026-02-28T12:00:00Z', '2026-02-27T17:00:00Z'],
    ['the very second of closing on Friday', '2026-02-27T17:00:00Z', '2026-02-27T17:00:00Z'],
    ['the second before it', '2026-02-27T16:59:59Z', '2026-02-26T17:00:00Z'],
    ['Tuesday after Easter Monday, in summer time', '2026-04-07T08:05:00Z', '2026-04-02T16:00:00Z'],
    ['Saturday after Boxing Day', '2025-12-27T10:00:00Z', '2025-12-24T17:00:00Z'],
    ['Monday after the clocks went forward', '2026-03-30T08:05:00Z', '2026-03-27T17:00:00Z'],
  ])('on %s', (_day, now, closed) => {
    expect(lastClosing(desk, instant(now))).toBe(instant(closed));
  });

  it('is never, for a desk that never shuts', () => {
    const always = [['00:00', '24:00']] as const;
    const open = {
      mon: always,
      tue: always,
      wed: always,
      thu: always,
      fri: always,
      sat: always,
      sun: always,
    };
    const calendar = soundCalendarOf({ timezone: 'Europe/London', schedule: open, holidays: [] });
    expect(lastClosing(calendar, instant('2026-03-02T09:05:00Z'))).toBeNull();
  });
});
