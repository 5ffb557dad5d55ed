import type { AttemptRecord, CaseRecord, CheckId, Transaction } from '../ports';

/** A late entry waits for a second person: somebody other than whoever recorded it (P4). */
export async function askForCheck(
  tx: Transaction,
  { id, attempt, caseFile }: { id: CheckId; attempt: AttemptRecord; caseFile: CaseRecord },
): Promise<void> {
  await tx.checks.insert({
    id,
    kind: 'late-entry',
    caseId: caseFile.id,
    handlingAgencyId: caseFile.handlingAgencyId,
    reference: caseFile.reference,
    attemptId: attempt.id,
    correctedStartAt: null,
    reason: 'typed-in-after-the-deadline',
    askedBy: attempt.recordedBy,
    askedAt: tx.now,
    state: 'waiting',
    decidedBy: null,
    decidedAt: null,
    revision: 1,
  });
}
