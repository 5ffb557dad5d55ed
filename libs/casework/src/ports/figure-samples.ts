import type { FigureSample, FigureSampleId, Instant, SampledFigure, UserId } from '#libs/domain';

/**
 * One case of a sample under a name that no other sample gives it: codes and times, and nothing else. What a measure does
 * not tell of a case is null.
 */
export interface SampledCase {
  readonly case: string;
  readonly limb: string | null;
  /** In which part of the figure it is. */
  readonly state: string;
  readonly startedAt: string | null;
  readonly submittedAt: string | null;
  readonly dueAt: string | null;
  /** When the promise was met, the first session was held, somebody was charged, or an entitlement was delivered. */
  readonly metAt: string | null;
  readonly endedAt: string | null;
  /** The kind of service that was waited for. */
  readonly service: string | null;
  /** The entitlement under the Code, and the version that it is of. */
  readonly entitlement: string | null;
  readonly basis: string | null;
  readonly missReason: string | null;
  readonly cancelledBecause: string | null;
  readonly attempts: readonly { readonly at: string; readonly outcome: string }[];
  readonly exceptions: readonly { readonly from: string; readonly reason: string }[];
}

export interface DrawnCases {
  /** How many cases the sample was drawn from. */
  readonly population: number;
  readonly cases: readonly SampledCase[];
}

/** Draws cases of a figure from the facts that it is counted from. */
export interface FigureCases {
  /** The first so many in the order that the seed gives them. */
  draw(
    figure: SampledFigure,
    by: { readonly seed: string; readonly size: number; readonly now: Instant },
  ): Promise<DrawnCases>;
}

export interface SealAtDraw {
  readonly number: number;
  readonly root: string;
}

export interface FigureSampleStore {
  /** The newest seal of the journal; null before there is one. */
  newestSeal(): Promise<SealAtDraw | null>;
  add(sample: FigureSample): Promise<void>;
  /** Locked until the transaction ends; null when there is none that the actor may see. */
  lock(id: FigureSampleId): Promise<FigureSample | null>;
  /** The seed that a seal gives a sample, in hexadecimal. */
  seedOf(id: FigureSampleId, seal: SealAtDraw | null): string;
  /** Keeps what was drawn for good; returns the SHA-256 of it, in hexadecimal. */
  keepDraw(
    sample: FigureSample,
    draw: {
      readonly by: UserId;
      readonly at: Instant;
      readonly seal: SealAtDraw | null;
      readonly seed: string;
      readonly drawn: DrawnCases;
    },
  ): Promise<string>;
}
