import {
  event,
  type CaseId,
  type Instant,
  type SaidHow,
  type SignpostKind,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface RecordSignpostInput {
  readonly caseId: CaseId;
  readonly kinds: readonly SignpostKind[];
  readonly givenHow: SaidHow;
  readonly givenAt: Instant;
}

export type RecordSignpostOutcome =
  | { readonly kind: 'recorded' }
  | NotFound
  | Refused<'case-closed' | 'nothing-chosen' | 'in-the-future' | 'before-the-case'>;

/** The person was told of services that they may go to themselves. Nothing of theirs was passed on to anybody. */
export class RecordSignpost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: RecordSignpostInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordSignpostOutcome>> {
    return this.unitOfWork.once<RecordSignpostOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    { caseId, kinds, givenHow, givenAt }: RecordSignpostInput,
  ): Promise<RecordSignpostOutcome> {
    const caseFile = await lockCaseFor(tx, 'signpost', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if (kinds.length === 0) return refuse('nothing-chosen');
    if (givenAt > tx.now) return refuse('in-the-future');
    if (givenAt < caseFile.openedAt - (caseFile.openedAt % 60_000)) return refuse('before-the-case');
    const { personId, handlingAgencyId } = caseFile;
    const of = { caseId, personId, handlingAgencyId, givenHow, givenAt };
    for (const kind of new Set(kinds)) {
      const by = { recordedBy: actor.userId, recordedAt: tx.now };
      await tx.support.addSignpost({ ...of, ...by, id: this.ids.next<string>(), kind });
    }
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'case.signposted',
        happenedAt: givenAt,
        payload: { kinds: [...new Set(kinds)], givenHow },
      }),
    ]);
    return { kind: 'recorded' };
  }
}
