import {
  needlessBecause,
  taskAfterAttempt,
  withdrawTask,
  type Outcome,
  type SafeContactCard,
  type Withdrawal,
} from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';
import { openPoliceTask } from './open-police-task';

/**
 * Brings the questions to the police in line with an attempt: takes back what is not needed any more, and asks anew
 * when no number is left that may be called. `caseFile` is locked and as it was saved.
 */
export async function keepPoliceTasks(
  tx: Transaction,
  options: { ids: Ids; caseFile: CaseRecord; card: SafeContactCard; outcome: Outcome },
): Promise<void> {
  const { ids, caseFile, card, outcome } = options;
  await withdrawNeedlessTasks(tx, { caseFile, routeAdded: false });
  const wanted = taskAfterAttempt({ outcome, routes: card.routes });
  if (wanted === null) return;
  const referral = await tx.referrals.find(caseFile.referralId);
  if (referral !== null) await openPoliceTask(tx, { ids, wanted, referral, caseId: caseFile.id });
}

/** Takes back the open questions of a locked case that its state makes needless: reached, closed, a route found. */
export async function withdrawNeedlessTasks(
  tx: Transaction,
  { caseFile, routeAdded }: { caseFile: Pick<CaseRecord, 'id' | 'contactState'>; routeAdded: boolean },
): Promise<void> {
  const open = await tx.policeTasks.lockOpenOf(caseFile.id);
  const steps = open.flatMap((task) => {
    const why: Withdrawal | null = needlessBecause(task, { state: caseFile.contactState, routeAdded });
    return why === null ? [] : [withdrawTask(task, { why, now: tx.now })];
  });
  await tx.policeTasks.save(steps.map(({ task }) => task));
  await tx.journal.append(steps.flatMap(({ events }) => events));
}
