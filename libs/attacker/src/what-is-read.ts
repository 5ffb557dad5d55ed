import type { TriedRelease } from '#libs/casework';
import type { CellRef, DisclosureRule, PublishedCell, PublishedTable, TableLink } from '#libs/domain';
import type { LinearRow } from './linear-model';

/** One number that a reader works with. */
export interface ReadCell {
  readonly cell: CellRef;
  readonly title: string;
  readonly published: PublishedCell['kind'] | 'not-published';
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
}

export interface ReadSum {
  readonly total: number;
  readonly parts: readonly number[];
  readonly certain: boolean;
}

/** All that can be read of a release: numbers, sums of them, and what percentages say of the two they are made of. */
export interface WhatIsRead {
  readonly cells: readonly ReadCell[];
  readonly sums: readonly ReadSum[];
  readonly shares: readonly LinearRow[];
}

/** The places in `cells` of each number, by its address. */
type Places = Map<string, number>;

export function whatIsRead({ rule, tables, links }: TriedRelease): WhatIsRead {
  const cells: ReadCell[] = [];
  const places: Places = new Map();
  const take = (cell: ReadCell): number => {
    places.set(addressOf(cell.cell), cells.length);
    return cells.push(cell) - 1;
  };
  for (const table of tables)
    table.rowHeaders.forEach((row, y) =>
      table.columns.forEach((column, x) => {
        const published = table.cells[y]?.[x];
        if (column.kind !== 'count' || published === undefined || published.kind === 'blank') return;
        const cell = { table: table.id, row: row.id, column: column.id };
        take({ cell, title: table.title, ...readingOf(published, rule) });
      }),
    );
  const placeOf = (cell: CellRef): number =>
    places.get(addressOf(cell)) ??
    take({ cell, title: cell.table, published: 'not-published', value: null, least: 0, most: Infinity });
  const sums = links.flatMap((link) => sumsOf(link, { placeOf, cells }));
  return { cells, sums, shares: tables.flatMap((table) => sharesOf(table, { places, cells })) };
}

function addressOf({ table, row, column }: CellRef): string {
  return [table, row, column].map(encodeURIComponent).join('/');
}

/** A hidden number is of somebody; a rounded one lies within half a step, and was not too small to show. */
function readingOf(
  published: PublishedCell,
  { smallestShown, step }: DisclosureRule,
): Omit<ReadCell, 'cell' | 'title'> {
  const { kind } = published;
  if (kind === 'hidden' || kind === 'blank')
    return { published: kind, value: null, least: 1, most: Infinity };
  const { value } = published;
  if (kind !== 'rounded' || value === 0) return { published: kind, value, least: value, most: value };
  const lowest = value - Math.floor(step / 2);
  return { published: kind, value, least: Math.max(smallestShown, lowest), most: lowest + step - 1 };
}

function sumsOf(
  link: TableLink,
  { placeOf, cells }: { readonly placeOf: (cell: CellRef) => number; readonly cells: readonly ReadCell[] },
): readonly ReadSum[] {
  if (link.kind === 'sum')
    return [{ total: placeOf(link.total), parts: link.parts.map(placeOf), certain: link.certain }];
  const alike = link.cells.map(placeOf).filter((at) => cells[at]!.value !== 0);
  const shown = new Map<number, number[]>();
  for (const at of alike) {
    const { value } = cells[at]!;
    if (value !== null) shown.set(value, [...(shown.get(value) ?? []), at]);
  }
  const unseen = alike.filter((at) => cells[at]!.value === null);
  const groups = shown.size === 1 ? [[...shown.values()].flat().concat(unseen)] : [...shown.values(), unseen];
  return groups.flatMap(([first, ...others]) =>
    first === undefined ? [] : others.map((at) => ({ total: first, parts: [at], certain: false })),
  );
}

/**
 * A percentage that is not that of the two numbers beside it was worked out of the true ones, and narrows them down:
 * 33 % of 40 are 13.
 */
function sharesOf(
  table: PublishedTable,
  { places, cells }: { readonly places: Places; readonly cells: readonly ReadCell[] },
): readonly LinearRow[] {
  return table.rowHeaders.flatMap((row, y) =>
    table.columns.flatMap((column, x): readonly LinearRow[] => {
      const published = table.cells[y]?.[x];
      if (column.kind !== 'percent' || published?.kind !== 'percent') return [];
      const placeOf = (id: string) => places.get(addressOf({ table: table.id, row: row.id, column: id }));
      const [part, base] = [placeOf(column.numerator), placeOf(column.base)];
      if (part === undefined || base === undefined) return [];
      const [of, whole] = [cells[part]!.value, cells[base]!.value];
      if (of !== null && whole !== null && Math.round((of * 100) / whole) === published.value) return [];
      const limit = (percent: number): LinearRow['terms'] => [
        [part, 100],
        [base, -percent],
      ];
      return [
        { terms: limit(published.value - 0.5), least: 0, most: Infinity },
        { terms: limit(published.value + 0.5), least: -Infinity, most: 0 },
      ];
    }),
  );
}
