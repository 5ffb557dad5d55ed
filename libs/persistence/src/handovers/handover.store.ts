import type { HandoverStore } from '#libs/casework';
import type { Actor, CaseId, Handover, HandoverId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
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

  async save({ id, state, decidedBy, decidedAt, revision }: Handover): Promise<void> {
    await this.manager.update(HandoverRow, { id }, { state, decidedBy, decidedAt, revision: revision + 1 });
  }

  async mayReceive(userId: UserId): Promise<boolean> {
    if (this.actor.kind !== 'staff') return false;
    const [row] = await this.manager.query<{ found: boolean }[]>(
      `select exists (select 1 from app.staff_user where user_id = $1 and state = 'active' and agency_id = $2
         and role in ('first-responder', 'duty-lead')) as found`,
      [userId, this.actor.agencyId],
    );
    return row?.found ?? false;
  }
}
