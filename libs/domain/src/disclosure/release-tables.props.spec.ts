import fc from 'fast-check';
import { DEFAULT_DISCLOSURE_RULE as RULE } from './disclosure-rule';
import type {
  CellRef,
  Column,
  CountedTable,
  PublishedCell,
  PublishedTable,
  TableLink,
} from './published-table';
import { releaseTables } from './release-tables';
import type { ReleasedTables } from './released-tables';
import { toStep } from './small-counts';

const at = (row: string, column: string, table = 't'): CellRef => ({ table, row, column });
const counted = (name: string): Column => ({ id: name, label: name, kind: 'count' });
const TOTAL = 'total';

/** A table of rows of parts, each with its total; with `columns` also a row of the totals of columns. */
function tableOf(
  counts: readonly (readonly number[])[],
  { id = 't', columns = false }: { id?: string; columns?: boolean } = {},
): { readonly table: CountedTable; readonly links: readonly TableLink[] } {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const below = counts[0]!.map((_, x) => sum(counts.map((row) => row[x]!)));
  const rows = columns ? [...counts, below] : counts;
  const names = rows.map((_, y) => (columns && y === rows.length - 1 ? TOTAL : `r${y}`));
  const parts = counts[0]!.map((_, x) => `p${x}`);
  const across: TableLink[] = names.map((row) => ({
    kind: 'sum',
    total: at(row, TOTAL, id),
    parts: parts.map((part) => at(row, part, id)),
    certain: true,
  }));
  const down: TableLink[] = [...parts, TOTAL].map((column) => ({
    kind: 'sum',
    total: at(TOTAL, column, id),
    parts: counts.map((_, y) => at(`r${y}`, column, id)),
    certain: true,
  }));
  return {
    table: {
      id,
      title: id,
      rowHeaders: names.map((name) => ({ id: name, label: name })),
      columns: [...parts, TOTAL].map(counted),
      cells: rows.map((row) => [...row, sum(row)].map((count) => ({ kind: 'count', count }))),
    },
    links: columns ? [...across, ...down] : across,
  };
}

function tablesOf(released: ReleasedTables): readonly PublishedTable[] {
  if (released.kind === 'refused') throw new Error(JSON.stringify(released));
  return released.tables;
}
const shown = (cell: PublishedCell) => ('value' in cell ? cell.value : cell.kind === 'hidden' ? null : '');
const rowsOf = ({ cells }: PublishedTable) => cells.map((row) => row.map(shown));
const released = (counts: readonly (readonly number[])[], options?: { columns?: boolean }) => {
  const { table, links } = tableOf(counts, options);
  return rowsOf(tablesOf(releaseTables(RULE, { tables: [table], links }))[0]!);
};

const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }));
const grid = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, parts]) =>
    fc.array(fc.array(count, { minLength: parts, maxLength: parts }), { minLength: rows, maxLength: rows }),
  );

function* everyRow(parts: number, most: number): Generator<readonly number[]> {
  if (parts === 0) yield [];
  else for (const rest of everyRow(parts - 1, most)) for (let n = 0; n <= most; n += 1) yield [...rest, n];
}

