import type { FigureMeasure } from '../facts';
import type { Measure } from '../measure';
import type { Buckets, FigureWorking } from './figure-working';
import type { LiveTable } from './live-table';

/** The buckets of one measure, of all values or of those asked for. */
export type BucketsOf = (measure: FigureMeasure, isAsked?: (value: string) => boolean) => Buckets;

/** How a measure is worked out from the rollups. */
export interface LiveMeasure {
  readonly measure: Measure;
  readonly reads: readonly FigureMeasure[];
  /** Whether there is one figure for each limb of the promise. */
  readonly limbs: boolean;
  /** What a length of time is counted in; null of a share. */
  readonly unit: 'minutes' | 'days' | null;
  /** Of which part a figure can be asked for; null where there is but one figure. */
  readonly parts: readonly string[] | null;
  /** Whether a part is a dimension: its figure is worked out from the cells of that cut, all values together. */
  readonly cutByPart: boolean;
  /** Whether it says how things stand at the end of the last month, from all months before: cells of every month. */
  readonly stock?: true;
  /** The tables that show it. */
  readonly tables: readonly LiveTable[];
  /** Cells of one limb where there are limbs, of one value where the table has values. */
  readonly work: (of: BucketsOf, part: string) => FigureWorking;
}
