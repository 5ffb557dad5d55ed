import {
  openedTask,
  startSupportTask,
  SUPPORT_CLOCKS,
  type SaidHow,
  type SupportTask,
  type SupportTaskId,
  type Instant,
  type SupportTaskKind,
  type TaskMatter,
  type UserId,
} from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';
import { dueInWorkingDays } from '../safeguarding/due-in-working-days';
import { startOfDay } from './desk-day';

interface Wanted {
  readonly ids: Ids;
  readonly caseFile: Pick<CaseRecord, 'id' | 'personId' | 'handlingAgencyId' | 'reference'>;
  readonly kind: SupportTaskKind;
  /** The flag or the sample it is about; the case when it is about nothing else. */
  readonly aboutId: string;
  readonly matter?: TaskMatter | null;
  /** Under which id, when something is sealed beside it; a new one else. */
  readonly id?: SupportTaskId;
  /** When somebody named the time; by its kind's working days else. */
  readonly dueAt?: Instant;
  readonly openedBy: UserId;
  readonly ownerUserId: UserId | null;
  readonly plannedOn?: string | null;
  readonly mayContact?: boolean;
  readonly saidHow?: SaidHow | null;
}

/**
 * Opens a task, or answers null when a live one of its kind about the same thing is there. What is planned is due on
 * its day; its working days are counted when that day comes, for the bank holidays until then need not be known yet.
 */
export async function openSupportTask(tx: Transaction, wanted: Wanted): Promise<SupportTask | null> {
  const {
    ids,
    caseFile,
    plannedOn = null,
    mayContact = false,
    saidHow = null,
    matter = null,
    ...rest
  } = wanted;
  const { version, actWithinDays } = SUPPORT_CLOCKS;
  const dueAt =
    wanted.dueAt ??
    (plannedOn === null
      ? await dueInWorkingDays(tx, actWithinDays[wanted.kind])
      : await startOfDay(tx, plannedOn));
  const { id: caseId, personId, handlingAgencyId, reference } = caseFile;
  const of = { caseId, personId, handlingAgencyId, reference };
  const id = wanted.id ?? ids.next<SupportTaskId>();
  const seed = { ...rest, ...of, id, matter, plannedOn, mayContact, saidHow, dueAt };
  const task = startSupportTask(seed, { policyVersion: version, now: tx.now });
  if (!(await tx.support.open(task))) return null;
  await tx.journal.append([openedTask(task)]);
  return task;
}
