import type { CaseId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/**
 * The case to go on with after one is done: the first on the board that is this worker's or nobody's, and on which
 * no colleague is at work. Null when there is none.
 */
export async function nextCaseAfter(
  manager: EntityManager,
  { done, userId }: { done: CaseId; userId: UserId },
): Promise<CaseId | null> {
  const [row] = await manager.query<{ case_id: CaseId }[]>(
    `select c.case_id from app.case_file c
     where c.act_by_at is not null and c.closed_at is null and c.case_id <> $1
       and (c.owner_user_id is null or c.owner_user_id = $2)
       and c.contact_state in ('ready', 'attempting', 'deferred-by-person', 'safety-check')
       and not exists (select 1 from app.case_claim k
         where k.case_id = c.case_id and k.user_id <> $2 and k.until_at > clock_timestamp())
     order by c.danger desc, c.act_by_at, c.case_id limit 1`,
    [done, userId],
  );
  return row?.case_id ?? null;
}
