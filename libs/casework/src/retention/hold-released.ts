import { event, type HoldId, type InformationRequest, type StaffActor } from '#libs/domain';
import type { Ids, Transaction } from '../ports';

/**
 * Keeps a record of which something was released to police or a court, so that what they rely on can still be shown.
 * Nothing is held of a person who was erased meanwhile.
 */
export async function holdReleased(
  tx: Transaction,
  { actor, ids, request }: { actor: StaffActor; ids: Ids; request: InformationRequest },
): Promise<void> {
  const standing = request.caseId === null ? null : await tx.retention.standingOf(request.caseId);
  if (standing === null || standing.erasure === 'done' || standing.erasure === 'underway') return;
  const { personId, caseId, reference, handlingAgencyId } = standing;
  const reason = request.requester === 'court' ? 'court-case' : 'police-investigation';
  const id = ids.next<HoldId>();
  const never = { untilOn: null, liftedBy: null, liftedAt: null, liftReason: null } as const;
  const set = { reason, setBy: actor.userId, setAt: tx.now, requestId: request.id, revision: 1 } as const;
  await tx.holds.insert({ id, personId, caseId, reference, handlingAgencyId, ...set, ...never });
  await tx.journal.append([
    event({
      subject: { kind: 'legal-hold', id },
      type: 'legal-hold.set',
      happenedAt: tx.now,
      reason,
      payload: { untilOn: null, released: true },
    }),
  ]);
}
