import {
  checkReportTime,
  event,
  isoOf,
  mayActOn,
  type Instant,
  type ReferralId,
  type StaffActor,
  type ReportTimeRefusal,
} from '#libs/domain';
import type { CheckId, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';

export const START_CORRECTION_REASONS = ['typed-wrongly', 'reported-earlier', 'reported-later'] as const;
export type StartCorrectionReason = (typeof START_CORRECTION_REASONS)[number];

export interface CorrectedStartInput {
  readonly referralId: ReferralId;
  readonly reportedAt: Instant;
  readonly reason: StartCorrectionReason;
}

export type AskCorrectedStartOutcome =
  { readonly kind: 'asked'; readonly checkId: CheckId } | NotFound | Refused<ReportTimeRefusal | 'unchanged'>;

/** Asks for the start of the clock to be corrected. Nothing moves until a second person has confirmed it. */
export class AskCorrectedStart {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: CorrectedStartInput,
    repeatable: Repeatable,
  ): Promise<Once<AskCorrectedStartOutcome>> {
    return this.unitOfWork.once<AskCorrectedStartOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'asked' },
      (tx) => this.ask(tx, actor, input),
    );
  }

  private async ask(
    tx: Transaction,
    actor: StaffActor,
    { referralId, reportedAt, reason }: CorrectedStartInput,
  ): Promise<AskCorrectedStartOutcome> {
    const referral = await tx.referrals.find(referralId);
    if (referral === null || !mayActOn(actor, 'ask-corrected-start', referral)) return NOT_FOUND;
    const badTime = checkReportTime(reportedAt, tx.now);
    if (badTime !== null) return refuse(badTime);
    const started = await tx.referrals.startOf(referralId);
    if (started.reportedAt === reportedAt) return refuse('unchanged');
    const checkId = this.ids.next<CheckId>();
    await tx.checks.insert({
      id: checkId,
      kind: 'corrected-start',
      caseId: started.caseId,
      handlingAgencyId: referral.handlingAgencyId,
      reference: referral.reference,
      attemptId: null,
      correctedStartAt: reportedAt,
      exceptionId: null,
      reason,
      askedBy: actor.userId,
      askedAt: tx.now,
      state: 'waiting',
      decidedBy: null,
      decidedAt: null,
      revision: 1,
    });
    await tx.journal.append([
      event({
        subject: { kind: 'check', id: checkId },
        caseId: started.caseId,
        type: 'corrected-start.asked',
        happenedAt: tx.now,
        reason,
        payload: { reportedAt: isoOf(reportedAt) },
      }),
    ]);
    return { kind: 'asked', checkId };
  }
}
