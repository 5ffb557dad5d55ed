import type { CaseId, ServiceActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';
import { orSetAside } from '../set-aside/each-alone';
import { answerCases } from './answer-cases';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };
/** Cases to a transaction while all is well. */
const TOGETHER = 50;

/**
 * Answers what the police, services and referrals have told of cases, the first told first. Cases are answered many at a
 * time; where one of them cannot be, each is answered by itself and that one is set aside.
 */
export class AnswerCodeEvents {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many cases were looked at. */
  async execute({ limit }: { readonly limit: number }): Promise<number> {
    const cases = await this.unitOfWork.run(TIMERS, (tx) => tx.duties.casesToAnswer(limit));
    for (let at = 0; at < cases.length; at += TOGETHER) await this.together(cases.slice(at, at + TOGETHER));
    return cases.length;
  }

  private async together(cases: readonly CaseId[]): Promise<void> {
    try {
      await this.unitOfWork.run(TIMERS, async (tx) => {
        await answerCases(tx, cases);
        await tx.setAside.clear({ kind: 'code-event', ids: cases });
      });
    } catch {
      for (const caseId of cases) await this.alone(caseId);
    }
  }

  private alone(id: CaseId): Promise<void> {
    return orSetAside(this.unitOfWork, { actor: TIMERS, kind: 'code-event', id }, () =>
      this.unitOfWork.run(TIMERS, async (tx) => {
        await answerCases(tx, [id]);
        await tx.setAside.clear({ kind: 'code-event', ids: [id] });
      }),
    );
  }
}
