import type { CaseId, ServiceActor, UserId } from '#libs/domain';
import type { Transaction, UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { closeOffer } from './move-ownership';
import { releaseCase } from './release-cases-of';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Takes out of somebody's hands what a wall keeps from them, however it came about: a wall was set, they moved to a
 * walled team, or took on a case of the other side. The case goes back to the team, where a lead who may look answers
 * for it (P1); offers end; open alerts and pages find somebody else at once.
 */
export class LeaveWalledHands {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many cases were looked at, each alone. */
  execute({ limit }: { readonly limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'walled-owner',
      find: (tx) => tx.cases.inWalledHands(limit),
      work: leave,
    });
  }
}

async function leave(tx: Transaction, caseId: CaseId): Promise<void> {
  const caseFile = await tx.cases.lock(caseId);
  if (caseFile === null || caseFile.closedAt !== null) return;
  const kept = async (userId: UserId | null) => userId !== null && (await tx.walls.keepsFrom(caseId, userId));
  if (await kept(caseFile.ownerUserId)) await releaseCase(tx, caseFile, 'wall');
  const offer = await tx.handovers.lockOpenOf(caseId);
  if (offer !== null && ((await kept(offer.toUserId)) || (await kept(offer.offeredBy)))) {
    await closeOffer(tx, { handover: offer, answer: 'withdraw', by: null });
  }
  await tx.claims.dropWalled(caseId);
  await tx.alerts.tellOthers(caseId);
  await tx.urgentPages.stepNow(caseId);
}
