import { event, mayDecideCheck, type CheckRefusal, type Deadline, type StaffActor } from '#libs/domain';
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
import { adjustDeadlines, standAfterAttempts } from '../contact-attempts';
import { settleCase } from '../deadlines';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import { claimLateEntries } from './claim-late-entries';
import { moveStart } from './move-start';
import { settleLateEntry, stateAfterCheck, stillFits } from './state-after-check';

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
    if (decision === 'confirmed' && !stillFits(check, caseFile)) return refuse('moved-on');
    await tx.checks.save({ ...check, state: decision, decidedBy: actor.userId, decidedAt: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'check', id: check.id },
        caseId: check.caseId,
        type: `${check.kind}.${decision}`,
        happenedAt: tx.now,
        reason: check.reason,
        payload: { attemptId: check.attemptId, exceptionId: check.exceptionId, askedBy: check.askedBy },
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
      await settleLateEntry(tx, { ...check, attemptId: check.attemptId }, decision);
    const held = await tx.deadlines.lockOfCase(caseFile.id);
    const start = decision === 'confirmed' ? check.correctedStartAt : null;
    const moved =
      start === null ? held : await moveStart(tx, { caseFile, deadlines: held, startedAt: start });
    const deadlines = check.exceptionId === null ? moved : await this.adjust(tx, { check, deadlines: moved });
    const card = await tx.safeContact.cardOf(caseFile.personId);
    const recorded = await tx.attempts.ofCase(caseFile.id);
    const attempts =
      start === null
        ? recorded
        : await claimLateEntries(tx, { ids: this.ids, caseFile, deadlines, attempts: recorded });
    const settled = await settleCase(tx, { caseFile, deadlines, attempts, card });
    const contactState = stateAfterCheck({ check, decision, caseFile, attempts, card });
    await standAfterAttempts(tx, { caseFile, contactState, attempts, settled, card });
  }

  /** Whatever was decided: a reason to wait that was confirmed counts from now on, one that was not never does. */
  private async adjust(
    tx: Transaction,
    { check, deadlines }: { check: CheckRecord; deadlines: readonly Deadline[] },
  ): Promise<readonly Deadline[]> {
    const exceptions = await tx.exceptions.ofCase(check.caseId);
    return adjustDeadlines(tx, { deadlines, exceptions, reason: check.reason });
  }
}
