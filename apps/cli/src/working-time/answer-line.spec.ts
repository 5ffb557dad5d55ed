import { answerLine } from './answer-line';
import { CalendarCache } from './calendar-cache';

const nineToFive = [['09:00', '17:00']];
const hours = {
  timezone: 'Europe/London',
  schedule: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
  holidays: ['2026-12-25', '2026-12-28'],
};
const due = { op: 'due', ...hours, start: '2026-12-24T16:00:00Z', seconds: 7200 };
const elapsed = { op: 'elapsed', ...hours, start: '2026-12-24T16:00:00Z', end: '2026-12-29T10:00:00Z' };
const workingDay = {
  op: 'working-day',
  ...hours,
  start: '2026-12-24T16:00:00Z',
  days: 1,
  reading: 'A',
  closesAt: '17:00',
};

function answer(line: string): unknown {
  return JSON.parse(answerLine(line, new CalendarCache()));
}

const asked = (fields: object) => answer(JSON.stringify(fields));

describe('a question on a line', () => {
  test.each([
    ['two hours on Christmas Eve, a Thursday, end on Tuesday', due, { due: '2026-12-29T10:00:00Z' }],
    [
      'a budget of 0 is due at the first open instant',
      { ...due, start: '2026-12-25T00:00:00Z', seconds: 0 },
      { due: '2026-12-29T09:00:00Z' },
    ],
    [
      'an offset names an instant as well as Z does',
      { ...due, start: '2026-12-24T17:00:00+01:00' },
      { due: '2026-12-29T10:00:00Z' },
    ],
    [
      'one date’s hours are replaced',
      { ...due, dateOverrides: { '2026-12-24': [['09:00', '13:00']] } },
      { due: '2026-12-29T11:00:00Z' },
    ],
    [
      'closed instants are taken out',
      { ...due, closed: [['2026-12-24T16:00:00Z', '2026-12-29T09:30:00Z']] },
      { due: '2026-12-29T11:30:00Z' },
    ],
    ['no holidays listed means none', { ...due, holidays: undefined }, { due: '2026-12-25T10:00:00Z' }],
    ['elapsed', elapsed, { seconds: 7200 }],
    ['nothing open is zero', { ...elapsed, end: elapsed.start }, { seconds: 0 }],
    ['reading A', workingDay, { due: '2026-12-29T17:00:00Z' }],
    ['reading B', { ...workingDay, reading: 'B' }, { due: '2026-12-29T16:00:00Z' }],
    [
      'reading B needs no closing time',
      { ...workingDay, reading: 'B', closesAt: undefined },
      { due: '2026-12-29T16:00:00Z' },
    ],
    [
      'reading C',
      { ...workingDay, reading: 'C', start: '2026-12-24T17:00:00Z' },
      { due: '2026-12-30T17:00:00Z' },
    ],
  ])('%s', (_, question, expected) => {
    expect(asked(question)).toEqual(expected);
  });

  test('the working is told on request', () => {
    expect(asked({ ...due, seconds: 60, explain: true })).toEqual({
      due: '2026-12-24T16:01:00Z',
      segments: [
        {
          from: '2026-12-24T16:00:00Z',
          to: '2026-12-24T16:01:00Z',
          date: '2026-12-24',
          reason: 'counted',
          countedSeconds: 60,
        },
      ],
    });
  });
});

