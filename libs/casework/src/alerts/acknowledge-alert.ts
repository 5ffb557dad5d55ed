import {
  acknowledgeDeadline,
  event,
  mayDo,
  soundCalendarOf,
  type AlertId,
  type CaseId,
  type StaffActor,
} from '#libs/domain';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { NOT_FOUND, type NotFound, type Stale } from '../outcome';

export type AcknowledgeOutcome =
  { readonly kind: 'acknowledged'; readonly caseId: CaseId } | NotFound | Stale;

/** Someone with the duty says "I have it". Repeats stop; the breach stays what it is. */
export class AcknowledgeAlert {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    request: { readonly alertId: AlertId; readonly revision: number },
    repeatable: Repeatable,
  ): Promise<Once<AcknowledgeOutcome>> {
    return this.unitOfWork.once<AcknowledgeOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'acknowledged' },
      (tx) => this.acknowledge(tx, actor, request),
    );
  }

  private async acknowledge(
    tx: Transaction,
    actor: StaffActor,
    { alertId, revision }: { alertId: AlertId; revision: number },
  ): Promise<AcknowledgeOutcome> {
    const alert = await tx.alerts.find(alertId);
    if (alert === null || alert.handlingAgencyId !== actor.agencyId) return NOT_FOUND;
    if (!mayDo(actor, 'acknowledge-alert')) return NOT_FOUND;
    await tx.cases.lock(alert.caseId);
    const deadlines = await tx.deadlines.lockOfCase(alert.caseId);
    const held = await tx.alerts.find(alertId);
    if (held === null || held.revision !== revision || held.state !== 'raised') {
      return { kind: 'stale', revision: held?.revision ?? revision };
    }
    const deadline = deadlines.find(({ id }) => id === alert.deadlineId);
    if (!deadline) return NOT_FOUND;
    const policy = await tx.policies.version({ id: deadline.policyId, version: deadline.policyVersion });
    const around = { policy, onCall: soundCalendarOf(policy.escalation.onCall), now: tx.now };
    if (alert.level !== 'warning') await tx.deadlines.save([acknowledgeDeadline(deadline, around)]);
    const answered = await tx.alerts.acknowledge({ deadlineId: deadline.id, by: actor.userId, at: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'deadline', id: deadline.id },
        caseId: alert.caseId,
        type: 'alert.acknowledged',
        happenedAt: tx.now,
        payload: { alertIds: answered, limb: alert.limb, level: alert.level },
      }),
    ]);
    return { kind: 'acknowledged', caseId: alert.caseId };
  }
}
