import { instant, isoSecondsOf, type OpeningHours, type Span } from '../time';
import { explainVersion } from './explain-version';
import type { Limb } from './policy';
import { computeDue, type DeadlineInputs } from './version';

const desk: readonly Span[] = [['09:00', '17:00']];
const HOURS: OpeningHours = {
  timezone: 'Europe/London',
  schedule: { mon: desk, tue: desk, wed: desk, thu: desk, fri: desk },
  holidays: ['2026-04-03', '2026-04-06'],
};
const DAY: Limb = { id: 'day', kind: 'elapsed', seconds: 86_400, warnSecondsBefore: [] };
const WORKING_DAY: Limb = {
  id: 'working-day',
  kind: 'working-day',
  reading: 'A',
  days: 1,
  closesAt: '17:00',
  warnSecondsBefore: [],
};
const OPENING_TIME: Limb = { ...WORKING_DAY, id: 'opening-time', reading: 'B' };

function rowOf(limb: Limb, start: string, hours: OpeningHours = HOURS): DeadlineInputs {
  const sample = { policyId: 'sample', policyVersion: 1, calendarId: 'sample', calendarVersion: 1 };
  return { ...sample, startedAt: instant(start), limb, hours, tzdata: 'sample' };
}

/** What the working adds up to, in the unit of the limb, and when it ends. */
function told(row: DeadlineInputs) {
  const segments = explainVersion(row);
  return {
    seconds: segments.reduce((sum, { countedSeconds }) => sum + countedSeconds, 0),
    days: segments.filter(({ reason }) => reason === 'working-day').length,
    ends: isoSecondsOf(segments.at(-1)!.to),
  };
}

describe('the working of a ledger row', () => {
  test.each([
    ['Thursday 2 April 2026, before Easter', '2026-04-02T15:00:00+01:00', '2026-04-03T14:00:00Z'],
    [
      'Saturday 28 March 2026, the night the clocks go forward',
      '2026-03-28T20:00:00Z',
      '2026-03-29T20:00:00Z',
    ],
    [
      'Saturday 24 October 2026, the night the clocks go back',
      '2026-10-24T20:00:00Z',
      '2026-10-25T20:00:00Z',
    ],
  ])('counts every hour of an elapsed limb from %s', (_, start, ends) => {
    expect(told(rowOf(DAY, start))).toEqual({ seconds: 86_400, days: 0, ends });
  });

  test.each([
    [
      'Thursday 2 April 2026 over Easter to Tuesday 7 April',
      '2026-04-02T15:00:00+01:00',
      '2026-04-07T16:00:00Z',
    ],
    ['Friday 27 March 2026 to Monday in summer time', '2026-03-27T20:00:00Z', '2026-03-30T16:00:00Z'],
    ['Friday 23 October 2026 to Monday in winter time', '2026-10-23T20:00:00+01:00', '2026-10-26T17:00:00Z'],
  ])('counts one working day from %s', (_, start, ends) => {
    expect(told(rowOf(WORKING_DAY, start))).toEqual({ seconds: 0, days: 1, ends });
  });

  test.each([
    ['over Easter', '2026-04-02T15:00:00+01:00', '2026-04-07T14:00:00Z'],
    ['over the change to summer time', '2026-03-27T15:00:00Z', '2026-03-30T14:00:00Z'],
    ['over the change to winter time', '2026-10-23T15:00:00+01:00', '2026-10-26T15:00:00Z'],
  ])('counts eight hours of opening time %s', (_, start, ends) => {
    expect(told(rowOf(OPENING_TIME, start))).toEqual({ seconds: 28_800, days: 0, ends });
  });

  test('P2 ends at the due instant and has no gaps, whatever the limb', () => {
    for (const limb of [DAY, WORKING_DAY, OPENING_TIME]) {
      const row = rowOf(limb, '2026-04-02T15:00:00+01:00');
      const segments = explainVersion(row);
      expect(computeDue(row)).toEqual({ kind: 'due', at: segments.at(-1)!.to });
      expect(segments[0]!.from).toBe(row.startedAt);
      for (const [index, { from }] of segments.slice(1).entries()) expect(from).toBe(segments[index]!.to);
    }
  });

  test('a row whose hours are never open cannot be explained, and says why', () => {
    const never = { ...HOURS, schedule: {} };
    expect(() => explainVersion(rowOf(WORKING_DAY, '2026-04-02T15:00:00+01:00', never))).toThrow(
      'cannot be explained',
    );
  });
});
