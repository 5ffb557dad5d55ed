import type {
  AgencyKind,
  AgencyRecord,
  StaffInvitation,
  StaffRecord,
  StaffStore,
  TeamRecord,
} from '#libs/casework';
import type { AgencyId, Instant, Role, StaffState, TeamId, UserId } from '#libs/domain';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { dateOf } from '../columns';

interface RawStaff {
  readonly user_id: UserId;
  readonly agency_id: AgencyId;
  readonly kind: AgencyKind;
  readonly team_id: TeamId | null;
  readonly role: Role;
  readonly state: StaffState;
  readonly revision: number;
}

const SELECT = `select u.user_id, u.agency_id, a.kind, u.team_id, u.role, u.state, u.revision
  from app.staff_user u join app.agency a using (agency_id) where u.user_id = $1`;

export class PostgresStaffStore implements StaffStore {
  constructor(private readonly manager: EntityManager) {}

  find(id: UserId): Promise<StaffRecord | null> {
    return this.one(SELECT, id);
  }

  lock(id: UserId): Promise<StaffRecord | null> {
    return this.one(`${SELECT} for update of u`, id);
  }

  async agency(id: AgencyId): Promise<AgencyRecord | null> {
    const [row] = await this.manager.query<{ kind: AgencyKind }[]>(
      'select kind from app.agency where agency_id = $1',
      [id],
    );
    return row ? { id, kind: row.kind } : null;
  }

  async invite(invitation: StaffInvitation): Promise<boolean> {
    const { record, identityProvider, identitySubject, invitedUntil, sealedProfile } = invitation;
    const added = await this.manager.query<{ user_id: UserId }[]>(
      `insert into app.staff_user (user_id, agency_id, team_id, role, state, identity_provider, identity_subject,
         invited_until)
       values ($1, $2, $3, $4, 'invited', $5, $6, $7)
       on conflict on constraint staff_user_one_per_identity do nothing returning user_id`,
      [
        record.id,
        record.agencyId,
        record.teamId,
        record.role,
        identityProvider,
        identitySubject,
        dateOf(invitedUntil),
      ],
    );
    if (added.length === 0) return false;
    await this.manager.query('insert into vault.staff_profile (user_id, sealed) values ($1, $2)', [
      record.id,
      sealedProfile,
    ]);
    return true;
  }

  async changeRights({ id, role, teamId }: { id: UserId; role: Role; teamId: TeamId | null }): Promise<void> {
    await this.manager.query(
      'update app.staff_user set role = $2, team_id = $3, revision = revision + 1 where user_id = $1',
      [id, role, teamId],
    );
  }

  async disable({ id, at }: { id: UserId; at: Instant }): Promise<void> {
    await this.manager.query(
      `update app.staff_user set state = 'disabled', disabled_at = $2, revision = revision + 1 where user_id = $1`,
      [id, dateOf(at)],
    );
  }

  async invitedAgain({ id, until }: { id: UserId; until: Instant }): Promise<void> {
    await this.manager.query(
      `update app.staff_user set state = 'invited', invited_until = $2, disabled_at = null, revision = revision + 1
       where user_id = $1`,
      [id, dateOf(until)],
    );
  }

  async team(id: TeamId): Promise<TeamRecord | null> {
    const [row] = await this.manager.query<{ agency_id: AgencyId; name: string; revision: number }[]>(
      'select agency_id, name, revision from app.team where team_id = $1',
      [id],
    );
    return row ? { id, agencyId: row.agency_id, name: row.name, revision: row.revision } : null;
  }

  async addTeam({ id, agencyId, name }: TeamRecord): Promise<boolean> {
    const added = await this.manager.query<object[]>(
      `insert into app.team (team_id, agency_id, name) values ($1, $2, $3)
       on conflict (agency_id, lower(name)) do nothing returning team_id`,
      [id, agencyId, name],
    );
    return added.length === 1;
  }

  /** The savepoint keeps the transaction when the name is taken. */
  async renameTeam({ id, name }: TeamRecord): Promise<boolean> {
    await this.manager.query('savepoint rename_team');
    try {
      await this.manager.query('update app.team set name = $2, revision = revision + 1 where team_id = $1', [
        id,
        name,
      ]);
      return true;
    } catch (error) {
      if (!(error instanceof QueryFailedError) || error.driverError.constraint !== 'team_name_once')
        throw error;
      await this.manager.query('rollback to savepoint rename_team');
      return false;
    }
  }

  private async one(sql: string, id: UserId): Promise<StaffRecord | null> {
    const [row] = await this.manager.query<RawStaff[]>(sql, [id]);
    if (!row) return null;
    const { user_id, agency_id: agencyId, kind: agencyKind, team_id: teamId, role, state, revision } = row;
    return { id: user_id, agencyId, agencyKind, teamId, role, state, revision };
  }
}
