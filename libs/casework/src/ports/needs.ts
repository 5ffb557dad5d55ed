import type { CaseId, NeedsAssessment, RiskFlag, RiskId } from '#libs/domain';

export interface NeedStore {
  addAssessment(assessment: NeedsAssessment): Promise<void>;
  /** Adds a risk unless one of its kind stands on the case; answers whether it did. */
  raise(flag: RiskFlag): Promise<boolean>;
  findRisk(id: RiskId): Promise<RiskFlag | null>;
  lockRisk(id: RiskId): Promise<RiskFlag | null>;
  /** Locks every risk that stands on a case, in the order of their ids. */
  lockStanding(caseId: CaseId): Promise<readonly RiskFlag[]>;
  saveRisk(flag: RiskFlag): Promise<void>;
}
