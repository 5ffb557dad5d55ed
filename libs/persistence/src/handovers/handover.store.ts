import type { HandoverStore } from '#libs/casework';
import type { Actor, CaseId, Handover, HandoverId, LeaveId, LeaveSpan, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { HandoverRow } from './handover.row';

export class PostgresHandoverStore implements HandoverStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly actor: Actor,
  ) {}

  async insert(handover: Handover): Promise<void> {
    await this.manager.insert(HandoverRow, handover);
  }

  find(id: HandoverId): Promise<Handover | null> {
    return this.manager.findOne(HandoverRow, { where: { id } });
  }

  lockOpenOf(caseId: CaseId): Promise<Handover | null> {
    const where = { caseId, state: 'offered' as const };
    return this.manager.findOne(HandoverRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  lockOpenWith(userId: UserId): Promise<readonly Handover[]> {
    const open = { state: 'offered' as const };
    return this.manager.find(HandoverRow, {
      where: [
        { ...open, toUserId: userId },
        { ...open, fromUserId: userId },
      ],
      order: { caseId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  openFor(leaveId: LeaveId): Promise<readonly Handover[]> {
    return this.manager.find(HandoverRow, {
      where: { leaveId, kind: 'leave', state: 'offered' },
      order: { caseId: 'ASC' },
    });
  }

  async heldAsCover(caseId: CaseId, userId: UserId): Promise<boolean> {
    const last = await this.manager.findOne(HandoverRow, {
      where: { caseId, state: 'accepted' },
      order: { decidedAt: 'DESC', id: 'DESC' },
    });
    return last?.kind === 'leave' && last.toUserId === userId;
  }

  acceptedFor(leaveId: LeaveId): Promise<readonly Handover[]> {
    return this.manager.find(HandoverRow, {
      where: { leaveId, kind: 'leave', state: 'accepted' },
      order: { caseId: 'ASC' },
    });
  }

  async save({ id, state, decidedBy, decidedAt, revision }: Handover): Promise<void> {
    await this.manager.update(HandoverRow, { id }, { state, decidedBy, decidedAt, revision: revision + 1 });
  }

  async mayReceive(userId: UserId, during?: LeaveSpan): Promise<boolean> {
    if (this.actor.kind !== 'staff') return false;
    const [row] = await this.manager.query<{ found: boolean }[]>(
      `select exists (select 1 from app.staff_user where user_id = $1 and state = 'active' and agency_id = $2
         and role in ('first-responder', 'duty-lead'))
         and not exists (select 1 from app.staff_leave where user_id = $1 and state <> 'cancelled'
           and from_at < coalesce($4::timestamptz, app.service_now() + interval '1 second')
           and to_at > coalesce($3::timestamptz, app.service_now())) as found`,
      [
        userId,
        this.actor.agencyId,
        during ? dateOf(during.fromAt) : null,
        during ? dateOf(during.toAt) : null,
      ],
    );
    return row?.found ?? false;
  }
}
