import type { StaffActor, UserId } from '#libs/domain';

/** Who a sign-in belongs to: the issuer's short key and its subject, never an e-mail address. */
export interface StaffIdentity {
  readonly provider: string;
  readonly subject: string;
}

/** Rights as they stand now: read again for every request, so that a removed colleague is out at once. */
export interface StaffDirectory {
  findByIdentity(identity: StaffIdentity): Promise<StaffActor | null>;
  findActive(userId: UserId): Promise<StaffActor | null>;
}
