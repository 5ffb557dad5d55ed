import type { Limb } from '../../deadline';
import { DEFAULT_DISCLOSURE_RULE, releaseTables, type PublishedCell } from '../../disclosure';
import type { Cell, FigureMeasure, NotReachedCause, StaffingPatternId } from '../../reporting';
import type { CountedFacts, CountedSnapshotTable } from './counted-table';
import { notReachedTables } from './not-reached-table';
import { tablesToRelease } from './report-tables';
import { staffingTables } from './staffing-table';

const DAY: Limb = { id: '24h', kind: 'elapsed', seconds: 86_400, warnSecondsBefore: [] };

const cell = (measure: FigureMeasure, bucket: string, count: number, more: Partial<Cell>): Cell => ({
  measure,
  dimension: 'county',
  value: 'all',
  monthOn: '2026-07-01',
  limb: '24h',
  bucket,
  count,
  ...more,
});

function factsOf(cells: readonly Cell[]): CountedFacts {
  return {
    quarter: { month: '2026-07' } as CountedFacts['quarter'],
    limbs: [{ limb: DAY, binding: true }],
    months: {
      quarter: { first: '2026-07', last: '2026-09' },
      'twelve-months': { first: '2025-10', last: '2026-09' },
    },
    cellsOf: (dimension) => cells.filter((one) => one.dimension === dimension),
    nameOf: (_dimension, code) => code,
  };
}

function published(
  tables: readonly CountedSnapshotTable[],
): Readonly<Record<string, readonly PublishedCell[]>> {
  const released = releaseTables(DEFAULT_DISCLOSURE_RULE, tablesToRelease(tables, 'report'));
  if (released.kind === 'refused') throw new Error('refused');
  const [table] = released.tables;
  return Object.fromEntries(table!.rowHeaders.map(({ id }, at) => [id, table!.cells[at]!]));
}

describe('a quarter under other staffing, as it is published', () => {
  const MET: Readonly<Record<StaffingPatternId, number>> = {
    'as-it-was': 161,
    'weekdays-only': 152,
    'every-day': 197,
    'extended-evenings': 199,
  };
  const replay = Object.entries(MET).flatMap(([value, met]) => [
    cell('staffing-promise', 'met', met, { dimension: 'staffing', value }),
    cell('staffing-promise', 'missed', 203 - met, { dimension: 'staffing', value }),
  ]);
  const promise = [cell('promise', 'met', 161, {}), cell('promise', 'missed', 42, {})];

  it('is as it was the exact promise, and else rounded, with small counts hidden', () => {
    const rows = published(staffingTables(factsOf([...promise, ...replay])));
    expect(rows['as-it-was']).toMatchObject([
      { kind: 'exact', value: 203 },
      { kind: 'exact', value: 161 },
      { kind: 'percent' },
      { kind: 'exact', value: 42 },
    ]);
    expect(rows['weekdays-only']![1]).toEqual({ kind: 'rounded', value: 150 });
    for (const pattern of ['every-day', 'extended-evenings'])
      expect(rows[pattern]!.map(({ kind }) => kind)).toEqual(['exact', 'hidden', 'hidden', 'hidden']);
  });

  it('is left out where the replay is not of the same referrals as the promise', () => {
    const other = [cell('promise', 'met', 160, {}), cell('promise', 'missed', 42, {})];
    expect(staffingTables(factsOf([...other, ...replay]))).toEqual([]);
    expect(staffingTables(factsOf(promise))).toEqual([]);
  });
});

describe('who could not be reached safely, as it is published', () => {
  const causes = (counts: Readonly<Partial<Record<NotReachedCause, number>>>) =>
    Object.entries(counts).map(([bucket, count]) => cell('reach-standing', bucket, count, { limb: '' }));

  it('hides the few of a cause, and one more so that they are not told by the total', () => {
    const rows = published(
      notReachedTables(factsOf(causes({ 'no-answer': 60, 'wrong-number': 31, 'unsafe-to-call': 3 }))),
    );
    expect(rows['unsafe-to-call']).toEqual([{ kind: 'hidden' }]);
    const shown = Object.values(rows).filter(([one]) => one!.kind !== 'hidden');
    expect(shown.length).toBeGreaterThan(0);
    for (const [one] of shown) expect(one).toMatchObject({ kind: 'rounded' });
  });

  it('is no table where nobody was given up', () => {
    expect(notReachedTables(factsOf([cell('reach-standing', 'reached', 40, { limb: '' })]))).toEqual([]);
  });
});
