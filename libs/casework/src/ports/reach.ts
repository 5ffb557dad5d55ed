import type { Instant, PublishedTable, ReachAnswers, ReachYear } from '#libs/domain';

/** How many people with the same answers were referred, reached and came to a first session. */
export interface ReachAnswersCount extends ReachAnswers {
  readonly referred: number;
  readonly reached: number;
  readonly engaged: number;
}

export interface ReachReleaseStore {
  /** When the first report was made that the police referred; null before it. */
  began(): Promise<Instant | null>;
  isReleased(year: ReachYear): Promise<boolean>;
  countedOf(year: ReachYear): Promise<readonly ReachAnswersCount[]>;
  /**
   * Writes the tables of a year down for good, null where too few people were referred to publish any; nothing when
   * somebody else has done so.
   */
  release(
    year: ReachYear,
    made: { readonly tables: readonly PublishedTable[] | null; readonly now: Instant },
  ): Promise<void>;
}
