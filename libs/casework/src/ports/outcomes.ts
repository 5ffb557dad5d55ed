import type { OutcomeId, OutcomeScore } from '#libs/domain';

export interface OutcomeStore {
  add(scores: readonly OutcomeScore[]): Promise<void>;
  find(id: OutcomeId): Promise<OutcomeScore | null>;
  /** Whether another row stands in the place of this one. */
  isCorrected(id: OutcomeId): Promise<boolean>;
}
