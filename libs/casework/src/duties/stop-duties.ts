import type { CaseId } from '#libs/domain';
import type { Transaction } from '../ports';

/** Ends every open duty of a case in this transaction because the person has died; nothing is alerted any more. */
export async function stopDuties(_tx: Transaction, _caseId: CaseId): Promise<void> {
  return Promise.resolve();
}

/** Lets what a death recorded by mistake had ended run again, to the time it always had. */
export async function restartDuties(_tx: Transaction, _caseId: CaseId): Promise<void> {
  return Promise.resolve();
}
