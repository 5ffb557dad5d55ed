import type { NeedStore } from '#libs/casework';
import type { CaseId, NeedsAssessment, RiskFlag, RiskId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { NeedsAssessmentRow, RiskFlagRow } from './need.row';

const LOCK = { mode: 'pessimistic_write' } as const;
const MOST = 100;

export class PostgresNeedStore implements NeedStore {
  constructor(private readonly manager: EntityManager) {}

  async addAssessment(assessment: NeedsAssessment): Promise<void> {
    await this.manager.insert(NeedsAssessmentRow, { ...assessment });
  }

  async raise(flag: RiskFlag): Promise<boolean> {
    const inserted = await this.manager
      .createQueryBuilder()
      .insert()
      .into(RiskFlagRow)
      .values({ ...flag })
      .updateEntity(false)
      .orIgnore()
      .returning('risk_id')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  findRisk(id: RiskId): Promise<RiskFlag | null> {
    return this.manager.findOne(RiskFlagRow, { where: { id } });
  }

  lockRisk(id: RiskId): Promise<RiskFlag | null> {
    return this.manager.findOne(RiskFlagRow, { where: { id }, lock: LOCK });
  }

  lockStanding(caseId: CaseId): Promise<readonly RiskFlag[]> {
    return this.manager.find(RiskFlagRow, {
      where: { caseId, state: 'standing' },
      order: { id: 'ASC' },
      lock: LOCK,
    });
  }

  async saveRisk(flag: RiskFlag): Promise<void> {
    const { id, state, reviewOn, reviewedBy, reviewedAt, ending, closedBy, closedAt } = flag;
    const revision = flag.revision + 1;
    const steps = { state, reviewOn, reviewedBy, reviewedAt, ending, closedBy, closedAt, revision };
    await this.manager.update(RiskFlagRow, { id }, steps);
  }
}

export interface NeedsOfCase {
  /** The latest first. */
  readonly assessments: readonly NeedsAssessment[];
  /** Those that stand first, the first to be looked at first; then closed ones, the last first. */
  readonly risks: readonly RiskFlag[];
}

/** What a case says of needs and risks, in codes; row-level security keeps others' out. */
export async function needsOfCase(manager: EntityManager, caseId: CaseId): Promise<NeedsOfCase> {
  const assessments = await manager.find(NeedsAssessmentRow, {
    where: { caseId },
    order: { happenedAt: 'DESC', recordedAt: 'DESC', id: 'DESC' },
    take: MOST,
  });
  const risks = await manager.find(RiskFlagRow, {
    where: { caseId },
    order: { reviewOn: 'ASC', raisedAt: 'ASC', id: 'ASC' },
    take: MOST,
  });
  const stands = ({ state }: RiskFlag) => state === 'standing';
  return {
    assessments,
    risks: [...risks.filter(stands), ...risks.filter((risk) => !stands(risk)).toReversed()],
  };
}

/** One risk as the reader may see it. */
export function riskOf(manager: EntityManager, id: RiskId): Promise<RiskFlag | null> {
  return manager.findOne(RiskFlagRow, { where: { id } });
}
