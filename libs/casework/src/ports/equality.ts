import type { CaseId, EqualityEntry } from '#libs/domain';

export interface EqualityStore {
  add(entries: readonly EqualityEntry[]): Promise<void>;
  /** Every entry of a case, the latest first. */
  ofCase(caseId: CaseId): Promise<readonly EqualityEntry[]>;
}
