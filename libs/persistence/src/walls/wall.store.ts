import type { StandingWall, WallStore } from '#libs/casework';
import type { CaseId, PersonId, UserId, Wall, WallId } from '#libs/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { rowOf, standingWallOf, wallOf, WallRow, type RawWall } from './wall.row';

const LEADS_LEFT = `
  select count(*)::integer as n from app.staff_user u
  where u.agency_id = $2 and u.state = 'active' and u.role in ('duty-lead', 'service-manager')
    and not app.user_is_behind_wall($1, u.user_id)
    and ($5 or not (u.user_id = $3 or coalesce(u.team_id = $4, false)))`;

const BINDING = `
  select wall from app.walls_of(array[$1]::uuid[]) where not exists (
    select 1 from app.break_glass g where g.case_id = $2 and g.user_id = (select app.claim_user())
      and g.until_at > app.service_now())`;

const POLICE = `
  select a.kind = 'police' as police from app.agency a
  where a.agency_id = coalesce($3, (select t.agency_id from app.team t where t.team_id = $2),
    (select u.agency_id from app.staff_user u where u.user_id = $1), app.worker_in_case($4, $1))`;

export class PostgresWallStore implements WallStore {
  constructor(private readonly manager: EntityManager) {}

  async standing(personIds: readonly PersonId[]): Promise<readonly StandingWall[]> {
    const rows = await this.manager.query<{ wall: RawWall }[]>('select wall from app.walls_of($1::uuid[])', [
      personIds,
    ]);
    return rows.map(({ wall }) => standingWallOf(wall));
  }

  async binding({ caseId, personId }: Parameters<WallStore['binding']>[0]): Promise<readonly StandingWall[]> {
    const rows = await this.manager.query<{ wall: RawWall }[]>(BINDING, [personId, caseId]);
    return rows.map(({ wall }) => standingWallOf(wall));
  }

  async insert(wall: Wall): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(WallRow)
      .values({ ...rowOf(wall) })
      .updateEntity(false)
      .execute();
  }

  async lock(id: WallId): Promise<Wall | null> {
    const where = { id, liftedAt: IsNull() };
    const row = await this.manager.findOne(WallRow, { where, lock: { mode: 'pessimistic_write' } });
    return row === null ? null : wallOf(row);
  }

  async saveLifted({ id, liftedBy, liftedAt, revision }: Wall): Promise<void> {
    await this.manager.update(WallRow, { id }, { liftedBy, liftedAt, revision: revision + 1 });
  }

  async keepsFrom(caseId: CaseId, userId: UserId): Promise<boolean> {
    const [row] = await this.manager.query<{ kept: boolean }[]>(
      'select app.user_is_behind_wall($1, $2) as kept',
      [caseId, userId],
    );
    return row?.kept ?? true;
  }

  async leadsLeft({
    caseId,
    agencyId,
    target,
    sparesLeads,
  }: Parameters<WallStore['leadsLeft']>[0]): Promise<number> {
    const [row] = await this.manager.query<{ n: number }[]>(LEADS_LEFT, [
      caseId,
      agencyId,
      target.kind === 'user' ? target.userId : null,
      target.kind === 'team' ? target.teamId : null,
      sparesLeads || target.kind === 'agency' || target.kind === 'apart',
    ]);
    return row?.n ?? 0;
  }

  async isPolice(target: Parameters<WallStore['isPolice']>[0], caseId: CaseId): Promise<boolean | null> {
    const [row] = await this.manager.query<{ police: boolean }[]>(POLICE, [
      target.kind === 'user' ? target.userId : null,
      target.kind === 'team' ? target.teamId : null,
      target.kind === 'agency' ? target.agencyId : null,
      caseId,
    ]);
    return row?.police ?? null;
  }
}
