import type { OutcomeStore } from '#libs/casework';
import type { CaseId, OutcomeId, OutcomeScore } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { OutcomeScoreRow } from './outcome.row';

const MOST = 500;

export class PostgresOutcomeStore implements OutcomeStore {
  constructor(private readonly manager: EntityManager) {}

  async add(scores: readonly OutcomeScore[]): Promise<void> {
    await this.manager.insert(
      OutcomeScoreRow,
      scores.map((score) => ({ ...score })),
    );
  }

  find(id: OutcomeId): Promise<OutcomeScore | null> {
    return this.manager.findOne(OutcomeScoreRow, { where: { id } });
  }

  isCorrected(id: OutcomeId): Promise<boolean> {
    return this.manager.existsBy(OutcomeScoreRow, { supersedes: id });
  }
}

/** Every score of a case, corrected ones too, the earliest talk first. */
export function outcomesOfCase(manager: EntityManager, caseId: CaseId): Promise<readonly OutcomeScore[]> {
  return manager.find(OutcomeScoreRow, {
    where: { caseId },
    order: { happenedAt: 'ASC', recordedAt: 'ASC', id: 'ASC' },
    take: MOST,
  });
}
