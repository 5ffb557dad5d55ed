import { instant } from './instant';
import { instantAtLocal, localDate, localDateTime } from './local-time';
import { isoSecondsOf, parseInstant } from './parse-instant';

function atLocal(
  date: string,
  time: string,
  choice: Partial<Parameters<typeof instantAtLocal>[0]> = {},
): string {
  const question = {
    date,
    time,
    timezone: 'Europe/London',
    repeated: 'refuse',
    missing: 'refuse',
    ...choice,
  } as const;
  const answer = instantAtLocal(question);
  return answer.kind === 'instant' ? isoSecondsOf(answer.at) : answer.reason;
}

describe('the instant of a local time', () => {
  test('on ordinary days of winter and summer', () => {
    expect(atLocal('2026-01-05', '10:00')).toBe('2026-01-05T10:00:00Z');
    expect(atLocal('2026-07-06', '10:00:07')).toBe('2026-07-06T09:00:07Z');
  });

  test('01:30 on Sunday 25 October 2026 is shown twice, and the caller says which', () => {
    expect(atLocal('2026-10-25', '01:30')).toBe('repeated-local-time');
    expect(atLocal('2026-10-25', '01:30', { repeated: 'earlier' })).toBe('2026-10-25T00:30:00Z');
    expect(atLocal('2026-10-25', '01:30', { repeated: 'later' })).toBe('2026-10-25T01:30:00Z');
    expect(atLocal('2026-10-25', '00:59:59')).toBe('2026-10-24T23:59:59Z');
    expect(atLocal('2026-10-25', '02:00')).toBe('2026-10-25T02:00:00Z');
  });

  test('01:30 on Sunday 29 March 2026 is never shown', () => {
    expect(atLocal('2026-03-29', '01:30')).toBe('missing-local-time');
    expect(atLocal('2026-03-29', '01:30', { missing: 'after' })).toBe('2026-03-29T01:00:00Z');
    expect(atLocal('2026-03-29', '00:59:59')).toBe('2026-03-29T00:59:59Z');
    expect(atLocal('2026-03-29', '02:00')).toBe('2026-03-29T01:00:00Z');
  });

  test.each([
    ['30 February', '2026-02-30', '10:00', {}, 'not-a-date'],
    ['a date the other way round', '25-10-2026', '10:00', {}, 'not-a-date'],
    ['25 o’clock', '2026-10-25', '25:00', {}, 'not-a-time'],
    ['a zone nobody knows', '2026-10-25', '10:00', { timezone: 'Europe/Sampleton' }, 'unknown-timezone'],
  ])('%s is refused', (_, date, time, choice, reason) => {
    expect(atLocal(date, time, choice)).toBe(reason);
  });
});

describe('what the wall shows', () => {
  test('the date is the local one, either side of a summer midnight', () => {
    expect(localDate(instant('2026-07-05T22:59:59Z'), 'Europe/London')).toBe('2026-07-05');
    expect(localDate(instant('2026-07-05T23:00:00Z'), 'Europe/London')).toBe('2026-07-06');
  });

  test('both 01:30s of Sunday 25 October 2026 differ in their offset', () => {
    const wall = (at: string) => localDateTime(instant(at), 'Europe/London');
    const same = { date: '2026-10-25', time: '01:30:00', weekday: 'sun', hour: 1, minute: 30 };
    expect(wall('2026-10-25T00:30:00Z')).toMatchObject({ ...same, offsetMinutes: 60 });
    expect(wall('2026-10-25T01:30:00Z')).toMatchObject({ ...same, offsetMinutes: 0 });
  });
});

describe('reading an instant', () => {
  test.each([
    ['2026-12-24T16:00:00Z', '2026-12-24T16:00:00Z'],
    ['2026-12-24T16:00Z', '2026-12-24T16:00:00Z'],
    ['2026-12-24T16:00:00.999999Z', '2026-12-24T16:00:00Z'],
    ['2026-12-24T16:00:00+05:30', '2026-12-24T10:30:00Z'],
    ['2026-12-24T16:00:00-00:30', '2026-12-24T16:30:00Z'],
    ['2026-12-24T16:00:00', 'without-zone'],
    ['2026-12-24', 'not-an-instant'],
    ['2026-02-30T10:00:00Z', 'not-an-instant'],
    ['2026-12-24T24:00:00Z', 'not-an-instant'],
    ['2026-12-24T23:59:60Z', 'not-an-instant'],
    ['2026-12-24T16:00:00+24:00', 'not-an-instant'],
    ['24 Dec 2026 16:00 GMT', 'not-an-instant'],
    ['1899-12-31T23:59:59Z', 'out-of-range'],
    ['9999-12-31T23:59:59-01:00', 'out-of-range'],
    ['', 'not-an-instant'],
  ])('trap 8: %s is %s', (text, expected) => {
    const parsed = parseInstant(text);
    expect(parsed.kind === 'instant' ? isoSecondsOf(parsed.at) : parsed.reason).toBe(expected);
  });
});
