import type { UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/** Colleagues of the reader's agency who can take on a request. */
export async function agencyWorkers(manager: EntityManager): Promise<readonly UserId[]> {
  const rows = await manager.query<{ user_id: UserId }[]>(
    `select user_id from app.staff_user
     where agency_id = app.claim_agency() and state = 'active' and role in ('provider-worker', 'provider-coordinator')
     order by user_id`,
  );
  return rows.map(({ user_id }) => user_id);
}
