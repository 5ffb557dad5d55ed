import type { Sealable, Vault } from '#libs/casework';
import type { AgencyId, Role, StaffActor, TeamId, UserId } from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { beginWork, claimsOf } from '../unit-of-work';

interface StaffRow {
  readonly user_id: UserId;
  readonly role: Role;
  readonly agency_id: AgencyId;
  readonly team_id: TeamId | null;
}

/** Writes on the first sign-in of a day only: most requests of a program with a token find nothing to note. */
const ARRIVE = `
  update app.staff_user set state = 'active', last_signed_in_on = app.service_now()::date
  where identity_provider = $1 and identity_subject = $2 and (
    (state = 'active' and last_signed_in_on is distinct from app.service_now()::date)
    or (state = 'invited' and invited_until > app.service_now())
  )`;

const SIGN_IN = { role: 'sign-in', userId: null, agencyId: null, teamId: null };

/** Who may use the service. Rights are read afresh on each request, so a disabled account is out at once. */
export class PostgresStaffDirectory {
  constructor(
    private readonly source: DataSource,
    private readonly vault: Vault,
  ) {}

  /**
   * Identity is issuer and subject, never an e-mail address. An invitation that still stands becomes an account here,
   * at its owner's first sign-in; the day is noted, so that accounts nobody uses can be found.
   */
  findByIdentity({ provider, subject }: { provider: string; subject: string }): Promise<StaffActor | null> {
    return this.source.transaction(async (manager: EntityManager) => {
      await beginWork(manager, SIGN_IN);
      await manager.query(ARRIVE, [provider, subject]);
      return find(manager, 'identity_provider = $1 and identity_subject = $2', [provider, subject]);
    });
  }

  findActive(userId: UserId): Promise<StaffActor | null> {
    return this.source.transaction(async (manager: EntityManager) => {
      await beginWork(manager, SIGN_IN);
      return find(manager, 'user_id = $1', [userId]);
    });
  }

  /** Name and work address for whoever keeps the account; null when it is not theirs to see or does not open. */
  async profileOf(userId: UserId, reader: StaffActor): Promise<Sealable['staff-profile'] | null> {
    const [row] = await this.source.transaction(async (manager) => {
      await beginWork(manager, claimsOf(reader));
      return manager.query<{ sealed: Buffer }[]>(
        'select sealed from vault.staff_profile where user_id = $1',
        [userId],
      );
    });
    const subject = row ? await this.vault.of(userId) : null;
    if (!row || subject?.kind !== 'open') return null;
    return subject.vault.open({ recordId: userId, kind: 'staff-profile' }, row.sealed);
  }

  /**
   * Colleagues' names, as far as this reader may know them: two readings however many there are, one of the rows and
   * one of the keys. Other agencies' staff and names that do not open are not in the answer.
   */
  async namesOf(userIds: readonly UserId[], reader: StaffActor): Promise<ReadonlyMap<UserId, string>> {
    if (userIds.length === 0) return new Map();
    const rows = await this.source.transaction(async (manager) => {
      await beginWork(manager, claimsOf(reader));
      return manager.query<{ user_id: UserId; sealed: Buffer }[]>(
        'select user_id, sealed from vault.staff_profile where user_id = any($1::uuid[])',
        [userIds],
      );
    });
    const vaults = await this.vault.many(rows.map(({ user_id }) => user_id));
    const names = rows.flatMap(({ user_id: id, sealed }) => {
      const profile = vaults.get(id)?.open({ recordId: id, kind: 'staff-profile' }, sealed) ?? null;
      return profile === null ? [] : [[id, profile.name] as const];
    });
    return new Map(names);
  }
}

async function find(
  manager: EntityManager,
  where: string,
  values: readonly string[],
): Promise<StaffActor | null> {
  const [row] = await manager.query<StaffRow[]>(
    `select user_id, role, agency_id, team_id from app.staff_user where state = 'active' and ${where}`,
    [...values],
  );
  if (!row) return null;
  const { user_id: userId, role, agency_id: agencyId, team_id: teamId } = row;
  return { kind: 'staff', userId, role, agencyId, teamId };
}
