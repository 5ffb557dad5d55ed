import {
  checkInRefusal,
  type CaseId,
  type CheckInRefusal,
  type SaidHow,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { todayAtDesk } from './desk-day';
import { openSupportTask } from './open-support-task';

export interface PromiseCheckInInput {
  readonly caseId: CaseId;
  /** The day that the person named, `YYYY-MM-DD`. */
  readonly on: string;
  readonly saidHow: SaidHow;
}

export type PromiseCheckInOutcome =
  { readonly kind: 'promised' } | NotFound | Refused<CheckInRefusal | 'promised-already' | 'contact-stopped'>;

/**
 * The person asks to be called on a day of theirs: an anniversary, a date at court. It stands after the case has closed
 * too. On that day it is a task for the team to call by a safe way; nothing is ever sent by itself.
 */
export class PromiseCheckIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: PromiseCheckInInput,
    repeatable: Repeatable,
  ): Promise<Once<PromiseCheckInOutcome>> {
    return this.unitOfWork.once<PromiseCheckInOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'promised' },
      (tx) => this.promise(tx, actor, input),
    );
  }

  private async promise(
    tx: Transaction,
    actor: StaffActor,
    { caseId, on, saidHow }: PromiseCheckInInput,
  ): Promise<PromiseCheckInOutcome> {
    const caseFile = await lockCaseFor(tx, 'promise-check-in', caseId);
    if (caseFile === null) return NOT_FOUND;
    const wrong = checkInRefusal({ on, today: await todayAtDesk(tx) });
    if (wrong !== null) return refuse(wrong);
    const { stopped } = await tx.safeContact.cardOf(caseFile.personId);
    if (stopped) return refuse('contact-stopped');
    const task = await openSupportTask(tx, {
      ids: this.ids,
      caseFile,
      kind: 'check-in',
      aboutId: caseId,
      openedBy: actor.userId,
      ownerUserId: null,
      plannedOn: on,
      mayContact: true,
      saidHow,
    });
    return task === null ? refuse('promised-already') : { kind: 'promised' };
  }
}
