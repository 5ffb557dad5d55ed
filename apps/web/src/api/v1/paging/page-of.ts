export interface Page<Item> {
  readonly items: Item[];
  /** For the next page; null at the end. */
  readonly nextCursor: string | null;
}

/** Cuts a page from rows that were read one further than the page is long. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { limit, item, cursor }: { limit: number; item: (row: Row) => Item; cursor: (last: Row) => string },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last !== undefined ? cursor(last) : null,
  };
}
