import type { Role, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

export interface RotaPerson {
  readonly userId: UserId;
  readonly role: Role;
}

/** Colleagues of the reader's agency who can be on call, and who hear of overdue deadlines. */
export async function rotaPeople(manager: EntityManager): Promise<readonly RotaPerson[]> {
  return manager.query<RotaPerson[]>(
    `select user_id as "userId", role from app.staff_user
     where agency_id = app.claim_agency() and state = 'active'
       and role in ('first-responder', 'duty-lead', 'service-manager') order by role, user_id`,
  );
}
