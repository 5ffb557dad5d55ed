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

const SIGN_IN = { role: 'sign-in', userId: null, agencyId: null, teamId: null };

/** Who may use the service. Rights are read afresh on each request, so a disabled account is out at once. */
export class PostgresStaffDirectory {
  constructor(
    private readonly source: DataSource,
    private readonly vault: Vault,
  ) {}

  /** Identity is issuer and subject, never an e-mail address. */
  findByIdentity({ provider, subject }: { provider: string; subject: string }): Promise<StaffActor | null> {
    return this.find('identity_provider = $1 and identity_subject = $2', [provider, subject]);
  }

  findActive(userId: UserId): Promise<StaffActor | null> {
    return this.find('user_id = $1', [userId]);
  }

  /** A colleague's name, as far as this reader may know it; null for other agencies' staff and when unreadable. */
  async nameOf(userId: UserId, reader: StaffActor): Promise<string | null> {
    const sealed = await this.source.transaction(async (manager) => {
      await beginWork(manager, claimsOf(reader));
      const [row] = await manager.query<{ sealed: Buffer }[]>(
        'select sealed from vault.staff_profile where user_id = $1',
        [userId],
      );
      return row?.sealed ?? null;
    });
    const profile = sealed === null ? null : await this.open(userId, sealed);
    return profile?.name ?? null;
  }

  private async open(userId: UserId, sealed: Buffer): Promise<Sealable['staff-profile'] | null> {
    const subject = await this.vault.of(userId);
    if (subject.kind === 'unreadable') return null;
    return subject.vault.open({ recordId: userId, kind: 'staff-profile' }, sealed);
  }

  private find(where: string, values: readonly string[]): Promise<StaffActor | null> {
    return this.source.transaction(async (manager: EntityManager) => {
      await beginWork(manager, SIGN_IN);
      const [row] = await manager.query<StaffRow[]>(
        `select user_id, role, agency_id, team_id from app.staff_user where state = 'active' and ${where}`,
        [...values],
      );
      if (!row) return null;
      const { user_id: userId, role, agency_id: agencyId, team_id: teamId } = row;
      return { kind: 'staff', userId, role, agencyId, teamId };
    });
  }
}
