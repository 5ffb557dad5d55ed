import type { UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

const FOLD = `
  with many as (
    select handling_agency_id, facet, value from app.board_tally
    group by handling_agency_id, facet, value having count(*) > 1
  ), gone as (
    delete from app.board_tally t using many m
    where t.handling_agency_id = m.handling_agency_id and t.facet = m.facet and t.value = m.value
    returning t.handling_agency_id, t.facet, t.value, t.n
  )
  insert into app.board_tally (handling_agency_id, facet, value, n)
  select handling_agency_id, facet, value, sum(n) from gone group by 1, 2, 3 having sum(n) <> 0`;

/**
 * Folds the differences that the board's counts are sums of, once there are more rows than `beyond`. Whoever reads
 * meanwhile sees them either apart or together, and the sum is the same; two processes at once fold each row once.
 */
export async function foldBoardTally(manager: EntityManager, beyond: number): Promise<void> {
  const [row] = await manager.query<{ many: boolean }[]>(
    'select exists (select 1 from app.board_tally offset $1 limit 1) as many',
    [beyond],
  );
  if (row?.many) await manager.query(FOLD);
}

/** Whoever cannot sign in any more, or has a role that owns no cases, and still has open cases or offers of cases. */
export async function leaversWithCases(manager: EntityManager): Promise<readonly UserId[]> {
  const rows = await manager.query<{ user_id: UserId }[]>(
    `select u.user_id from app.staff_user u where (
       u.state = 'disabled' or u.role not in ('first-responder', 'duty-lead')
     ) and (
       exists (select 1 from app.case_file c where c.owner_user_id = u.user_id and c.closed_at is null)
       or exists (select 1 from app.handover h where h.state = 'offered'
         and (h.to_user_id = u.user_id or h.from_user_id = u.user_id)))
     limit 20`,
  );
  return rows.map(({ user_id }) => user_id);
}
