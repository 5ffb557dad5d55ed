import type { BreakGlassRecord, BreakGlassStore } from '#libs/casework';
import type { BreakGlassId, CaseId, PersonId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { BreakGlassRow } from './break-glass.row';

/** A colleague who is behind the same wall learns nothing of it. */
const TELL = `
  insert into app.break_glass_notice (grant_id, recipient_user_id, notify_at)
  select g.grant_id, u.user_id, g.granted_at
  from app.break_glass g
  join app.case_file c on c.case_id = g.case_id
  join app.staff_user u on u.state = 'active' and u.agency_id = g.handling_agency_id
    and (u.user_id = c.owner_user_id or u.role in ('duty-lead', 'data-protection-officer'))
  where g.grant_id = $1 and u.user_id <> g.user_id and not app.user_is_behind_wall(g.case_id, u.user_id)`;

export class PostgresBreakGlassStore implements BreakGlassStore {
  constructor(private readonly manager: EntityManager) {}

  async findBreakable(reference: string) {
    const [row] = await this.manager.query<{ case_id: CaseId; person_id: PersonId }[]>(
      'select case_id, person_id from app.breakable_case($1)',
      [reference],
    );
    return row ? { caseId: row.case_id, personId: row.person_id } : null;
  }

  async insert(record: BreakGlassRecord): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(BreakGlassRow)
      .values({ ...record })
      .updateEntity(false)
      .execute();
  }

  async tell(id: BreakGlassId): Promise<void> {
    await this.manager.query(TELL, [id]);
  }

  find(id: BreakGlassId): Promise<BreakGlassRecord | null> {
    return this.manager.findOne(BreakGlassRow, { where: { id } });
  }

  lock(id: BreakGlassId): Promise<BreakGlassRecord | null> {
    return this.manager.findOne(BreakGlassRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async saveReview({ id, review, reviewedBy, reviewedAt, revision }: BreakGlassRecord): Promise<void> {
    await this.manager.update(
      BreakGlassRow,
      { id },
      { review, reviewedBy, reviewedAt, revision: revision + 1 },
    );
  }
}
