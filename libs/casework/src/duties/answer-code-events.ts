import type { ServiceActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { answerCase } from './answer-case';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/** Answers what the police, services and referrals have told of cases: each case alone, the first told first. */
export class AnswerCodeEvents {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many cases were looked at. */
  execute({ limit }: { readonly limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'code-event',
      find: (tx) => tx.duties.casesToAnswer(limit),
      work: (tx, caseId) => answerCase(tx, caseId),
    });
  }
}
