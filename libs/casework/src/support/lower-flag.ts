import { event, withdrawSupportTask, type AbuseFlag, type Lowering, type UserId } from '#libs/domain';
import type { Transaction } from '../ports';

/** Takes down a locked flag, and with it whatever nobody has sent or done yet; what was sent is still answered for. */
export async function lowerFlag(
  tx: Transaction,
  flag: AbuseFlag,
  { lowering, by }: { lowering: Lowering; by: UserId },
): Promise<void> {
  await tx.support.saveFlag({ ...flag, lowering, loweredBy: by, loweredAt: tx.now });
  const { caseId } = flag;
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseId },
      caseId,
      type: 'domestic-abuse.lowered',
      happenedAt: tx.now,
      reason: lowering,
      payload: { flagId: flag.id },
    }),
  ]);
  for (const task of await tx.support.lockLiveAbout(flag.id)) {
    if (task.state === 'sent') continue;
    const ended = withdrawSupportTask(task, { outcome: 'flag-lowered', by, now: tx.now });
    if (ended.kind === 'refused') continue;
    await tx.support.save(ended.task);
    await tx.journal.append(ended.events);
  }
}
