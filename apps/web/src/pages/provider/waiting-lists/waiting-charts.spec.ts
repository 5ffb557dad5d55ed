import { instant, type SupportKind, type WaitingList } from '#libs/domain';
import { barsOf } from '../../../charts/charts.samples';
import { waitingCharts } from './waiting-charts';

const WEEK = 7 * 24 * 60 * 60_000;
const hidden = { kind: 'hidden' } as const;
const said = <Value>(value: Value) => ({ kind: 'said' as const, value });

/** What waits at the desk for one kind of support, as it was published; lengths in weeks. */
function atDesk(
  kind: SupportKind,
  waiting: number | null,
  lengths: readonly [number, number, number] | null,
): WaitingList {
  const length = (n: 0 | 1 | 2) =>
    waiting === 0 ? said(null) : lengths === null ? hidden : said(lengths[n] * WEEK);
  return {
    listed: null,
    kind,
    anyOpen: true,
    shown: {
      waiting: waiting === null ? hidden : said(waiting),
      median: length(0),
      p90: length(1),
      longest: length(2),
      caseload: said(0),
      perPost: said(null),
      unanswered: null,
      room: null,
    },
  };
}

const chartsOf = (lists: readonly WaitingList[]) =>
  waitingCharts(lists, {
    asAt: instant('2026-03-01T00:00:00Z'),
    timezone: 'Europe/London',
    kindName: (kind) => `support of kind ${kind}`,
    agencyName: () => 'an agency',
  });

describe('the charts of published waiting lists', () => {
  const [people, lengths] = chartsOf([
    atDesk('isva', 45, [6, 14, 20]),
    atDesk('child-isva', null, null),
    atDesk('counselling', 10, null),
    atDesk('sarc', 0, null),
  ]);

  it('tell how many wait, hide what the table hides, and show that nobody waits as 0', () => {
    expect(barsOf(people!).map(({ width }) => width > 0)).toEqual([true, true, false]);
    expect(people?.description).toBe(
      'Highest: 45, At the desk, nobody asked yet (support of kind isva). ' +
        'Lowest: 0, At the desk, nobody asked yet (support of kind sarc). ' +
        'Marked [c]: At the desk, nobody asked yet (support of kind child-isva).',
    );
    expect(people?.notes).toEqual(['[c] Hidden because it might point at somebody.']);
  });

  it('tell how long people wait only where the table does', () => {
    expect(barsOf(lengths!).length).toBe(2);
    expect(lengths?.description).toContain('Half wait longer than this. The only figure shown: 6 weeks,');
    expect(lengths?.description).toContain(
      'One in ten waits longer than this. The only figure shown: 14 weeks,',
    );
    expect(lengths?.description).toContain('Longest. The only figure shown: 20 weeks,');
    expect(lengths?.notes).toEqual(['[c] Hidden because it might point at somebody.', '[z] Nobody waits.']);
  });

  it('are not there where everything is hidden', () => {
    expect(chartsOf([atDesk('isva', null, null)])).toEqual([]);
    expect(chartsOf([])).toEqual([]);
  });
});
