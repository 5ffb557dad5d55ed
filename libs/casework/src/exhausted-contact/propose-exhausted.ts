import {
  event,
  mayProposeExhausted,
  whatNext,
  type CaseId,
  type ExhaustedBasis,
  type ExhaustedRefusal,
  type StaffActor,
  type WelfareCheck,
} from '#libs/domain';
import type {
  CaseRecord,
  CheckId,
  ExhaustedRecord,
  Ids,
  Once,
  Repeatable,
  Transaction,
  UnitOfWork,
} from '../ports';
import { lockCaseFor } from '../cases';
import { checkOf } from '../contact-attempts';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';

export interface ExhaustedInput {
  readonly caseId: CaseId;
  readonly basis: ExhaustedBasis;
  readonly welfareCheck: WelfareCheck;
  /** The case as the proposer read it: an attempt made meanwhile changes what there is to sign. */
  readonly revision: number;
}

export type ExhaustedOutcome =
  | { readonly kind: 'proposed'; readonly checkId: CheckId; readonly caseId: CaseId }
  | NotFound
  | Stale
  | Refused<ExhaustedRefusal | 'case-closed'>;

/**
 * Puts to a duty lead that enough was tried. Nothing changes until another person has signed; the case stays open
 * then too, and the next safe number starts a new round (practice §2.2).
 */
export class ProposeExhausted {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: ExhaustedInput, repeatable: Repeatable): Promise<Once<ExhaustedOutcome>> {
    return this.unitOfWork.once<ExhaustedOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'proposed' },
      (tx) => this.propose(tx, actor, input),
    );
  }

  private async propose(
    tx: Transaction,
    actor: StaffActor,
    { caseId, basis, welfareCheck, revision }: ExhaustedInput,
  ): Promise<ExhaustedOutcome> {
    const caseFile = await lockCaseFor(tx, 'propose-exhausted', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if (caseFile.revision !== revision) return { kind: 'stale', revision: caseFile.revision };
    const { next, policyVersion } = await nextAttempt(tx, caseFile);
    const may = mayProposeExhausted({
      state: caseFile.contactState,
      next: next.kind,
      basis,
      role: actor.role,
      waiting: await tx.exhausted.waits(caseFile.id),
    });
    if (may.kind === 'refused') return may;
    const id = this.ids.next<CheckId>();
    const record: ExhaustedRecord = {
      checkId: id,
      caseId: caseFile.id,
      handlingAgencyId: caseFile.handlingAgencyId,
      basis,
      attempts: next.made,
      policyVersion,
      welfareCheck,
      recordedBy: actor.userId,
      recordedAt: tx.now,
    };
    const asked = { id, caseFile, reason: basis, askedBy: actor.userId };
    await tx.checks.insert({ ...checkOf(tx, asked), kind: 'exhausted' });
    await tx.exhausted.insert(record);
    await tx.cases.save(caseFile);
    await tx.journal.append([
      event({
        subject: { kind: 'check', id },
        caseId: caseFile.id,
        type: 'exhausted.proposed',
        happenedAt: tx.now,
        reason: basis,
        payload: { attempts: next.made, policyVersion, welfareCheck },
      }),
    ]);
    return { kind: 'proposed', checkId: id, caseId: caseFile.id };
  }
}

/** What the attempt policy that the case began under says of its attempts now. */
async function nextAttempt(tx: Transaction, caseFile: CaseRecord) {
  const policy = await tx.attemptPolicies.inForce(caseFile.openedAt);
  const [deadline] = await tx.deadlines.lockOfCase(caseFile.id);
  if (deadline === undefined) throw new Error('every case has a deadline');
  const { policyId: id, policyVersion: version } = deadline;
  const { calendar } = await tx.policies.version({ id, version });
  const { hours } = await tx.policies.calendarInForce({ id: calendar, at: tx.now });
  const next = whatNext({
    attempts: await tx.attempts.ofCase(caseFile.id),
    card: await tx.safeContact.cardOf(caseFile.personId),
    policy,
    desk: hours,
    now: tx.now,
  });
  return { next, policyVersion: policy.version };
}
