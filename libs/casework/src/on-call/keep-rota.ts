import {
  mayDo,
  shiftFault,
  type Instant,
  type OnCallShift,
  type ShiftId,
  type ShiftRefusal,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { lapseSwapOf } from '../rota/lapse-swaps';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import { mayBeOnCall } from './may-be-on-call';
import { shiftEvent } from './shift-event';

export interface ShiftInput {
  readonly userId: UserId;
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

export type RotaRefusal = ShiftRefusal | 'not-on-the-team' | 'on-leave';
export type KeepRotaOutcome =
  { readonly kind: 'kept'; readonly shiftId: ShiftId } | NotFound | Stale | Refused<RotaRefusal>;

export type RotaChange =
  | { readonly kind: 'add'; readonly shift: ShiftInput }
  | {
      readonly kind: 'change';
      readonly shiftId: ShiftId;
      readonly revision: number;
      readonly shift: ShiftInput;
    }
  | { readonly kind: 'remove'; readonly shiftId: ShiftId; readonly revision: number };

/**
 * Adds, changes or removes a shift of the desk's rota. The rota is locked first, so of two colleagues who fill one
 * gap one does, and the other reads that it is filled.
 */
export class KeepRota {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, change: RotaChange, repeatable: Repeatable): Promise<Once<KeepRotaOutcome>> {
    return this.unitOfWork.once<KeepRotaOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'kept' },
      (tx) => this.keep(tx, actor, change),
    );
  }

  private async keep(tx: Transaction, actor: StaffActor, change: RotaChange): Promise<KeepRotaOutcome> {
    const desk = await tx.referrals.desk();
    if (!mayDo(actor, 'keep-rota') || actor.agencyId !== desk.agencyId) return NOT_FOUND;
    await tx.onCall.lockRota(desk.teamId);
    const held = change.kind === 'add' ? null : await tx.onCall.find(change.shiftId);
    if (change.kind !== 'add') {
      if (held === null || held.agencyId !== actor.agencyId) return NOT_FOUND;
      if (held.revision !== change.revision) return { kind: 'stale', revision: held.revision };
      if (change.kind === 'remove') return this.remove(tx, held);
    }
    const { shift: input } = change;
    const others = (await tx.onCall.shiftsOf({ teamId: desk.teamId, ...input })).filter(
      ({ id }) => id !== held?.id,
    );
    const fault = shiftFault({ span: input, others, now: tx.now });
    if (fault !== null) return refuse<RotaRefusal>(fault);
    if (!(await mayBeOnCall(tx, actor, input.userId))) return refuse<RotaRefusal>('not-on-the-team');
    if (await tx.leaves.isAwayDuring(input.userId, input)) return refuse<RotaRefusal>('on-leave');
    const shift: OnCallShift = {
      id: held?.id ?? this.ids.next<ShiftId>(),
      ...desk,
      ...input,
      revision: (held?.revision ?? 0) + 1,
    };
    await (held === null ? tx.onCall.insert(shift) : tx.onCall.change(shift));
    if (held !== null) await lapseSwapOf(tx, held.id);
    const type = held === null ? 'on-call-shift.added' : 'on-call-shift.changed';
    await tx.journal.append([shiftEvent(shift, type, tx.now)]);
    return { kind: 'kept', shiftId: shift.id };
  }

  private async remove(tx: Transaction, shift: OnCallShift): Promise<KeepRotaOutcome> {
    await tx.onCall.remove({ id: shift.id, at: tx.now, revision: shift.revision + 1 });
    await lapseSwapOf(tx, shift.id);
    await tx.journal.append([shiftEvent(shift, 'on-call-shift.removed', tx.now)]);
    return { kind: 'kept', shiftId: shift.id };
  }
}
