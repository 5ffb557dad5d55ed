import type { ReleasedCodeLine } from '../code-figures';
import type { PublishedTable, TableLink } from '../disclosure';
import type { CoverageLine, OffenceDefinition } from '../coverage';
import type { Limb } from '../deadline';
import type { SupportKind } from '../directory';
import type { ServiceId } from '../ids';
import type { PromiseCounts } from '../reporting';
import type { ReleasedFigures } from '../waiting-lists';
import type { SnapshotQuarter } from './quarter';
import type { SnapshotTable } from './snapshot-table';

/** One limb of the promise in one month, exact: the whole county is never a small group. */
export interface PromiseMonth extends PromiseCounts {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Of `met`: rest on a late entry that a second person confirmed. */
  readonly metByConfirmedLateEntry: number;
  /** Of `met`: rest on a corrected start. */
  readonly metByCorrectedStart: number;
  /** Of `missed`: in time by the adjusted instant. */
  readonly missedButInAdjustedTime: number;
}

export interface PromiseLimbOfQuarter {
  readonly limb: Limb;
  readonly binding: boolean;
  /** A month in which nobody was referred may be left out. */
  readonly months: readonly PromiseMonth[];
}

export interface PromiseOfQuarter {
  readonly limbs: readonly PromiseLimbOfQuarter[];
  /** `id vN` of each that a clock of these months ran under. */
  readonly policyVersions: readonly string[];
  readonly calendarVersions: readonly string[];
}

/** What tables are built from. Each part but the promise is already published and stands as it was published. */
export interface QuarterFacts {
  readonly quarter: SnapshotQuarter;
  /** What a service here calls a kind of support. */
  readonly supportName: (kind: SupportKind) => string;
  readonly promise: PromiseOfQuarter;
  /** Titles of tables in which somebody could be found whatever is hidden, and which are no part of the report. */
  readonly leftOut: readonly string[];
  /** Null where nothing was released of this quarter. */
  readonly code: {
    readonly lines: readonly (ReleasedCodeLine & { readonly title: string; readonly right: number })[];
    /** What a reader knows of the released table: which of its lines one event opened. */
    readonly links: readonly TableLink[];
  } | null;
  readonly coverage: {
    /** The first of the months, `YYYY-MM`. */
    readonly first: string;
    readonly definition: OffenceDefinition;
    readonly lines: readonly (CoverageLine & { readonly name: string })[];
  } | null;
  readonly waiting: {
    /** Each service; and with no service what waits at the desk, because nobody was asked yet. */
    readonly lines: readonly {
      readonly serviceId: ServiceId | null;
      readonly serviceName: string | null;
      readonly kind: SupportKind;
      readonly figures: ReleasedFigures;
    }[];
  } | null;
  /** Of the year that ends with this quarter, where one does and it is released. */
  readonly reach: { readonly tables: readonly PublishedTable[] } | null;
}

/** Builds what one subject has to publish of a quarter; nothing where there is nothing. */
export type SnapshotTableBuilder = (facts: QuarterFacts) => readonly SnapshotTable[];
