import {
  event,
  isoOf,
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
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';

export interface ShiftInput {
  readonly userId: UserId;
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

export type RotaRefusal = ShiftRefusal | 'not-on-the-team';
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
    const shift: OnCallShift = {
      id: held?.id ?? this.ids.next<ShiftId>(),
      ...desk,
      ...input,
      revision: (held?.revision ?? 0) + 1,
    };
    await (held === null ? tx.onCall.insert(shift) : tx.onCall.change(shift));
    await note(tx, shift, held === null ? 'on-call-shift.added' : 'on-call-shift.changed');
    return { kind: 'kept', shiftId: shift.id };
  }

  private async remove(tx: Transaction, shift: OnCallShift): Promise<KeepRotaOutcome> {
    await tx.onCall.remove({ id: shift.id, at: tx.now, revision: shift.revision + 1 });
    await note(tx, shift, 'on-call-shift.removed');
    return { kind: 'kept', shiftId: shift.id };
  }
}

/** People who answer pages: active, of the agency, and in a role that handles cases. */
async function mayBeOnCall(tx: Transaction, actor: StaffActor, userId: UserId): Promise<boolean> {
  const person = await tx.staff.find(userId);
  if (person === null || person.agencyId !== actor.agencyId || person.state !== 'active') return false;
  const { agencyId, teamId, role } = person;
  return mayDo({ kind: 'staff', userId, agencyId, teamId, role }, 'answer-urgent-page');
}

function note(tx: Transaction, shift: OnCallShift, type: string): Promise<void> {
  const { id, teamId, userId, fromAt, toAt } = shift;
  return tx.journal.append([
    event({
      subject: { kind: 'on-call-shift', id },
      type,
      happenedAt: tx.now,
      payload: { teamId, userId, fromAt: isoOf(fromAt), toAt: isoOf(toAt) },
    }),
  ]);
}
