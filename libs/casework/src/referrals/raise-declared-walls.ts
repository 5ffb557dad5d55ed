import { declaredWalls, type StaffActor, type Wall, type WallId, type Workplace } from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';
import { wallEvent } from '../walls/wall-event';
import { wallOn } from '../walls/set-wall';

/** The walls that whoever refers asked for by saying where the person works: from the first second, and silently (P7). */
export async function raiseDeclaredWalls(
  tx: Transaction,
  {
    ids,
    referrer,
    caseFile,
    workplace,
  }: { ids: Ids; referrer: StaffActor; caseFile: CaseRecord; workplace: Workplace },
): Promise<void> {
  const workplaces = await tx.referrals.workplaces();
  const walls = declaredWalls(workplace, { workplaces, referrer }).map((declared): Wall => {
    const by = { actor: referrer, now: tx.now, id: ids.next<WallId>() };
    return { ...wallOn(caseFile, by), ...declared, basis: 'declared-at-intake' };
  });
  await tx.journal.append(walls.map((wall) => wallEvent(wall, 'wall.set', tx.now)));
  for (const wall of walls) await tx.walls.insert(wall);
}
