import { nextState, personMessageMachine, type PersonMessage, type PersonMessageId } from '#libs/domain';
import type { Ids, Transaction, UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { messageEvent } from './message-events';
import { openSafetyReview } from './open-safety-review';

const ACTOR = { kind: 'service', process: 'mail' } as const;

export interface DeliveryReport {
  readonly messageId: PersonMessageId;
  readonly outcome: 'delivered' | 'failed';
}

/** Writes down what another side says of a message; what follows is the worker's to do. */
export class ReportDelivery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(report: DeliveryReport): Promise<void> {
    return this.unitOfWork.run({ kind: 'service', process: 'mail' }, (tx) =>
      tx.personMessages.report(report),
    );
  }
}

/** Brings messages in line with what was reported of them. A report about nothing we sent changes nothing. */
export class TakeDeliveryReports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute({ limit }: { readonly limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: ACTOR,
      kind: 'delivery-report',
      find: (tx) => tx.personMessages.reportsWaiting({ limit }),
      work: async (tx, id) => {
        const report = await tx.personMessages.takeReport(id);
        if (report !== null) await this.take(tx, report);
      },
    });
  }

  /** Case, card, message: locks are taken in the order in which every act on a case takes them. */
  private async take(tx: Transaction, { messageId, outcome }: DeliveryReport): Promise<void> {
    const event = outcome === 'delivered' ? 'confirm' : 'fail';
    const found = await tx.personMessages.find(messageId);
    if (found === null) return;
    await tx.cases.lock(found.caseId);
    await tx.personMessages.lockCard(found.personId);
    const message = await tx.personMessages.lock(messageId);
    if (message === null || message.state === 'queued') return;
    const state = nextState(personMessageMachine, { state: message.state, event });
    if (state === null) return;
    const reason = state === 'failed' ? 'bounced' : null;
    const after: PersonMessage = { ...message, state, reason };
    await tx.personMessages.save(after);
    await tx.journal.append([messageEvent(after, { type: state, at: tx.now, reason })]);
    if (state === 'failed') await openSafetyReview(tx, { ids: this.ids, message: after });
  }
}
