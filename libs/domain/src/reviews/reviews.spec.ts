import { aSupportTask } from '../support/support.samples';
import { nextReviewOn, reviewAfterMilestone, reviewDayFault } from './review';

describe('the next review of the support', () => {
  it.each([
    ['Monday 2 March 2026', '2026-03-02', 12, '2026-05-25'],
    ['Wednesday 7 October 2026, over the clocks going back', '2026-10-07', 12, '2026-12-30'],
    ['Friday 1 January 2027, over the clocks going forward', '2027-01-01', 12, '2027-03-26'],
    ['Tuesday 29 February 2028', '2028-02-29', 1, '2028-03-07'],
  ])('from %s is on the same weekday so many weeks on', (_what, today, weeks, expected) => {
    expect(nextReviewOn(today, weeks)).toBe(expected);
    expect(new Date(expected).getUTCDay()).toBe(new Date(today).getUTCDay());
  });

  it.each([
    ['2026-03-02', 'review-day-not-ahead'],
    ['2026-03-03', null],
    ['2026-08-31', null],
    ['2026-09-01', 'review-day-too-late'],
  ])('on %s, from Monday 2 March and within 26 weeks, is %s', (on, expected) => {
    expect(reviewDayFault({ on, today: '2026-03-02', latestWeeks: 26 })).toBe(expected);
  });
});

describe('a milestone of the investigation', () => {
  it('opens a review where none is, brings a planned one forward, and adds none to one that is held', () => {
    const planned = aSupportTask('case-review', '2026-05-25');
    expect(reviewAfterMilestone([])).toEqual({ kind: 'open' });
    expect(reviewAfterMilestone([aSupportTask('dash')])).toEqual({ kind: 'open' });
    expect(reviewAfterMilestone([aSupportTask('dash'), planned])).toEqual({
      kind: 'bring-forward',
      instead: planned,
    });
    expect(reviewAfterMilestone([{ ...planned, state: 'open' }])).toEqual({ kind: 'nothing-to-do' });
  });
});
