import type { CellRef, PublishedTable } from './published-table';

/** A hidden cell of which a reader could work out too much. `null` has no bound. */
export interface Leak {
  readonly cell: CellRef;
  readonly least: number;
  readonly most: number | null;
}

/** Tables as they may be published; refused where no hiding and no merging keeps every small count hidden. */
export type ReleasedTables =
  | { readonly kind: 'released'; readonly tables: readonly PublishedTable[] }
  | { readonly kind: 'refused'; readonly leaks: readonly Leak[] };
