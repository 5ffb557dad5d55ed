import { mayDo, type ErasureHindrance, type ErasureId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { openErasure } from './open-erasure';

export interface ProposeErasureInput {
  readonly reference: string;
}

export type ProposeErasureOutcome =
  { readonly kind: 'proposed'; readonly erasureId: ErasureId } | NotFound | Refused<ErasureHindrance>;

/**
 * The data-protection officer puts the erasure of one person's record before a second person, because the person asked
 * for it. Nothing is touched yet.
 */
export class ProposeErasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: ProposeErasureInput,
    repeatable: Repeatable,
  ): Promise<Once<ProposeErasureOutcome>> {
    return this.unitOfWork.once<ProposeErasureOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'proposed' },
      (tx) => this.propose(tx, actor, input),
    );
  }

  private async propose(
    tx: Transaction,
    actor: StaffActor,
    { reference }: ProposeErasureInput,
  ): Promise<ProposeErasureOutcome> {
    if (!mayDo(actor, 'propose-erasure')) return NOT_FOUND;
    const standing = await tx.retention.standingOf(reference);
    if (standing === null) return NOT_FOUND;
    return openErasure(tx, { standing, actor, ids: this.ids, requestId: null });
  }
}
