import type { AgencyKind } from '#libs/casework';
import type { AgencyId, Instant, Role, StaffState, TeamId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { maybeInstantOf } from '../columns';

/** An account as those who keep accounts see it; the name is the vault's and is opened in one batch. */
export interface StaffListRow {
  readonly userId: UserId;
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
  readonly teamId: TeamId | null;
  readonly teamName: string | null;
  readonly role: Role;
  readonly state: StaffState;
  readonly invitedUntil: Instant | null;
  /** A calendar day: when somebody last signed in is nobody's minute. */
  readonly lastSignedInOn: string | null;
  readonly disabledAt: Instant | null;
  readonly revision: number;
}

const SELECT = `
  select u.user_id, u.agency_id, a.name as agency_name, a.kind, u.team_id, t.name as team_name, u.role, u.state,
    u.invited_until, u.last_signed_in_on::text as last_signed_in_on, u.disabled_at, u.revision
  from app.staff_user u join app.agency a using (agency_id) left join app.team t on t.team_id = u.team_id
  where app.keeps_staff_of(u.agency_id)`;

/** From where on, and how much; all of it when nothing is said. */
interface Part<Id> {
  readonly limit?: number;
  readonly after?: Id | null;
}

const PLACE = `a.name, a.agency_id, u.state = 'disabled', u.role, u.user_id`;

/** The accounts this reader keeps, by agency and role, closed ones last. */
export async function staffList(
  manager: EntityManager,
  { limit, after }: Part<UserId> = {},
): Promise<readonly StaffListRow[]> {
  const rows = await manager.query<RawRow[]>(
    `${SELECT} and ($2::uuid is null or (${PLACE}) > (
       select ${PLACE} from app.staff_user u join app.agency a using (agency_id) where u.user_id = $2))
     order by ${PLACE} limit $1`,
    [limit ?? null, after ?? null],
  );
  return rows.map(fromRaw);
}

export async function staffAccount(manager: EntityManager, userId: UserId): Promise<StaffListRow | null> {
  const [row] = await manager.query<RawRow[]>(`${SELECT} and u.user_id = $1`, [userId]);
  return row ? fromRaw(row) : null;
}

/** What closing an account would touch besides the sign-in. */
export async function staffEffects(
  manager: EntityManager,
  userId: UserId,
): Promise<{ readonly openCases: number; readonly shifts: number }> {
  const [row] = await manager.query<{ cases: number; shifts: number }[]>(
    `select app.open_cases_of($1) as cases, (select count(*)::integer from app.on_call_shift s
       where s.user_id = $1 and s.removed_at is null and s.to_at > app.service_now()) as shifts`,
    [userId],
  );
  return { openCases: row?.cases ?? 0, shifts: row?.shifts ?? 0 };
}

export interface TeamListRow {
  readonly teamId: TeamId;
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly name: string;
  readonly people: number;
  readonly revision: number;
}

/** The teams of the agencies whose staff this reader keeps. */
export async function teamList(
  manager: EntityManager,
  { limit, after }: Part<TeamId> = {},
): Promise<readonly TeamListRow[]> {
  return manager.query<TeamListRow[]>(
    `select t.team_id as "teamId", t.agency_id as "agencyId", a.name as "agencyName", t.name, t.revision,
       (select count(*)::integer from app.staff_user u where u.team_id = t.team_id and u.state <> 'disabled') as people
     from app.team t join app.agency a using (agency_id)
     where app.keeps_staff_of(t.agency_id) and ($2::uuid is null or (a.name, t.name, t.team_id) > (
       select b.name, s.name, s.team_id from app.team s join app.agency b using (agency_id) where s.team_id = $2))
     order by a.name, t.name, t.team_id limit $1`,
    [limit ?? null, after ?? null],
  );
}

export interface AgencyListRow {
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly kind: AgencyKind;
}

/** The agencies whose staff this reader keeps. */
export async function agencyList(manager: EntityManager): Promise<readonly AgencyListRow[]> {
  return manager.query<AgencyListRow[]>(
    `select agency_id as "agencyId", name, kind from app.agency where app.keeps_staff_of(agency_id) order by name`,
  );
}

interface RawRow {
  readonly user_id: UserId;
  readonly agency_id: AgencyId;
  readonly agency_name: string;
  readonly kind: AgencyKind;
  readonly team_id: TeamId | null;
  readonly team_name: string | null;
  readonly role: Role;
  readonly state: StaffState;
  readonly invited_until: Date | null;
  readonly last_signed_in_on: string | null;
  readonly disabled_at: Date | null;
  readonly revision: number;
}

function fromRaw(row: RawRow): StaffListRow {
  return {
    userId: row.user_id,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    agencyKind: row.kind,
    teamId: row.team_id,
    teamName: row.team_name,
    role: row.role,
    state: row.state,
    invitedUntil: maybeInstantOf(row.invited_until),
    lastSignedInOn: row.last_signed_in_on,
    disabledAt: maybeInstantOf(row.disabled_at),
    revision: row.revision,
  };
}
