import {
  DEFAULT_DISCLOSURE_RULE as RULE,
  releaseTables,
  type CellRef,
  type Column,
  type CountedTable,
  type PublishedCell,
  type PublishedTable,
  type TableLink,
} from '#libs/domain';
import fc from 'fast-check';
import { HighsAttacker } from './highs-attacker';

const attacker = new HighsAttacker();
const at = (row: string, column: string, table = 't'): CellRef => ({ table, row, column });
const counted = (id: string): Column => ({ id, label: id, kind: 'count' });
const row = (id: string) => ({ id, label: id });
const sum = (total: CellRef, parts: readonly CellRef[], certain = true): TableLink => ({
  kind: 'sum',
  total,
  parts,
  certain,
});

/** A number is rounded, null is hidden, and `=7` is exact. */
type Written = number | null | `=${number}` | `${number}%`;
function cellOf(written: Written): PublishedCell {
  if (written === null) return { kind: 'hidden' };
  if (typeof written === 'number') return { kind: 'rounded', value: written };
  const percent = written.endsWith('%');
  return { kind: percent ? 'percent' : 'exact', value: Number(written.replace(/[=%]/, '')) };
}
const publishedTable = (
  rows: Readonly<Record<string, readonly Written[]>>,
  { id = 't', columns }: { id?: string; columns: readonly Column[] },
): PublishedTable => ({
  id,
  title: `Table ${id}`,
  rowHeaders: Object.keys(rows).map(row),
  columns,
  cells: Object.values(rows).map((cells) => cells.map(cellOf)),
  rule: { id: RULE.id, version: RULE.version },
});
const attack = (tables: readonly PublishedTable[], links: readonly TableLink[]) =>
  attacker.attack({ rule: RULE, tables, links });

const TWO = ['a', 'b', 'total'].map(counted);
const across = (name: string, table = 't') =>
  sum(at(name, 'total', table), [at(name, 'a', table), at(name, 'b', table)]);

describe('an attack on what is published', () => {
  it('finds two hidden parts of seven beside the total that they add up to', async () => {
    const leaking = publishedTable({ y: [null, null, 15] }, { columns: TWO });
    expect(await attack([leaking], [across('y')])).toEqual(
      ['a', 'b'].map((column) => ({
        kind: 'narrow',
        cell: at('y', column),
        title: 'Table t',
        least: 6,
        most: 7,
        supposing: true,
      })),
    );
  });

  it('finds them where the total is hidden too, and shown for the same people in another row', async () => {
    const leaking = publishedTable({ y: [null, null, null], z: [15, 0, 15] }, { columns: TWO });
    const alike: TableLink = { kind: 'alike', cells: [at('y', 'total'), at('z', 'total')] };
    expect(await attack([leaking], [across('y'), across('z')])).toEqual([]);
    expect(await attack([leaking], [across('y'), across('z'), alike])).toMatchObject([
      { cell: at('y', 'a'), least: 6, most: 7 },
      { cell: at('y', 'b'), least: 6, most: 7 },
    ]);
  });

  it('finds a district by taking the others away from an exact county', async () => {
    const districts = publishedTable(
      { north: ['=40'], south: [null], county: ['=43'] },
      { columns: [counted('all')] },
    );
    const county = sum(at('county', 'all'), [at('north', 'all'), at('south', 'all')]);
    expect(await attack([districts], [county])).toEqual([
      { kind: 'narrow', cell: at('south', 'all'), title: 'Table t', least: 3, most: 3, supposing: false },
    ]);
  });

  it('finds what a restated quarter gives away beside its first release', async () => {
    const first = publishedTable({ q: [null, null, 40] }, { id: 'first', columns: TWO });
    const again = publishedTable({ q: [null, 30, null] }, { id: 'again', columns: TWO });
    const sums = [across('q', 'first'), across('q', 'again')];
    expect(await attack([first], sums)).toEqual([]);
    expect(await attack([again], sums)).toEqual([]);
    const same = ['a', 'b', 'total'].map((column) =>
      sum(at('q', column, 'again'), [at('q', column, 'first')], false),
    );
    const found = await attack([first, again], [...sums, ...same]);
    expect(found).toContainEqual({
      kind: 'narrow',
      cell: at('q', 'a', 'first'),
      title: 'Table first',
      least: 6,
      most: 7,
      supposing: true,
    });
  });

  it('finds the hidden numerator of a percentage', async () => {
    const columns: Column[] = [
      counted('all'),
      counted('met'),
      { id: 'share', label: 'share', kind: 'percent', numerator: 'met', base: 'all' },
    ];
    const leaking = publishedTable({ y: [15, null, '33%'] }, { columns });
    expect(await attack([leaking], [])).toMatchObject([{ cell: at('y', 'met'), least: 5, most: 5 }]);
    expect(await attack([publishedTable({ y: [50, 25, '50%'] }, { columns })], [])).toEqual([]);
  });

  it('finds a number that nobody rounded, and sums that cannot be true', async () => {
    const plain = publishedTable({ y: [13, 40, 55] }, { columns: TWO });
    expect(await attack([plain], [across('y')])).toEqual([
      { kind: 'unprotected', cell: at('y', 'a'), title: 'Table t', value: 13 },
    ]);
    const wrong = publishedTable({ y: [40, null, 20] }, { columns: TWO });
    expect(await attack([wrong], [across('y')])).toEqual([{ kind: 'contradiction', titles: ['Table t'] }]);
  });

  it('takes a guess back that cannot be true, and keeps what is certain', async () => {
    const table = publishedTable({ y: [null, null, 15], z: [10, 0, 10] }, { columns: TWO });
    const guess = sum(at('y', 'total'), [at('z', 'total')], false);
    const found = await attack([table], [across('y'), across('z'), guess]);
    expect(found).toMatchObject([{ kind: 'narrow' }, { kind: 'narrow' }]);
  });
});

