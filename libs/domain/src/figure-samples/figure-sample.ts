import type { Brand } from '../brand';
import type { UserId } from '../ids';
import type { FigureSpan } from '../reporting';
import type { Instant } from '../time';
import {
  isFigureOf,
  isSampledMeasure,
  SAMPLED_MEASURES,
  sampledPartsOf,
  type SampledTable,
} from './sampled-measure';

export type FigureSampleId = Brand<string, 'FigureSampleId'>;

/** What cases may be looked at for. */
export const SAMPLE_PURPOSES = ['check-a-figure', 'look-into-misses', 'check-the-records'] as const;
export type SamplePurpose = (typeof SAMPLE_PURPOSES)[number];

export const SMALLEST_SAMPLE = 5;
export const LARGEST_SAMPLE = 100;

/** One part of one figure: the cases that may be drawn from. */
export interface SampledFigure {
  readonly measure: string;
  readonly table: SampledTable;
  readonly span: FigureSpan;
  /** The last month, `YYYY-MM`. */
  readonly until: string;
  /** The row of the table; null for the whole area. */
  readonly value: string | null;
  /** Null of a measure without limits. */
  readonly limb: string | null;
  /** One of the parts of the measure. */
  readonly part: string;
}

export interface FigureSample {
  readonly id: FigureSampleId;
  readonly figure: SampledFigure;
  readonly size: number;
  readonly purpose: SamplePurpose;
  readonly askedBy: UserId;
  readonly askedAt: Instant;
  /** The newest seal of the journal when it was asked for; null before anything was sealed. */
  readonly askedUnderSeal: number | null;
  readonly drawnAt: Instant | null;
}

export type SampleFault = 'no-such-figure' | 'size-out-of-range' | 'only-the-whole-area';

/**
 * Whether a sample may be asked for. Whoever pays asks for the whole area alone: a sample of a district would say that
 * there are so many there.
 */
export function sampleFault(
  { figure, size }: Pick<FigureSample, 'figure' | 'size'>,
  { wholeArea }: { readonly wholeArea: boolean },
): SampleFault | null {
  const { measure, table, span, value, limb, part } = figure;
  if (!isSampledMeasure(measure) || !isFigureOf(measure, { table, span })) return 'no-such-figure';
  if (!sampledPartsOf(measure).includes(part)) return 'no-such-figure';
  if (SAMPLED_MEASURES[measure].limbs === (limb === null)) return 'no-such-figure';
  if (wholeArea && value !== null) return 'only-the-whole-area';
  if (!Number.isInteger(size) || size < SMALLEST_SAMPLE || size > LARGEST_SAMPLE) return 'size-out-of-range';
  return null;
}

export type DrawRefusal = 'drawn-already' | 'not-sealed-yet';

/**
 * Whether a sample may be drawn now. The seed comes of a seal that was made after the sample was asked for: nobody
 * could know it beforehand, and nobody can choose it.
 */
export function mayDraw(
  sample: Pick<FigureSample, 'drawnAt' | 'askedUnderSeal'>,
  newestSeal: number | null,
):
  | { readonly kind: 'may'; readonly seal: number }
  | { readonly kind: 'refused'; readonly reason: DrawRefusal } {
  if (sample.drawnAt !== null) return { kind: 'refused', reason: 'drawn-already' };
  if (newestSeal === null || newestSeal <= (sample.askedUnderSeal ?? -1))
    return { kind: 'refused', reason: 'not-sealed-yet' };
  return { kind: 'may', seal: newestSeal };
}
