import { type CaseId, type UnderWay } from '#libs/domain';
import type { Transaction } from '../ports';

/** What is under way on a locked case, the clocks of first contact among it. */
export async function underWayOf(tx: Transaction, caseId: CaseId): Promise<UnderWay> {
  const deadlines = await tx.deadlines.lockOfCase(caseId);
  const running = deadlines.filter(({ state, dueAt }) => state === 'running' && dueAt >= tx.now);
  return { ...(await tx.endings.underWay(caseId)), runningClocks: running.length };
}
