import { mayActOn, type Act, type SafeguardingTask, type SafeguardingTaskId } from '#libs/domain';
import type { Transaction } from '../ports';

/** A task on which this actor may do this; null for one that does not exist or may not be seen (P7). */
export async function findTaskFor(
  tx: Transaction,
  act: Act,
  id: SafeguardingTaskId,
): Promise<SafeguardingTask | null> {
  return allowed(tx, act, await tx.safeguarding.find(id));
}

export async function lockTaskFor(
  tx: Transaction,
  act: Act,
  id: SafeguardingTaskId,
): Promise<SafeguardingTask | null> {
  return allowed(tx, act, await tx.safeguarding.lock(id));
}

/** The agency that handles the case answers for its tasks; no other has any. */
async function allowed(
  tx: Transaction,
  act: Act,
  task: SafeguardingTask | null,
): Promise<SafeguardingTask | null> {
  if (task === null) return null;
  const { handlingAgencyId, personId } = task;
  const walls = await tx.walls.standing([personId]);
  const relation = { handlingAgencyId, referringAgencyId: handlingAgencyId, referringTeamId: null, walls };
  return mayActOn(tx.actor, act, relation) ? task : null;
}
