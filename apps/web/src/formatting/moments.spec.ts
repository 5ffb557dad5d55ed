import { instant } from '#libs/domain';
import { deadlineInWords } from './deadline-words';
import {
  calendarDay,
  distanceInWords,
  lengthInWords,
  momentInWords,
  timeInWords,
  timeOfDay,
} from './moments';

const timezone = 'Europe/London';
const tuesday = instant('2026-09-01T14:05:00Z');

describe('times in words', () => {
  it.each([
    ['2026-09-01T15:30:00Z', 'today at 4:30pm'],
    ['2026-09-01T23:00:00Z', 'tomorrow at midnight'],
    ['2026-09-01T22:59:59Z', 'today at 11:59pm'],
    ['2026-08-31T23:00:00Z', 'today at midnight'],
    ['2026-08-31T22:59:00Z', 'yesterday at 11:59pm'],
    ['2026-09-02T16:00:00Z', 'tomorrow at 5pm'],
    ['2026-09-02T11:00:00Z', 'tomorrow at midday'],
    ['2026-09-08T16:00:00Z', 'Tuesday 8 September 2026 at 5pm'],
    ['2027-01-04T09:05:00Z', 'Monday 4 January 2027 at 9:05am'],
  ])('read %s on Tuesday 1 September 2026 as "%s"', (at, words) => {
    expect(momentInWords(instant(at), { now: tuesday, timezone })).toBe(words);
  });

  it('say which of two equal times is meant on the night the clocks go back', () => {
    expect(timeOfDay(instant('2026-10-25T00:30:00Z'), timezone)).toBe('1:30am, before the clocks go back');
    expect(timeOfDay(instant('2026-10-25T01:30:00Z'), timezone)).toBe('1:30am, after the clocks go back');
    expect(timeOfDay(instant('2026-10-25T02:30:00Z'), timezone)).toBe('2:30am');
    expect(timeOfDay(instant('2026-10-24T23:30:00Z'), timezone)).toBe('12:30am');
  });

  it('jump over the missing hour of spring', () => {
    expect(timeOfDay(instant('2026-03-29T00:59:00Z'), timezone)).toBe('12:59am');
    expect(timeOfDay(instant('2026-03-29T01:00:00Z'), timezone)).toBe('2am');
  });

  it('call the day before and after a clock change by its name', () => {
    const now = instant('2026-10-24T23:30:00Z');
    expect(momentInWords(instant('2026-10-25T23:30:00Z'), { now, timezone })).toBe('today at 11:30pm');
    expect(momentInWords(instant('2026-10-26T00:00:00Z'), { now, timezone })).toBe('tomorrow at midnight');
  });

  it('read a stored day as a day of no zone', () => {
    expect(calendarDay('2026-03-29')).toBe('29 March 2026');
  });
});

describe('distances in words', () => {
  it.each([
    [85 * 60, 'in 1 h 25 m'],
    [60 * 60, 'in 1 h'],
    [59, 'in less than a minute'],
    [119, 'in 1 m'],
    [0, 'now'],
    [-3 * 3600, '3 h ago'],
    [27 * 3600, 'in 1 day 3 h'],
    [48 * 3600 + 60, 'in 2 days'],
  ])('tell %d seconds as "%s"', (seconds, words) => {
    expect(distanceInWords((tuesday + seconds * 1000) as typeof tuesday, tuesday)).toBe(words);
  });

  it('never overstate the time that is left', () => {
    expect(lengthInWords(2 * 60_000 - 1)).toBe('1 m');
  });
});

describe('a deadline in words', () => {
  it('is in time at its very instant and overdue a moment later', () => {
    const at = { now: tuesday, timezone };
    expect(deadlineInWords(tuesday, at)).toEqual({ when: 'today at 3:05pm', left: 'now', passed: false });
    const later = { now: (tuesday + 1) as typeof tuesday, timezone };
    expect(deadlineInWords(tuesday, later)).toEqual({
      when: 'today at 3:05pm',
      left: 'overdue by less than a minute',
      passed: true,
    });
  });

  it('names the day in full beyond tomorrow', () => {
    expect(timeInWords(instant('2026-09-01T16:00:00Z'), timezone)).toBe('Tuesday 1 September 2026 at 5pm');
  });
});
