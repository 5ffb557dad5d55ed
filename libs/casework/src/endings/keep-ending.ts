import {
  keptUntil,
  retentionOutcomeOf,
  closeReasonOf,
  type CaseEnding,
  type EndingId,
  type EndReason,
  type UserId,
} from '#libs/domain';
import type { CaseRecord, Transaction } from '../ports';

type Answers = Pick<CaseEnding, 'door' | 'feedback' | 'reopening' | 'sameWorker' | 'checkInOn'>;

export const NOT_ASKED: Answers = {
  door: 'not-asked',
  feedback: 'not-asked',
  reopening: 'not-asked',
  sameWorker: 'not-asked',
  checkInOn: null,
};

/** Keeps how an episode ended, with the day until which its record is kept by the schedule of today. */
export async function keepEnding(
  tx: Transaction,
  options: {
    readonly id: EndingId;
    readonly caseFile: CaseRecord;
    readonly reason: EndReason;
    readonly answers: Answers;
    readonly endedBy: UserId | null;
  },
): Promise<CaseEnding> {
  const { id, caseFile, reason, answers, endedBy } = options;
  const { id: caseId, personId, handlingAgencyId, ownerUserId } = caseFile;
  const schedule = await tx.retention.scheduleInForce(tx.now);
  const outcome = retentionOutcomeOf({
    ageBand: await tx.consents.ageBandOf(personId),
    closeReason: closeReasonOf(reason),
    spokenWith: await tx.endings.spokenWith(personId),
  });
  const ending: CaseEnding = {
    ...answers,
    id,
    caseId,
    personId,
    handlingAgencyId,
    reason,
    received: await tx.endings.received(caseId),
    workerUserId: ownerUserId,
    keepUntilAt: keptUntil(schedule, { outcome, endedAt: tx.now }).at,
    keepOutcome: outcome,
    scheduleVersion: schedule.version,
    endedBy,
    endedAt: tx.now,
    undoneAt: null,
    revision: 1,
  };
  await tx.endings.insert(ending);
  return ending;
}
