import {
  hindranceToErase,
  mayDo,
  type Erasure,
  type ErasureHindrance,
  type ErasureId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { erasureEvent } from './erasure-event';

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
    const hindrance = hindranceToErase(standing);
    if (hindrance !== null) return refuse(hindrance);
    const { personId, caseId, handlingAgencyId } = standing;
    const erasure: Erasure = {
      ...UNDECIDED,
      id: this.ids.next<ErasureId>(),
      personId,
      caseId,
      reference: standing.reference,
      handlingAgencyId,
      cause: 'request',
      state: 'proposed',
      proposedBy: actor.userId,
      proposedAt: tx.now,
    };
    if (!(await tx.erasures.insert(erasure))) return refuse('already-proposed');
    await tx.journal.append([erasureEvent(erasure, { type: 'proposed', at: tx.now })]);
    return { kind: 'proposed', erasureId: erasure.id };
  }
}

const UNDECIDED = {
  outcome: null,
  ruleVersion: null,
  dueOn: null,
  suggestedAt: null,
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  doneAt: null,
  revision: 1,
} as const;