describe('tables that are published together', () => {
  it('show no count from 1 to 7, and others to the nearest 5', () => {
    fc.assert(
      fc.property(grid, fc.boolean(), (counts, columns) => {
        const { table } = tableOf(counts, { columns });
        released(counts, { columns }).forEach((row, y) =>
          row.forEach((value, x) => {
            if (value === null) return;
            const cell = table.cells[y]![x]!;
            expect(value === 0 || (Number(value) >= 10 && Number(value) % 5 === 0)).toBe(true);
            expect(value).toBe(toStep('count' in cell ? cell.count : -1, RULE));
          }),
        );
      }),
    );
  });

  it('always show what nobody is in, and never depend on the order of parts and rows', () => {
    fc.assert(
      fc.property(grid, (counts) => {
        const turned = counts.toReversed().map((row) => row.toReversed());
        const plain = released(counts, { columns: true });
        const back = released(turned, { columns: true });
        counts.forEach((row, y) =>
          row.forEach((value, x) => {
            expect(back[counts.length - 1 - y]![row.length - 1 - x]).toBe(plain[y]![x]);
            if (value === 0) expect(plain[y]![x]).toBe(0);
          }),
        );
      }),
    );
  });

  it.each([
    [2, 40],
    [3, 20],
  ])(
    'leave six values possible of each small count, even to a reader who knows the rule: %d parts of a row',
    (parts, most) => {
      const behind = new Map<string, (readonly number[])[]>();
      for (const row of everyRow(parts, most)) {
        const published = JSON.stringify(released([row]));
        behind.set(published, [...(behind.get(published) ?? []), row]);
      }
      const found: unknown[] = [];
      for (const [published, rows] of behind) {
        if (rows.some((row) => row.some((n) => n > most - 5))) continue;
        for (let part = 0; part < parts; part += 1) {
          const values = rows.map((row) => row[part]!);
          const small = Math.min(...values);
          if (small >= 1 && small <= 7 && Math.max(...values) - small < 5)
            found.push({ published, part, values });
        }
      }
      expect(found).toEqual([]);
    },
    240_000,
  );

  it.each([
    [[[18, 18, 1]], [[null, null, null, 35]]],
    [[[12, 3]], [[10, null, 15]]],
    [[[10, 1]], [[null, null, 10]]],
    [[[3, 2]], [[null, null, null]]],
    [[[7, 7]], [[null, null, null]]],
    [[[0, 0]], [[0, 0, 0]]],
    [[[40, 0]], [[40, 0, 40]]],
  ])('publish %j as %j', (counts, expected) => {
    expect(released(counts)).toEqual(expected);
  });

  it('show totals of the same people together or not at all, so that one does not tell the other', () => {
    const { table, links } = tableOf([
      [7, 7],
      [14, 0],
      [3, 11],
    ]);
    const alike: TableLink = { kind: 'alike', cells: ['r0', 'r1', 'r2'].map((row) => at(row, TOTAL)) };
    const [apart, together] = [links, [...links, alike]].map((known) =>
      rowsOf(tablesOf(releaseTables(RULE, { tables: [table], links: known }))[0]!),
    );
    expect(apart).toEqual([
      [null, null, null],
      [15, 0, 15],
      [null, 10, 15],
    ]);
    expect(together![0]).toEqual([null, null, null]);
    expect(together![1]).toEqual([null, 0, null]);
    expect(together![2]![2]).toBe(null);
  });

  it('leave six values possible even where two rows are of the same people, as what one event opened', () => {
    const most = 26;
    const behind = new Map<string, (readonly number[])[]>();
    for (let total = 0; total <= most; total += 1)
      for (let first = 0; first <= total; first += 1)
        for (let second = 0; second <= total; second += 1) {
          const { table, links } = tableOf([
            [first, total - first],
            [second, total - second],
          ]);
          const alike: TableLink = { kind: 'alike', cells: ['r0', 'r1'].map((row) => at(row, TOTAL)) };
          const tables = tablesOf(releaseTables(RULE, { tables: [table], links: [...links, alike] }));
          const published = JSON.stringify(rowsOf(tables[0]!));
          const world = [first, total - first, second, total - second];
          behind.set(published, [...(behind.get(published) ?? []), world]);
        }
    const found: unknown[] = [];
    for (const [published, worlds] of behind) {
      if (worlds.some(([first = 0, rest = 0]) => first + rest > most - 5)) continue;
      for (const part of [0, 1, 2, 3]) {
        const values = worlds.map((world) => world[part]!);
        const small = Math.min(...values);
        if (small >= 1 && small <= 7 && Math.max(...values) - small < 5)
          found.push({ published, part, values });
      }
    }
    expect(found).toEqual([]);
  });

  it('hide along both ways of adding, so that a column does not give away what a row hides', () => {
    const rows = released(
      [
        [1, 10],
        [10, 40],
      ],
      { columns: true },
    );
    const hiddenIn = (cells: readonly unknown[]) => cells.filter((cell) => cell === null).length;
    expect(rows[0]![0]).toBe(null);
    expect(hiddenIn(rows[0]!)).toBeGreaterThan(1);
    expect(hiddenIn(rows.map((row) => row[0]!))).toBeGreaterThan(1);
  });

  it('hide what an earlier release hid of the same people, and what would undo it', () => {
    const first = tableOf([[7, 7]], { id: 'first' });
    const earlier = tablesOf(releaseTables(RULE, { tables: [first.table], links: first.links }));
    const again = tableOf([[7, 7, 0]], { id: 'again' });
    const same: TableLink[] = ['p0', 'p1', TOTAL].map((column) => ({
      kind: 'sum',
      total: at('r0', column, 'again'),
      parts: [at('r0', column, 'first')],
      certain: false,
    }));
    const restated = releaseTables(RULE, {
      tables: [again.table],
      links: [...first.links, ...again.links, ...same],
      earlier,
    });
    expect(rowsOf(tablesOf(restated)[0]!)).toEqual([[null, null, 0, null]]);
  });

  it('are not refused for what an earlier release gave away by itself', () => {
    const { table, links } = tableOf([[40, 60]], { id: 'again' });
    const first = tableOf([[7, 7]], { id: 'first' });
    const leaking: PublishedTable = {
      ...first.table,
      cells: [[{ kind: 'hidden' }, { kind: 'hidden' }, { kind: 'rounded', value: 15 }]],
      rule: { id: RULE.id, version: RULE.version },
    };
    const released = releaseTables(RULE, {
      tables: [table],
      links: [...links, ...first.links],
      earlier: [leaking],
    });
    expect(rowsOf(tablesOf(released)[0]!)).toEqual([[40, 60, 100]]);
  });

  it('are refused where an exact total leaves a small count no room, unless rows may be merged', () => {
    const withExactTotal = (counts: readonly (readonly number[])[]) => {
      const { table, links } = tableOf(counts, { columns: true });
      const cells = table.cells.map((row, y) =>
        row.map((cell) =>
          y === counts.length && cell.kind === 'count'
            ? ({ kind: 'exact', count: cell.count } as const)
            : cell,
        ),
      );
      return { table: { ...table, cells }, links };
    };
    const wide = withExactTotal([[40], [3], [60], [80]]);
    expect(rowsOf(tablesOf(releaseTables(RULE, { tables: [wide.table], links: wide.links }))[0]!)).toEqual([
      [40, 40],
      [null, null],
      [60, 60],
      [80, 80],
      [183, 183],
    ]);
    const narrow = withExactTotal([[2], [1]]);
    expect(releaseTables(RULE, { tables: [narrow.table], links: narrow.links })).toMatchObject({
      kind: 'refused',
      reason: 'too-much-is-known',
    });
    const merging = { ...narrow.table, merges: [{ rows: ['r0', 'r1'], into: null }] };
    expect(rowsOf(tablesOf(releaseTables(RULE, { tables: [merging], links: narrow.links }))[0]!)).toEqual([
      [3, 3],
    ]);
  });

  it('work percentages out of what they show, on a base of ten at least, and figures on fifteen', () => {
    const columns: Column[] = [
      counted('all'),
      counted('met'),
      { id: 'share', label: 'share', kind: 'percent', numerator: 'met', base: 'all' },
      { id: 'median', label: 'median', kind: 'figure', base: 'all' },
    ];
    const row = (all: number, met: number) => [
      { kind: 'count' as const, count: all },
      { kind: 'count' as const, count: met },
      { kind: 'percent' as const },
      { kind: 'figure' as const, value: 30 },
    ];
    const table: CountedTable = {
      id: 't',
      title: 't',
      rowHeaders: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id })),
      columns,
      cells: [row(52, 26), row(52, 3), row(6, 0), row(11, 9)],
    };
    const [shownTable] = tablesOf(releaseTables(RULE, { tables: [table], links: [] }));
    expect(rowsOf(shownTable!)).toEqual([
      [50, 25, 50, 30],
      [50, null, null, 30],
      [null, 0, null, null],
      [10, 10, 100, null],
    ]);
    expect(shownTable!.rule).toEqual({ id: RULE.id, version: RULE.version });
  });

  it('are refused where what is said to be certain cannot be true', () => {
    const { table, links } = tableOf([[40, 60]]);
    const wrong: TableLink = { kind: 'sum', total: at('r0', 'p0'), parts: [at('r0', 'p1')], certain: true };
    expect(releaseTables(RULE, { tables: [table], links: [...links, wrong] })).toMatchObject({
      kind: 'refused',
      reason: 'links-contradict',
    });
    const guessed: TableLink = { ...wrong, certain: false };
    expect(releaseTables(RULE, { tables: [table], links: [...links, guessed] }).kind).toBe('released');
  });
});