const count = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 900 }),
);
interface Grid {
  readonly table: CountedTable;
  readonly links: readonly TableLink[];
}
/** A table with totals both ways, of which the last may be exact. */
function gridOf(counts: readonly (readonly number[])[], { id, exact }: { id: string; exact: boolean }): Grid {
  const add = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const rows = [...counts, counts[0]!.map((_, x) => add(counts.map((one) => one[x]!)))];
  const names = rows.map((_, y) => (y === counts.length ? 'total' : `r${y}`));
  const parts = counts[0]!.map((_, x) => `p${x}`);
  const columns = [...parts, 'total'];
  return {
    table: {
      id,
      title: id,
      rowHeaders: names.map(row),
      columns: columns.map(counted),
      cells: rows.map((cells, y) =>
        [...cells, add(cells)].map((value, x) => ({
          kind: exact && y === counts.length && x === parts.length ? 'exact' : 'count',
          count: value,
        })),
      ),
    },
    links: [
      ...names.map((name) =>
        sum(
          at(name, 'total', id),
          parts.map((part) => at(name, part, id)),
        ),
      ),
      ...columns.map((column) =>
        sum(
          at('total', column, id),
          counts.map((_, y) => at(`r${y}`, column, id)),
        ),
      ),
    ],
  };
}

const size = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }));
const counts = size.chain(([rows, parts]) =>
  fc.array(fc.array(count, { minLength: parts, maxLength: parts }), { minLength: rows, maxLength: rows }),
);

describe('an attack on what the rule has protected', () => {
  it('finds nothing in any table with totals both ways', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (all) => {
        const { table, links } = gridOf(all, { id: 't', exact: false });
        const released = releaseTables(RULE, { tables: [table], links });
        if (released.kind === 'refused') throw new Error(JSON.stringify(released));
        expect(await attack(released.tables, released.links)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('finds nothing in two cuts of the same people, whether their total is exact or not', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.boolean(), fc.nat(), async (all, exact, seed) => {
        const first = gridOf(all, { id: 'first', exact });
        const flat = all.flat();
        const total = flat.reduce((added, one) => added + one, 0);
        const cut = total === 0 ? 0 : seed % (total + 1);
        const second = gridOf([[cut, total - cut]], { id: 'second', exact: false });
        const same = sum(at('total', 'total', 'first'), [at('total', 'total', 'second')]);
        const asked = { tables: [first.table, second.table], links: [...first.links, ...second.links, same] };
        const released = releaseTables(RULE, asked);
        if (released.kind === 'released') expect(await attack(released.tables, released.links)).toEqual([]);
        else expect(exact).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('finds nothing in a quarter that was released again with other counts, beside the first release', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.array(fc.integer({ min: 0, max: 3 })), async (all, more) => {
        const first = gridOf(all, { id: 'first', exact: false });
        const earlier = releaseTables(RULE, { tables: [first.table], links: first.links });
        if (earlier.kind === 'refused') throw new Error('refused');
        const later = all.map((cells, y) =>
          cells.map((value, x) => value + (more[y * cells.length + x] ?? 0)),
        );
        const again = gridOf(later, { id: 'again', exact: false });
        const same = again.table.rowHeaders.flatMap(({ id: y }) =>
          again.table.columns.map(({ id: x }) => sum(at(y, x, 'again'), [at(y, x, 'first')], false)),
        );
        const links = [...first.links, ...again.links, ...same];
        const released = releaseTables(RULE, { tables: [again.table], links, earlier: earlier.tables });
        if (released.kind === 'refused') return;
        const found = await attack([...earlier.tables, ...released.tables], released.links);
        expect(found).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
