import {
  event,
  type DomainEvent,
  type Handover,
  type HandoverEvent,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import type { CaseRecord, Transaction } from '../ports';

const DONE: Readonly<Record<HandoverEvent, string>> = {
  accept: 'handover.accepted',
  decline: 'handover.declined',
  withdraw: 'handover.withdrawn',
};

export function handoverEvent(
  handover: Handover,
  type: string,
  happenedAt: Handover['offeredAt'],
): DomainEvent {
  const { id, caseId, kind, fromUserId, toUserId } = handover;
  return event({
    subject: { kind: 'case', id: caseId },
    caseId,
    type,
    happenedAt,
    payload: { handoverId: id, kind, fromUserId, toUserId },
  });
}

/** Closes an offer on which the rule has decided, with its journal event. */
export async function closeOffer(
  tx: Transaction,
  { handover, answer, by }: { handover: Handover; answer: HandoverEvent; by: UserId | null },
): Promise<void> {
  const state = ({ accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const)[answer];
  await tx.handovers.save({ ...handover, state, decidedBy: by, decidedAt: tx.now });
  await tx.journal.append([handoverEvent(handover, DONE[answer], tx.now)]);
}

/** Ends whatever offer of a locked case is open; `by` is null when the service does it. */
export async function withdrawOpenOffer(
  tx: Transaction,
  caseFile: CaseRecord,
  by: UserId | null,
): Promise<void> {
  const open = await tx.handovers.lockOpenOf(caseFile.id);
  if (open !== null) await closeOffer(tx, { handover: open, answer: 'withdraw', by });
}

/** From this instant the actor is the one accountable owner, and no offer of the case is open (P15). */
export async function takeOver(tx: Transaction, caseFile: CaseRecord, by: StaffActor): Promise<CaseRecord> {
  await withdrawOpenOffer(tx, caseFile, by.userId);
  const saved = await tx.cases.save({ ...caseFile, ownerUserId: by.userId });
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      type: 'case.taken',
      happenedAt: tx.now,
      payload: { ownerUserId: by.userId, before: caseFile.ownerUserId },
    }),
  ]);
  return saved;
}
