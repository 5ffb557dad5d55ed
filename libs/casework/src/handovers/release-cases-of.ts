import { event, mayDo, type Actor, type UserId } from '#libs/domain';
import type { CaseRecord, Transaction, UnitOfWork } from '../ports';
import { releaseRequestsOf } from '../service-requests/lapse-requests';
import { closeOffer } from './move-ownership';

/**
 * Somebody has left: their open cases go back to the team, with the duty lead answering for them, and offers to them
 * end; what they held of requests for support goes back to whoever coordinates it. Idempotent. Runs for a duty lead, or for the service itself, which does it for every disabled account
 * (`releaseLeavers` of the worker), so that nothing stays with a person who cannot sign in.
 */
export class ReleaseCasesOf {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, userId: UserId): Promise<{ readonly released: number }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const may = mayDo(actor, 'hand-over-cases') && (actor.kind === 'service' || actor.role === 'duty-lead');
      if (!may) return { released: 0 };
      const cases = await tx.cases.lockOwnedBy(userId);
      for (const caseFile of cases) await releaseCase(tx, caseFile, 'owner-left');
      const by = actor.kind === 'staff' ? actor.userId : null;
      for (const handover of await tx.handovers.lockOpenWith(userId)) {
        await closeOffer(tx, { handover, answer: 'withdraw', by });
      }
      await releaseRequestsOf(tx, userId);
      return { released: cases.length };
    });
  }
}

/** A locked case goes back to the team: the duty lead answers for it (P1). */
export async function releaseCase(
  tx: Transaction,
  caseFile: CaseRecord,
  reason: 'owner-left' | 'wall',
): Promise<void> {
  await tx.cases.save({ ...caseFile, ownerUserId: null });
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      type: 'case.released',
      happenedAt: tx.now,
      reason,
      payload: { before: caseFile.ownerUserId, ownerTeamId: caseFile.ownerTeamId },
    }),
  ]);
}
