import type { AttemptRecord, CaseRecord, CheckId, CheckRecord, ExceptionRecord, Transaction } from '../ports';

/** Told after a deadline that the person was known: the conversation waits like any late entry (P4). */
export const IDENTITY_TOLD_LATE = 'identity-told-after-the-deadline';

/** A late entry waits for a second person: somebody other than whoever recorded it (P4). */
export async function askForCheck(
  tx: Transaction,
  {
    id,
    attempt,
    caseFile,
    reason = 'typed-in-after-the-deadline',
  }: { id: CheckId; attempt: AttemptRecord; caseFile: CaseRecord; reason?: string },
): Promise<void> {
  const asked = { id, caseFile, reason, askedBy: attempt.recordedBy };
  await tx.checks.insert({ ...checkOf(tx, asked), kind: 'late-entry', attemptId: attempt.id });
}

/** A reason to wait that begins long before it was typed in waits for a second person too. */
export async function askAboutException(
  tx: Transaction,
  { id, exception, caseFile }: { id: CheckId; exception: ExceptionRecord; caseFile: CaseRecord },
): Promise<void> {
  const asked = { id, caseFile, reason: exception.reason, askedBy: exception.recordedBy };
  await tx.checks.insert({
    ...checkOf(tx, asked),
    kind: 'back-dated-exception',
    exceptionId: exception.id,
  });
}

/** A check that waits, whatever it is about. */
export function checkOf(
  tx: Transaction,
  {
    id,
    caseFile,
    reason,
    askedBy,
  }: { id: CheckId; caseFile: CaseRecord; reason: string; askedBy: CheckRecord['askedBy'] },
): Omit<CheckRecord, 'kind'> {
  return {
    id,
    caseId: caseFile.id,
    handlingAgencyId: caseFile.handlingAgencyId,
    reference: caseFile.reference,
    attemptId: null,
    correctedStartAt: null,
    exceptionId: null,
    reason,
    askedBy,
    askedAt: tx.now,
    state: 'waiting',
    decidedBy: null,
    decidedAt: null,
    revision: 1,
  };
}
