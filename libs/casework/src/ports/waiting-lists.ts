import type { FiguresOf, Instant, ReleasedFigures, RuleVersion, WaitingFigures } from '#libs/domain';

/** What can be counted anew of an instant that has passed. */
export type CountedFigures = Omit<WaitingFigures, 'unanswered' | 'room'>;

export interface WaitingReleaseStore {
  isReleased(asAt: Instant): Promise<boolean>;
  /** How the lists stood at an instant, out of the history of requests. */
  countedAt(asAt: Instant): Promise<readonly FiguresOf<CountedFigures>[]>;
  /** Writes the figures of an instant down for good; nothing when somebody else has done so. */
  release(
    asAt: Instant,
    made: {
      readonly lines: readonly FiguresOf<ReleasedFigures>[];
      readonly rule: RuleVersion;
      readonly now: Instant;
    },
  ): Promise<void>;
}
