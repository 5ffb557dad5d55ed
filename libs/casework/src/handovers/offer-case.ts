import {
  offerRefusal,
  type Handover,
  type LeaveId,
  type OfferRefusal,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';
import { closeOffer, handoverEvent, takeOver, withdrawOpenOffer } from './move-ownership';

/** What became of one case of a handover or an assignment; told by reference, in the order in which they were sent. */
export interface RowDecided {
  readonly reference: string;
  readonly decision: 'offered' | 'taken' | 'changed-since' | 'receiver-not-available' | OfferRefusal;
}

/**
 * Offers one locked case, in place of any offer still open. Nothing moves: whoever owns it owns it until the receiver
 * accepts (P15). Offering to oneself is taking it, because the receiver has just acknowledged.
 */
export async function offerCase(
  tx: Transaction,
  options: {
    readonly actor: StaffActor;
    readonly caseFile: CaseRecord;
    readonly to: UserId | null;
    readonly kind: Handover['kind'];
    /** The leave that it covers; none for other offers. */
    readonly leaveId?: LeaveId;
    readonly ids: Ids;
  },
): Promise<RowDecided> {
  const { actor, caseFile, to, kind, leaveId = null, ids } = options;
  const { reference } = caseFile;
  const refusal = offerRefusal(actor, caseFile, to);
  if (refusal !== null) return { reference, decision: refusal };
  if (to === actor.userId && leaveId === null) {
    await takeOver(tx, caseFile, actor);
    return { reference, decision: 'taken' };
  }
  if (to !== null && (await tx.walls.keepsFrom(caseFile.id, to))) {
    return { reference, decision: 'receiver-not-available' };
  }
  await withdrawOpenOffer(tx, caseFile, actor.userId);
  const handover: Handover = {
    id: ids.next(),
    caseId: caseFile.id,
    handlingAgencyId: caseFile.handlingAgencyId,
    reference,
    kind,
    leaveId,
    fromUserId: caseFile.ownerUserId,
    toUserId: to,
    offeredBy: actor.userId,
    offeredAt: tx.now,
    state: 'offered',
    decidedBy: null,
    decidedAt: null,
    revision: 1,
  };
  await tx.handovers.insert(handover);
  await tx.journal.append([handoverEvent(handover, 'handover.offered', tx.now)]);
  if (to !== actor.userId) return { reference, decision: 'offered' };
  // Cover that somebody takes on themselves is cover all the same, and comes back.
  await tx.cases.save({ ...caseFile, ownerUserId: to });
  await closeOffer(tx, { handover, answer: 'accept', by: actor.userId });
  return { reference, decision: 'taken' };
}
