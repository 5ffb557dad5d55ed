import {
  restartAfterMistake,
  stopForDeath,
  type CaseId,
  type Duty,
  type DutyStep,
  type Instant,
} from '#libs/domain';
import type { Transaction } from '../ports';
import { keepSteps } from './keep-steps';

/** Ends every open duty of a case in this transaction because the person has died; nothing is alerted any more. */
export function stopDuties(tx: Transaction, caseId: CaseId): Promise<void> {
  return eachDuty(tx, { caseId, change: stopForDeath });
}

/** Lets what a death recorded by mistake had ended run again, to the time it always had. */
export function restartDuties(tx: Transaction, caseId: CaseId): Promise<void> {
  return eachDuty(tx, { caseId, change: restartAfterMistake });
}

async function eachDuty(
  tx: Transaction,
  asked: { readonly caseId: CaseId; readonly change: (duty: Duty, now: Instant) => DutyStep | null },
): Promise<void> {
  await tx.duties.lockCases([asked.caseId]);
  const duties = await tx.duties.ofCases([asked.caseId]);
  const steps = duties.map((duty) => asked.change(duty, tx.now)).filter((step) => step !== null);
  await keepSteps(tx, steps);
}
