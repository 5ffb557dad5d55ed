import { instant } from '../time';
import { checkAskAgainDay, monthOf } from './declined-offer';
import { acknowledgementTime } from './redirect';
import { checkReportTime, reportIsLate } from './report-time';

describe('when a report was made', () => {
  const now = instant('2026-03-09T10:00:00Z');

  it.each([
    { at: '2026-03-09T10:00:00Z', late: false, refused: null },
    { at: '2026-03-09T10:00:01Z', late: false, refused: 'reported-in-the-future' },
    { at: '2026-03-02T10:00:00Z', late: false, refused: null },
    { at: '2026-03-02T09:59:59Z', late: true, refused: null },
    { at: '1962-07-01T12:00:00Z', late: true, refused: null },
    { at: '1949-12-31T23:59:59Z', late: true, refused: 'reported-too-early' },
  ])('a report at $at, told on 9 March 2026 at 10am, is late: $late, refused: $refused', (given) => {
    const at = instant(given.at);
    expect(reportIsLate(at, now)).toBe(given.late);
    expect(checkReportTime(at, now)).toBe(given.refused);
  });
});

describe('the day to ask again', () => {
  it.each([
    { askAgainOn: '2026-03-08', refused: 'ask-again-in-the-past' },
    { askAgainOn: '2026-03-09', refused: null },
    { askAgainOn: '2028-03-09', refused: null },
    { askAgainOn: '2028-03-10', refused: 'ask-again-too-far' },
  ])('$askAgainOn, said on 9 March 2026: $refused', ({ askAgainOn, refused }) => {
    expect(checkAskAgainDay({ askAgainOn, todayOn: '2026-03-09' })).toBe(refused);
  });

  it('keeps the month of an offer and not the day', () => {
    expect(monthOf('2026-03-09')).toBe('2026-03-01');
  });
});

describe('P15 when another body can have acknowledged', () => {
  const judgedAt = instant('2026-03-09T10:00:30Z');
  const now = instant('2026-03-09T12:00:00Z');
  it.each([
    { typed: '2026-03-09T09:59:59Z', refused: 'acknowledged-before-asked' },
    { typed: '2026-03-09T10:00:00Z', at: '2026-03-09T10:00:30Z' },
    { typed: '2026-03-09T10:00:30Z', at: '2026-03-09T10:00:30Z' },
    { typed: '2026-03-09T10:01:00Z', at: '2026-03-09T10:01:00Z' },
    { typed: '2026-03-09T12:00:00Z', at: '2026-03-09T12:00:00Z' },
    { typed: '2026-03-09T12:00:01Z', refused: 'acknowledged-in-the-future' },
  ])('typed as $typed, asked at half past the minute: $at $refused', ({ typed, at, refused }) => {
    const told = acknowledgementTime({ acknowledgedAt: instant(typed), judgedAt, now });
    expect(told).toEqual(
      at === undefined ? { kind: 'refused', reason: refused } : { kind: 'at', at: instant(at) },
    );
  });
});
