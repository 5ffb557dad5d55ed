import { event, factsOf, feedbackOf, mayDecideCheck, type CheckRefusal, type StaffActor } from '#libs/domain';
import type {
  CaseRecord,
  CheckId,
  CheckRecord,
  Ids,
  Once,
  Repeatable,
  Transaction,
  UnitOfWork,
} from '../ports';
import { settleCase } from '../deadlines';
import { NOT_FOUND, type NotFound, type Refused, type Stale } from '../outcome';
import { claimLateEntries } from './claim-late-entries';
import { moveStart } from './move-start';

export interface CheckDecision {
  readonly checkId: CheckId;
  readonly decision: 'confirmed' | 'declined';
  /** The revision the second person read. */
  readonly revision: number;
}

export type CheckOutcome =
  | { readonly kind: 'decided'; readonly caseId: CheckRecord['caseId'] }
  | NotFound
  | Stale
  | Refused<CheckRefusal>;

/** A second person confirms or declines a late entry or a corrected start; only then can it change a figure (P4). */
export class DecideCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, decision: CheckDecision, repeatable: Repeatable): Promise<Once<CheckOutcome>> {
    return this.unitOfWork.once<CheckOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'decided' },
      (tx) => this.decide(tx, actor, decision),
    );
  }

  private async decide(
    tx: Transaction,
    actor: StaffActor,
    { checkId, decision, revision }: CheckDecision,
  ): Promise<CheckOutcome> {
    const check = await tx.checks.lock(checkId);
    if (check === null || check.handlingAgencyId !== actor.agencyId) return NOT_FOUND;
    const may = mayDecideCheck(actor, check);
    if (may.kind === 'refused') return may;
    if (check.revision !== revision) return { kind: 'stale', revision: check.revision };
    const caseFile = await tx.cases.lock(check.caseId);
    if (caseFile === null) return NOT_FOUND;
    await tx.checks.save({ ...check, state: decision, decidedBy: actor.userId, decidedAt: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'check', id: check.id },
        caseId: check.caseId,
        type: `${check.kind}.${decision}`,
        happenedAt: tx.now,
        reason: check.reason,
        payload: { attemptId: check.attemptId, askedBy: check.askedBy },
      }),
    ]);
    await this.apply(tx, { check, caseFile, decision });
    return { kind: 'decided', caseId: check.caseId };
  }

  private async apply(
    tx: Transaction,
    {
      check,
      caseFile,
      decision,
    }: { check: CheckRecord; caseFile: CaseRecord; decision: 'confirmed' | 'declined' },
  ): Promise<void> {
    if (check.attemptId !== null)
      await tx.attempts.setConfirmation({ id: check.attemptId, confirmation: decision });
    const held = await tx.deadlines.lockOfCase(caseFile.id);
    const start = decision === 'confirmed' ? check.correctedStartAt : null;
    const deadlines =
      start === null ? held : await moveStart(tx, { caseFile, deadlines: held, startedAt: start });
    const card = await tx.safeContact.cardOf(caseFile.personId);
    const recorded = await tx.attempts.ofCase(caseFile.id);
    const attempts =
      start === null
        ? recorded
        : await claimLateEntries(tx, { ids: this.ids, caseFile, deadlines, attempts: recorded });
    const settled = await settleCase(tx, { caseFile, deadlines, attempts, card });
    await tx.cases.save({ ...caseFile, ...settled.standing });
    const feedback = feedbackOf({
      state: caseFile.contactState,
      attempts: attempts.length,
      everReached: factsOf(attempts)['first-safe-reach'] !== undefined,
      routes: card.routes,
    });
    await tx.referrals.giveFeedback({ id: caseFile.referralId, feedback });
  }
}
