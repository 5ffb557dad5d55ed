import { event, samplesReviewOn, type StaffActor, type StoredSampleId, type SupportTask } from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';
import { todayAtDesk } from './desk-day';
import { lowerFlag } from './lower-flag';
import { openSupportTask } from './open-support-task';

interface Finished {
  readonly ids: Ids;
  readonly actor: StaffActor;
  readonly caseFile: CaseRecord;
  readonly task: SupportTask;
  readonly nextOn: string | null;
}

/** What follows from how a review ended: the next look at it, or the end of what it was about. */
export async function afterTask(tx: Transaction, finished: Finished): Promise<void> {
  const { kind } = finished.task;
  if (kind === 'abuse-review') return afterAbuseReview(tx, finished);
  if (kind === 'sample-review') return afterSampleReview(tx, finished);
  if (kind === 'case-review') return afterCaseReview(tx, finished);
}

async function afterCaseReview(tx: Transaction, finished: Finished): Promise<void> {
  const { ids, actor, caseFile, task, nextOn } = finished;
  if (nextOn === null || caseFile.closedAt !== null) return;
  const next = { kind: 'case-review', aboutId: caseFile.id, matter: 'cadence', plannedOn: nextOn } as const;
  const by = { openedBy: actor.userId, ownerUserId: task.ownerUserId };
  await openSupportTask(tx, { ...next, ...by, ids, caseFile });
}

async function afterAbuseReview(tx: Transaction, finished: Finished): Promise<void> {
  const { ids, actor, caseFile, task, nextOn } = finished;
  const flag = await tx.support.lockStandingFlag(task.caseId);
  if (flag === null || flag.id !== task.aboutId) return;
  if (task.outcome === 'no-longer-so')
    return lowerFlag(tx, flag, { lowering: 'no-longer-so', by: actor.userId });
  if (nextOn === null) return;
  await tx.support.saveFlag({ ...flag, reviewOn: nextOn });
  const by = { openedBy: actor.userId, ownerUserId: actor.userId };
  await openSupportTask(tx, {
    ...by,
    ids,
    caseFile,
    kind: 'abuse-review',
    aboutId: flag.id,
    plannedOn: nextOn,
  });
}

async function afterSampleReview(tx: Transaction, finished: Finished): Promise<void> {
  const { ids, actor, caseFile, task, nextOn } = finished;
  const sample = await tx.support.lockSample(task.aboutId as StoredSampleId);
  if (sample === null || sample.endedAt !== null) return;
  const { outcome } = task;
  if (outcome === 'with-police' || outcome === 'no-longer-kept') {
    await tx.support.saveSample({ ...sample, ending: outcome, endedBy: actor.userId, endedAt: tx.now });
    await noted(tx, task, 'samples.ended', outcome);
    return;
  }
  if (nextOn === null) return;
  await tx.support.saveSample({ ...sample, keptUntil: nextOn });
  await noted(tx, task, 'samples.kept-on', null);
  const today = await todayAtDesk(tx);
  const by = { openedBy: actor.userId, ownerUserId: null };
  const plannedOn = samplesReviewOn({ keptUntil: nextOn, today });
  const mayContact = sample.remind;
  const about = { kind: 'sample-review', aboutId: sample.id } as const;
  await openSupportTask(tx, { ...by, ...about, ids, caseFile, plannedOn, mayContact });
}

async function noted(
  tx: Transaction,
  { caseId, aboutId }: SupportTask,
  type: string,
  reason: string | null,
): Promise<void> {
  const subject = { kind: 'case', id: caseId } as const;
  await tx.journal.append([
    event({ subject, caseId, type, happenedAt: tx.now, reason, payload: { sampleId: aboutId } }),
  ]);
}
