import type { Role, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

export interface RotaPerson {
  readonly userId: UserId;
  readonly role: Role;
}

const DESK_ROLES: readonly Role[] = ['first-responder', 'duty-lead', 'service-manager'];

/** Colleagues of the reader's agency who can be on call, and who hear of overdue deadlines. */
export function rotaPeople(manager: EntityManager): Promise<readonly RotaPerson[]> {
  return colleaguesWith(manager, DESK_ROLES);
}

/** Colleagues of the reader's agency with one of these roles. */
export function colleaguesWith(
  manager: EntityManager,
  roles: readonly Role[],
): Promise<readonly RotaPerson[]> {
  return manager.query<RotaPerson[]>(
    `select user_id as "userId", role from app.staff_user
     where agency_id = app.claim_agency() and state = 'active'
       and role = any($1::text[]) order by role, user_id`,
    [roles],
  );
}
