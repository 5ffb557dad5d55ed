import {
  isReview,
  kindForAge,
  openedSafeguarding,
  SAFEGUARDING_POLICY,
  stageOf,
  startSafeguarding,
  type AgeBand,
  type AgencyId,
  type CaseId,
  type PersonId,
  type SafeguardingKind,
  type SafeguardingTask,
  type SafeguardingTaskId,
  type UserId,
} from '#libs/domain';
import type { Ids, Transaction } from '../ports';
import { dueInWorkingDays } from './due-in-working-days';

interface OfCase {
  readonly id: CaseId;
  readonly personId: PersonId;
  readonly reference: string;
  readonly handlingAgencyId: AgencyId;
}

interface Wanted {
  readonly ids: Ids;
  readonly kind: SafeguardingKind;
  readonly caseFile: OfCase;
  readonly openedBy?: UserId | null;
  readonly lookAgainOn?: string | null;
}

/** Opens a task, or answers null when a live one of its kind is there already. */
export async function openSafeguarding(tx: Transaction, wanted: Wanted): Promise<SafeguardingTask | null> {
  const task = await newTask(tx, wanted);
  if (!(await tx.safeguarding.open(task))) return null;
  await tx.journal.append([openedSafeguarding(task)]);
  return task;
}

/** What the age alone asks for, in the transaction that takes a referral on; whoever refers reads nothing of it back. */
export async function safeguardAtIntake(
  tx: Transaction,
  { ids, band, caseFile }: { ids: Ids; band: AgeBand; caseFile: OfCase },
): Promise<void> {
  const kind = kindForAge(stageOf(band));
  if (kind === null) return;
  const task = await newTask(tx, { ids, kind, caseFile });
  await tx.safeguarding.openAtIntake(task);
  await tx.journal.append([openedSafeguarding(task)]);
}

async function newTask(tx: Transaction, wanted: Wanted): Promise<SafeguardingTask> {
  const { ids, kind, caseFile, openedBy = null, lookAgainOn = null } = wanted;
  const { version, tellWithinDays, reviewWithinDays } = SAFEGUARDING_POLICY;
  const dueAt = await dueInWorkingDays(tx, isReview(kind) ? reviewWithinDays : tellWithinDays);
  const { id: caseId, personId, reference, handlingAgencyId } = caseFile;
  const id = ids.next<SafeguardingTaskId>();
  const seed = { id, kind, caseId, personId, handlingAgencyId, reference, openedBy, lookAgainOn, dueAt };
  return startSafeguarding(seed, { policyVersion: version, now: tx.now });
}
