import type { DirectoryStore } from '#libs/casework';
import type {
  Actor,
  AgencyId,
  DirectoryService,
  Instant,
  ListedService,
  ServiceCapacity,
  ServiceChangeReason,
  ServiceId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { bodyOf, listedOf, serviceOf, type RawListed } from './directory.row';

/** The newest capacity beside a version `v` of a service `s`. */
const WITH_CAPACITY = `left join lateral (
    select k.revision, k.posts, k.case_limit, k.list_state, k.list_since::text as list_since, k.sample
    from app.service_capacity k where k.service_id = s.service_id order by k.revision desc limit 1
  ) c on true`;

const COLUMNS = `s.service_id, s.agency_id, v.version, v.body, c.revision, c.posts, c.case_limit, c.list_state,
  c.list_since, c.sample`;

export class PostgresDirectoryStore implements DirectoryStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly actor: Actor,
    private readonly now: Instant,
  ) {}

  async current(at: Instant): Promise<readonly ListedService[]> {
    const rows = await this.manager.query<RawListed[]>(
      `select ${COLUMNS} from app.directory_service s
       join lateral (
         select n.version, n.body from app.directory_service_version n
         where n.service_id = s.service_id and n.effective_from <= $1 order by n.version desc limit 1
       ) v on true
       ${WITH_CAPACITY} order by v.body->>'name', s.service_id`,
      [dateOf(at)],
    );
    return rows.map(listedOf);
  }

  async find(id: ServiceId): Promise<ListedService | null> {
    const [row] = await this.manager.query<RawListed[]>(
      `select ${COLUMNS} from app.directory_service s join app.directory_service_version v using (service_id)
       ${WITH_CAPACITY} where s.service_id = $1 order by v.version desc limit 1`,
      [id],
    );
    return row ? listedOf(row) : null;
  }

  async version({ id, version }: { id: ServiceId; version: number }): Promise<DirectoryService | null> {
    const [row] = await this.manager.query<RawListed[]>(
      `select s.service_id, s.agency_id, v.version, v.body
       from app.directory_service s join app.directory_service_version v using (service_id)
       where s.service_id = $1 and v.version = $2`,
      [id, version],
    );
    return row ? serviceOf(row) : null;
  }

  async add({ id, agencyId }: { id: ServiceId; agencyId: AgencyId }): Promise<void> {
    await this.manager.query('insert into app.directory_service (service_id, agency_id) values ($1, $2)', [
      id,
      agencyId,
    ]);
  }

  async append(
    service: DirectoryService,
    { reason }: { readonly reason: ServiceChangeReason },
  ): Promise<boolean> {
    const added = await this.manager.query<object[]>(
      `insert into app.directory_service_version
         (service_id, version, body, effective_from, recorded_by, recorded_at, reason)
       values ($1, $2, $3, $4, $5, $4, $6) on conflict do nothing returning version`,
      [service.id, service.version, JSON.stringify(bodyOf(service)), dateOf(this.now), this.who(), reason],
    );
    return added.length === 1;
  }

  async appendCapacity(capacity: ServiceCapacity): Promise<boolean> {
    const { serviceId, revision, posts, limit, list, listSince, sample } = capacity;
    const added = await this.manager.query<object[]>(
      `insert into app.service_capacity
         (service_id, revision, posts, case_limit, list_state, list_since, sample, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning revision`,
      [serviceId, revision, posts, limit, list, listSince, sample, this.who(), dateOf(this.now)],
    );
    return added.length === 1;
  }

  async providerNamed(name: string): Promise<AgencyId | null> {
    const [row] = await this.manager.query<{ agency_id: AgencyId }[]>(
      `select agency_id from app.agency where kind = 'provider' and lower(name) = lower($1) limit 1`,
      [name],
    );
    return row?.agency_id ?? null;
  }

  async provider(id: AgencyId): Promise<{ id: AgencyId; name: string } | null> {
    const [row] = await this.manager.query<{ name: string }[]>(
      `select name from app.agency where kind = 'provider' and agency_id = $1`,
      [id],
    );
    return row ? { id, name: row.name } : null;
  }

  async addProvider({ id, name }: { id: AgencyId; name: string }): Promise<void> {
    await this.manager.query(`insert into app.agency (agency_id, kind, name) values ($1, 'provider', $2)`, [
      id,
      name,
    ]);
  }

  async teamsOf(agency: AgencyId): Promise<ReadonlySet<string>> {
    const rows = await this.manager.query<{ team_id: string }[]>(
      'select team_id from app.team where agency_id = $1',
      [agency],
    );
    return new Set(rows.map(({ team_id }) => team_id));
  }

  async districts(): Promise<ReadonlySet<string>> {
    const rows = await this.manager.query<{ code: string }[]>('select code from app.district');
    return new Set(rows.map(({ code }) => code));
  }

  private who(): string | null {
    return this.actor.kind === 'staff' ? this.actor.userId : null;
  }
}