describe('a line that cannot be answered', () => {
  test.each([
    ['', 'not-json'],
    ['{"op":"due"', 'not-json'],
    ['{op:"due"}', 'not-json'],
    ['null', 'not-an-object'],
    ['[]', 'not-an-object'],
    ['7200', 'not-an-object'],
    ['{"op":"due","op":"elapsed"}', 'duplicate-key'],
    ['{"op":"due","\\u006fp":"elapsed"}', 'duplicate-key'],
    ['{"op":"due","schedule":{"mon":[],"mon":[]}}', 'duplicate-key'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too-deep'],
    ['{"__proto__":{"op":"due"}}', 'missing-op'],
    ['{}', 'missing-op'],
  ])('%.40s: %s', (line, error) => {
    expect(answer(line)).toEqual({ error });
  });

  test.each<[string, object]>([
    ['unknown-op', { ...due, op: 'between' }],
    ['unknown-op', { ...due, op: 1 }],
    ['unknown-op', { ...due, op: 'toString' }],
    ['missing-timezone', { ...due, timezone: undefined }],
    ['missing-schedule', { ...due, schedule: undefined }],
    ['missing-start', { ...due, start: undefined }],
    ['missing-seconds', { ...due, seconds: undefined }],
    ['missing-end', { ...elapsed, end: undefined }],
    ['missing-days', { ...workingDay, days: undefined }],
    ['missing-reading', { ...workingDay, reading: undefined }],
    ['missing-closes-at', { ...workingDay, closesAt: undefined }],
    ['unknown-field', { ...due, second: 7200 }],
    ['unknown-field', { ...due, end: due.start }],
    ['invalid-explain', { ...due, explain: 'yes' }],
    ['invalid-timezone', { ...due, timezone: 0 }],
    ['unknown-timezone', { ...due, timezone: 'Europe/Sampleton' }],
    ['unknown-timezone', { ...due, timezone: '+00:00' }],
    ['unknown-timezone', { ...due, timezone: '' }],
    ['invalid-schedule', { ...due, schedule: [] }],
    ['invalid-schedule', { ...due, schedule: { mon: '09:00-17:00' } }],
    ['unknown-weekday', { ...due, schedule: { monday: nineToFive } }],
    ['invalid-span', { ...due, schedule: { mon: [['09:00']] } }],
    ['invalid-span', { ...due, schedule: { mon: [['09:00', '17:00', '18:00']] } }],
    ['invalid-span', { ...due, schedule: { mon: [[9, 17]] } }],
    ['invalid-span', { ...due, schedule: { mon: [['09:00', '24:01']] } }],
    ['span-not-forward', { ...due, schedule: { mon: [['22:00', '06:00']] } }],
    ['invalid-holidays', { ...due, holidays: '2026-12-25' }],
    ['invalid-holidays', { ...due, holidays: [20261225] }],
    ['invalid-holidays', { ...due, holidays: null }],
    ['invalid-holiday', { ...due, holidays: ['2026-02-30'] }],
    ['invalid-date-overrides', { ...due, dateOverrides: [] }],
    ['invalid-date-overrides', { ...due, dateOverrides: null }],
    ['invalid-override-date', { ...due, dateOverrides: { '2026-13-01': [] } }],
    ['invalid-span', { ...due, dateOverrides: { '2026-12-24': ['09:00', '13:00'] } }],
    ['invalid-closed-period', { ...due, closed: {} }],
    ['invalid-closed-period', { ...due, closed: null }],
    ['invalid-closed-period', { ...due, closed: [['2026-12-24', '2026-12-25']] }],
    ['invalid-closed-period', { ...due, closed: [['2026-12-25T00:00:00Z', '2026-12-24T00:00:00Z']] }],
    ['never-open', { ...due, schedule: {} }],
    ['invalid-start', { ...due, start: 1766592000 }],
    ['invalid-start', { ...due, start: '2026-02-30T10:00:00Z' }],
    ['invalid-start', { ...due, start: '24/12/2026 16:00' }],
    ['start-without-zone', { ...due, start: '2026-12-24T16:00:00' }],
    ['start-out-of-range', { ...due, start: '1812-12-24T16:00:00Z' }],
    ['invalid-end', { ...elapsed, end: null }],
    ['end-without-zone', { ...elapsed, end: '2026-12-24T16:00:00' }],
    ['end-before-start', { ...elapsed, end: '2026-12-24T15:59:59Z' }],
    ['invalid-seconds', { ...due, seconds: '7200' }],
    ['invalid-seconds', { ...due, seconds: -1 }],
    ['invalid-seconds', { ...due, seconds: 0.5 }],
    ['invalid-seconds', { ...due, seconds: 1e300 }],
    ['beyond-50-years', { ...due, seconds: 1e11 }],
    ['invalid-days', { ...workingDay, days: '1' }],
    ['invalid-days', { ...workingDay, days: 0 }],
    ['invalid-days', { ...workingDay, days: 1.5 }],
    ['beyond-50-years', { ...workingDay, days: 20_000 }],
    ['unknown-reading', { ...workingDay, reading: 'a' }],
    ['invalid-closes-at', { ...workingDay, closesAt: 17 }],
    ['invalid-closes-at', { ...workingDay, closesAt: '5pm' }],
  ])('%s', (error, question) => {
    expect(asked(question)).toEqual({ error });
  });
});

test('calendars are kept up to a limit, and one that is refused is refused again', () => {
  const calendars = new CalendarCache();
  const ask = (holiday: string) => answerLine(JSON.stringify({ ...due, holidays: [holiday] }), calendars);
  const dates = Array.from({ length: 100 }, (_, i) => `20${String(i).padStart(2, '0')}-01-01`);
  expect(new Set(dates.map(ask))).toEqual(new Set(['{"due":"2026-12-25T10:00:00Z"}']));
  expect(calendars.size).toBe(32);
  expect([ask('2026-02-30'), ask('2026-02-30')]).toEqual(Array(2).fill('{"error":"invalid-holiday"}'));
});
