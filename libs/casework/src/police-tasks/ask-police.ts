import type { AskCause, CaseId, PoliceTaskId, StaffActor, TaskKind } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import type { Ids, Once, ReferralRecord, Repeatable, Transaction, UnitOfWork } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { openPoliceTask } from './open-police-task';

export interface AskPoliceInput {
  readonly caseId: CaseId;
  readonly kind: TaskKind;
  readonly cause: AskCause;
}

export type AskPoliceOutcome =
  | { readonly kind: 'asked'; readonly taskId: PoliceTaskId; readonly caseId: CaseId }
  | NotFound
  | Refused<'case-closed' | 'no-police-team' | 'asked-already' | 'known-already'>;

/** A responder asks the police team by hand. Kind and reason are codes: nothing a person said goes with them (P7). */
export class AskPolice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: AskPoliceInput, repeatable: Repeatable): Promise<Once<AskPoliceOutcome>> {
    return this.unitOfWork.once<AskPoliceOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'asked' },
      (tx) => this.ask(tx, input),
    );
  }

  private async ask(tx: Transaction, { caseId, kind, cause }: AskPoliceInput): Promise<AskPoliceOutcome> {
    const caseFile = await lockCaseFor(tx, 'ask-police', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const open = await tx.policeTasks.lockOpenOf(caseId);
    if (open.some((task) => task.kind === kind)) return refuse('asked-already');
    const referral = await tx.referrals.find(caseFile.referralId);
    if (referral === null) return NOT_FOUND;
    if (kind === 'add-crime-number' && (await crimeNumberKnown(tx, referral))) return refuse('known-already');
    const task = await openPoliceTask(tx, { ids: this.ids, wanted: { kind, cause }, referral, caseId });
    return task === null ? refuse('no-police-team') : { kind: 'asked', taskId: task.id, caseId };
  }
}

/** A number that is sealed already is never overwritten, so an answer to this question would be lost. */
async function crimeNumberKnown(
  tx: Transaction,
  { personId, reportId }: Pick<ReferralRecord, 'personId' | 'reportId'>,
): Promise<boolean> {
  const sealed = await tx.safeContact.sealedOf(personId, [reportId]);
  return sealed.some(({ kind }) => kind === 'crime-reference');
}
