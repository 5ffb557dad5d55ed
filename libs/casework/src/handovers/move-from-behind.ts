import { standsBefore, type StaffActor, type Wall } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import type { CaseRecord, Ids, Transaction } from '../ports';
import { leaveWalledService } from '../service-requests/lapse-requests';
import { takeOver, withdrawOpenOffer } from './move-ownership';
import { releaseCase } from './release-cases-of';

/**
 * Before a wall goes up: every open case of the person whose owner it would keep out moves in the same transaction, to
 * the lead who sets the wall, or to the team when it stands before that lead too (P1, P15). Offers end: whoever was
 * offered the case may be behind the wall. Cases that the lead may not see are the worker's (`LeaveWalledHands`).
 */
export async function moveFromBehind(
  tx: Transaction,
  actor: StaffActor,
  { caseFile, wall, ids }: { readonly caseFile: CaseRecord; readonly wall: Wall; readonly ids: Ids },
): Promise<void> {
  await moveOne(tx, actor, { caseFile, wall, ids });
  for (const id of await tx.contactStops.openCasesOf(caseFile.personId)) {
    const other = id === caseFile.id ? null : await lockCaseFor(tx, 'set-wall', id);
    if (other !== null) await moveOne(tx, actor, { caseFile: other, wall, ids });
  }
}

async function moveOne(
  tx: Transaction,
  actor: StaffActor,
  { caseFile, wall, ids }: { readonly caseFile: CaseRecord; readonly wall: Wall; readonly ids: Ids },
): Promise<void> {
  await leaveWalledService(tx, { caseFile, wall, ids });
  if (caseFile.closedAt !== null || !(await ownerIsBehind(tx, { caseFile, wall }))) {
    await withdrawOpenOffer(tx, caseFile, actor.userId);
    await tx.cases.save(caseFile);
    return;
  }
  if (!keepsOut(wall, actor)) {
    await takeOver(tx, caseFile, actor);
    return;
  }
  await withdrawOpenOffer(tx, caseFile, actor.userId);
  await releaseCase(tx, caseFile, 'wall');
}

async function ownerIsBehind(
  tx: Transaction,
  { caseFile: { ownerUserId }, wall }: { readonly caseFile: CaseRecord; readonly wall: Wall },
): Promise<boolean> {
  const owner = ownerUserId === null ? null : await tx.staff.find(ownerUserId);
  if (owner === null) return false;
  const { id: userId, role, agencyId, teamId } = owner;
  return keepsOut(wall, { kind: 'staff', userId, role, agencyId, teamId });
}

function keepsOut(wall: Wall, actor: StaffActor): boolean {
  return standsBefore(actor, { ...wall, workers: [] });
}
