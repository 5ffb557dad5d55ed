import type { CellRef, CountedTable, PublishedTable, TableLink } from './published-table';

/** What is to be published at once, and what a reader has already. */
export interface TablesToRelease {
  readonly tables: readonly CountedTable[];
  readonly links: readonly TableLink[];
  /** Tables of earlier releases that links lead to: they stay as they are. */
  readonly earlier?: readonly PublishedTable[];
}

/** A hidden cell of which a reader could work out too much. `most` is null where it has no upper end. */
export interface Leak {
  readonly cell: CellRef;
  readonly least: number;
  readonly most: number | null;
}

/**
 * Tables as they may be published, with what a reader may know of them: the links, and the sums that merging has made.
 * Refused where no hiding and no merging keeps every small count hidden, or where links that are said to be certain
 * cannot all be true.
 */
export type ReleasedTables =
  | {
      readonly kind: 'released';
      readonly tables: readonly PublishedTable[];
      readonly links: readonly TableLink[];
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'too-much-is-known' | 'links-contradict';
      readonly leaks: readonly Leak[];
    };
