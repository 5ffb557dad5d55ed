import type { Role, StaffActor } from '../access';
import type { AgencyId, UserId } from '../ids';
import { DAY_MILLISECONDS } from './invitation';

export const STAFF_STATES = ['invited', 'active', 'disabled'] as const;
export type StaffState = (typeof STAFF_STATES)[number];

export type StaffChangeRefusal =
  | 'own-account'
  | 'role-not-of-agency'
  | 'administrators-change-elsewhere'
  | 'team-of-another-agency'
  | 'officer-needs-a-team';

/** What each kind of agency has people for; a role of another kind would open doors it was not made for. */
const ROLES_OF_AGENCY = {
  police: ['officer'],
  responder: ['first-responder', 'duty-lead', 'service-manager', 'safeguarding-lead'],
  provider: ['provider-worker', 'provider-coordinator'],
  commissioner: ['commissioner'],
  operator: ['auditor', 'data-protection-officer'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Roles that may be given in an agency. Administrators are made by two people at the service itself. */
export function rolesOf(kind: keyof typeof ROLES_OF_AGENCY): readonly Role[] {
  return ROLES_OF_AGENCY[kind];
}

/** Administrators keep everybody's accounts, a service manager the own agency's; the database asks the same. */
export function keepsStaffOf(actor: StaffActor, agencyId: AgencyId): boolean {
  if (actor.role === 'administrator') return true;
  return actor.role === 'service-manager' && actor.agencyId === agencyId;
}

/**
 * Why an account may not be given these rights, or null. Nobody changes their own rights, and nobody is made an
 * administrator, or changed from one, by one person alone.
 */
export function rightsFault(options: {
  readonly actor: StaffActor;
  readonly account: { readonly userId: UserId | null; readonly role: Role | null };
  readonly wanted: { readonly role: Role; readonly teamAgencyId: AgencyId | null };
  readonly agency: { readonly id: AgencyId; readonly kind: keyof typeof ROLES_OF_AGENCY };
}): StaffChangeRefusal | null {
  const { actor, account, wanted, agency } = options;
  if (account.userId === actor.userId) return 'own-account';
  if (account.role === 'administrator' || wanted.role === 'administrator')
    return 'administrators-change-elsewhere';
  if (!rolesOf(agency.kind).includes(wanted.role)) return 'role-not-of-agency';
  // Referrals and the questions about them are a team's: whoever has none would see nothing that they sent.
  if (wanted.role === 'officer' && wanted.teamAgencyId === null) return 'officer-needs-a-team';
  const foreignTeam = wanted.teamAgencyId !== null && wanted.teamAgencyId !== agency.id;
  return foreignTeam ? 'team-of-another-agency' : null;
}

/** Not signed in for this long: the list says so, and somebody asks whether the account is still needed. */
export const DORMANT_AFTER = 60 * DAY_MILLISECONDS;
