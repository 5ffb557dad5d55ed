import type { CaseRecord, CaseStore } from '#libs/casework';
import type { CaseId, UserId } from '#libs/domain';
import { In, IsNull, type EntityManager } from 'typeorm';
import { CaseRow } from './case.row';

const kept = (user: string) => `app.user_is_behind_wall(c.case_id, ${user})`;

/** Whoever is left to hear of it; with nobody there is nothing to move. */
const SOMEBODY = `exists (select 1 from app.staff_to_tell(c.case_id, c.handling_agency_id, null, 'duty-lead'))`;

const IN_WALLED_HANDS = `
  select c.case_id as id from app.case_file c
  where c.walled and c.closed_at is null and not app.is_set_aside('walled-owner', c.case_id) and (
    ${kept('c.owner_user_id')}
    or exists (select 1 from app.handover h where h.case_id = c.case_id and h.state = 'offered'
      and (${kept('h.to_user_id')} or ${kept('h.offered_by')}))
    or exists (select 1 from app.case_claim k where k.case_id = c.case_id and ${kept('k.user_id')})
    or (${SOMEBODY} and (
      exists (select 1 from app.alert a where a.case_id = c.case_id and a.state = 'raised' and not exists (
        select 1 from app.alert_notice n where n.alert_id = a.alert_id and not ${kept('n.recipient_user_id')}))
      or exists (select 1 from app.urgent_page p where p.case_id = c.case_id and p.state = 'open'
        and p.next_step_at > app.service_now() and not exists (
          select 1 from app.urgent_page_notice n where n.page_id = p.page_id and not ${kept('n.recipient_user_id')}))
    ))
  ) order by c.case_id limit $1`;

export class PostgresCaseStore implements CaseStore {
  constructor(private readonly manager: EntityManager) {}

  lock(id: CaseId): Promise<CaseRecord | null> {
    return this.manager.findOne(CaseRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockOwnedBy(ownerUserId: UserId): Promise<readonly CaseRecord[]> {
    return this.manager.find(CaseRow, {
      where: { ownerUserId, closedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async inWalledHands(limit: number): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ id: CaseId }[]>(IN_WALLED_HANDS, [limit]);
    return rows.map(({ id }) => id);
  }

  find(id: CaseId): Promise<CaseRecord | null> {
    return this.manager.findOne(CaseRow, { where: { id } });
  }

  findMany(ids: readonly CaseId[]): Promise<readonly CaseRecord[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : this.manager.find(CaseRow, { where: { id: In([...ids]) } });
  }

  async save(record: CaseRecord): Promise<CaseRecord> {
    const { id, contactState, ownerTeamId, ownerUserId, danger, actByAt, actBySafe, nextDueAt } = record;
    const { attempts, closedAt } = record;
    const revision = record.revision + 1;
    await this.manager.update(
      CaseRow,
      { id },
      {
        contactState,
        ownerTeamId,
        ownerUserId,
        danger,
        actByAt,
        actBySafe,
        nextDueAt,
        attempts,
        closedAt,
        revision,
      },
    );
    return { ...record, revision };
  }
}
