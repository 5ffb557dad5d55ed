import { callBackEnd, event } from '#libs/domain';
import type { AttemptRecord, Transaction } from '../ports';

/** Whether a promised call was kept follows from the next attempt: nobody ticks it. */
export async function endCallBack(tx: Transaction, attempt: AttemptRecord): Promise<void> {
  const open = await tx.callBacks.openOf(attempt.caseId);
  if (open === null) return;
  const ended = callBackEnd({ at: open.at, triedAt: attempt.happenedAt });
  if (ended === null) return;
  await tx.callBacks.end({ id: open.id, ended, endedAt: tx.now, byAttempt: attempt.id });
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: attempt.caseId },
      caseId: attempt.caseId,
      type: `call-back.${ended}`,
      happenedAt: attempt.happenedAt,
      payload: { callBackId: open.id, attemptId: attempt.id },
    }),
  ]);
}
