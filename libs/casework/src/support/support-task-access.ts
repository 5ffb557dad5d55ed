import { mayActOn, type Act, type SupportTask, type SupportTaskId } from '#libs/domain';
import type { Transaction } from '../ports';

/** A task on which this actor may do this; null for one that does not exist or may not be seen (P7). */
export async function findSupportTaskFor(
  tx: Transaction,
  act: Act,
  id: SupportTaskId,
): Promise<SupportTask | null> {
  return allowed(tx, act, await tx.support.find(id));
}

export async function lockSupportTaskFor(
  tx: Transaction,
  act: Act,
  id: SupportTaskId,
): Promise<SupportTask | null> {
  return allowed(tx, act, await tx.support.lock(id));
}

async function allowed(tx: Transaction, act: Act, task: SupportTask | null): Promise<SupportTask | null> {
  if (task === null) return null;
  const { handlingAgencyId, caseId, personId } = task;
  const walls = await tx.walls.binding({ caseId, personId });
  const relation = { handlingAgencyId, referringAgencyId: handlingAgencyId, referringTeamId: null, walls };
  return mayActOn(tx.actor, act, relation) ? task : null;
}
