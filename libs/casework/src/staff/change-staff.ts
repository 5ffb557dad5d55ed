import {
  event,
  INVITATION_LASTS,
  keepsStaffOf,
  mayDo,
  plus,
  rightsFault,
  type Role,
  type StaffActor,
  type StaffChangeRefusal,
  type TeamId,
  type UserId,
} from '#libs/domain';
import type { Once, Repeatable, StaffRecord, Transaction, UnitOfWork } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';

export type StaffChange =
  | { readonly kind: 'rights'; readonly role: Role; readonly teamId: TeamId | null }
  | { readonly kind: 'disable' }
  | { readonly kind: 'enable' };

export type ChangeStaffRefusal = StaffChangeRefusal | 'unknown-team' | 'already-so';
export type ChangeStaffOutcome =
  { readonly kind: 'changed'; readonly shiftsFreed: number } | NotFound | Stale | Refused<ChangeStaffRefusal>;

/**
 * Gives an account another role or team, closes it or opens it again. A closed account is refused at its next
 * request. The shifts of whoever answers no pages any more are free in the same transaction, and the worker hands
 * the open cases of whoever may own none back to the team.
 */
export class ChangeStaff {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    request: { readonly userId: UserId; readonly revision: number; readonly change: StaffChange },
    repeatable: Repeatable,
  ): Promise<Once<ChangeStaffOutcome>> {
    return this.unitOfWork.once<ChangeStaffOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.apply(tx, actor, request),
    );
  }

  private async apply(
    tx: Transaction,
    actor: StaffActor,
    { userId, revision, change }: { userId: UserId; revision: number; change: StaffChange },
  ): Promise<ChangeStaffOutcome> {
    if (!mayDo(actor, 'keep-staff')) return NOT_FOUND;
    // The row cannot be locked by its owner: the answer about the own account comes from reading it alone.
    if (userId === actor.userId) return refuse<ChangeStaffRefusal>('own-account');
    const account = await tx.staff.lock(userId);
    if (account === null || !keepsStaffOf(actor, account.agencyId)) return NOT_FOUND;
    if (account.revision !== revision) return { kind: 'stale', revision: account.revision };
    switch (change.kind) {
      case 'rights':
        return this.giveRights(tx, actor, { account, ...change });
      case 'disable':
        return this.disable(tx, account);
      case 'enable':
        return this.enable(tx, account);
    }
  }

  private async giveRights(
    tx: Transaction,
    actor: StaffActor,
    { account, role, teamId }: { account: StaffRecord; role: Role; teamId: TeamId | null },
  ): Promise<ChangeStaffOutcome> {
    const team = teamId === null ? null : await tx.staff.team(teamId);
    if (teamId !== null && team === null) return refuse<ChangeStaffRefusal>('unknown-team');
    const fault = rightsFault({
      actor,
      account: { userId: account.id, role: account.role },
      wanted: { role, teamAgencyId: team?.agencyId ?? null },
      agency: { id: account.agencyId, kind: account.agencyKind },
    });
    if (fault !== null) return refuse<ChangeStaffRefusal>(fault);
    if (account.role === role && account.teamId === teamId) return refuse<ChangeStaffRefusal>('already-so');
    await tx.staff.changeRights({ id: account.id, role, teamId });
    const now = { kind: 'staff', userId: account.id, agencyId: account.agencyId, teamId, role } as const;
    const stays = mayDo(now, 'answer-urgent-page');
    const shifts = stays ? [] : await tx.onCall.freeShiftsOf({ userId: account.id, at: tx.now });
    const before = { role: account.role, teamId: account.teamId };
    const payload = { before, role, teamId, shiftIds: shifts };
    await note(tx, account.id, { type: 'staff.rights-changed', payload });
    return { kind: 'changed', shiftsFreed: shifts.length };
  }

  private async disable(tx: Transaction, account: StaffRecord): Promise<ChangeStaffOutcome> {
    if (account.state === 'disabled') return refuse<ChangeStaffRefusal>('already-so');
    await tx.staff.disable({ id: account.id, at: tx.now });
    const shifts = await tx.onCall.freeShiftsOf({ userId: account.id, at: tx.now });
    await note(tx, account.id, { type: 'staff.disabled', payload: { shiftIds: shifts } });
    return { kind: 'changed', shiftsFreed: shifts.length };
  }

  private async enable(tx: Transaction, account: StaffRecord): Promise<ChangeStaffOutcome> {
    if (account.state === 'active') return refuse<ChangeStaffRefusal>('already-so');
    if (account.role === 'administrator')
      return refuse<ChangeStaffRefusal>('administrators-change-elsewhere');
    await tx.staff.invitedAgain({ id: account.id, until: plus(tx.now, INVITATION_LASTS) });
    await note(tx, account.id, { type: 'staff.invited-again', payload: {} });
    return { kind: 'changed', shiftsFreed: 0 };
  }
}

function note(
  tx: Transaction,
  id: UserId,
  { type, payload }: { type: string; payload: Parameters<typeof event>[0]['payload'] },
): Promise<void> {
  return tx.journal.append([event({ subject: { kind: 'staff', id }, type, happenedAt: tx.now, payload })]);
}
