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

/** Asks the police when an attempt has left no number that may be called. `caseFile` is locked. */
export async function askAfterAttempt(
  tx: Transaction,
  options: {
    ids: Ids;
    caseFile: Pick<CaseRecord, 'id' | 'referralId'>;
    card: SafeContactCard;
    outcome: Outcome;
  },
): Promise<void> {
  const { ids, caseFile, card, outcome } = options;
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

/** Asks again what was taken back when a case closed that is open again; its time to answer begins anew. */
export async function askAgainAfterClosing(
  tx: Transaction,
  { ids, caseFile }: { ids: Ids; caseFile: Pick<CaseRecord, 'id' | 'referralId'> },
): Promise<void> {
  const taken = await tx.policeTasks.takenBackByClosing(caseFile.id);
  const referral = taken.length === 0 ? null : await tx.referrals.find(caseFile.referralId);
  if (referral === null) return;
  for (const { kind, cause } of taken) {
    await openPoliceTask(tx, { ids, wanted: { kind, cause }, referral, caseId: caseFile.id });
  }
}
