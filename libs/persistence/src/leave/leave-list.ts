import type { LeaveId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { LeaveRow } from './leave.row';

/** One leave of the reader's agency, with what waits for cover. */
export interface LeaveLine extends LeaveRow {
  /** Open cases that the person still owns. */
  readonly openCases: number;
  /** Of these: offered to a colleague who has not answered. */
  readonly offered: number;
  /** Cases that colleagues took on for this leave and hold now. */
  readonly covered: number;
  /** Of a service: requests that the person was named for. */
  readonly carried: number;
}

const COUNTS = `
  select l.leave_id as id,
    (select count(*)::integer from app.case_file c where c.owner_user_id = l.user_id and c.closed_at is null) as open,
    (select count(*)::integer from app.case_file c join app.handover h on h.case_id = c.case_id
       and h.state = 'offered' and h.to_user_id is not null
     where c.owner_user_id = l.user_id and c.closed_at is null) as offered,
    (select count(distinct c.case_id)::integer from app.handover h join app.case_file c on c.case_id = h.case_id
     where h.leave_id = l.leave_id and h.kind = 'leave' and h.state = 'accepted' and c.closed_at is null
       and c.owner_user_id = h.to_user_id) as covered,
    (select count(*)::integer from app.service_request r where r.allocated_to = l.user_id
       and r.state in ('allocated', 'active')) as carried
  from app.staff_leave l where l.leave_id = any($1::uuid[])`;

interface Counted {
  readonly id: LeaveId;
  readonly open: number;
  readonly offered: number;
  readonly covered: number;
  readonly carried: number;
}

/** Leave that is planned or under way, the earliest first. Walled cases are not counted for whom a wall keeps out. */
export async function liveLeave(manager: EntityManager, limit = 200): Promise<readonly LeaveLine[]> {
  const rows = await manager
    .createQueryBuilder(LeaveRow, 'l')
    .where(
      `l.state in ('planned', 'away') and l.to_at > app.service_now() and l.agency_id = app.claim_agency()`,
    )
    .orderBy({ 'l.from_at': 'ASC', 'l.leave_id': 'ASC' })
    .take(limit)
    .getMany();
  return withCounts(manager, rows);
}

/** One leave of the reader's agency; null when there is none. */
export async function leaveLine(manager: EntityManager, id: LeaveId): Promise<LeaveLine | null> {
  const [line] = await withCounts(manager, await manager.find(LeaveRow, { where: { id } }));
  return line ?? null;
}

/** Everybody's leave that touches a span, for the rota. */
export async function leaveWithin(
  manager: EntityManager,
  { fromAt, toAt }: { readonly fromAt: LeaveRow['fromAt']; readonly toAt: LeaveRow['toAt'] },
): Promise<readonly LeaveRow[]> {
  return manager
    .createQueryBuilder(LeaveRow, 'l')
    .where(`l.state <> 'cancelled' and l.from_at < :to and l.to_at > :from`, {
      from: dateOf(fromAt),
      to: dateOf(toAt),
    })
    .andWhere('l.agency_id = app.claim_agency()')
    .orderBy({ 'l.from_at': 'ASC' })
    .getMany();
}

/** Who of the reader's agency is away at this moment. */
export async function peopleAway(manager: EntityManager): Promise<ReadonlySet<UserId>> {
  const rows = await manager.query<{ user_id: UserId }[]>(
    `select user_id from app.staff_leave where agency_id = app.claim_agency() and state <> 'cancelled'
       and from_at <= app.service_now() and to_at > app.service_now()`,
  );
  return new Set(rows.map(({ user_id }) => user_id));
}

/** Who of some people is away now, of whichever agency: that somebody else answers, and nothing of the leave. */
export async function awayAmong(
  manager: EntityManager,
  people: readonly (UserId | null)[],
): Promise<ReadonlySet<UserId>> {
  const known = people.filter((one) => one !== null);
  if (known.length === 0) return new Set();
  const rows = await manager.query<{ user_id: UserId }[]>(
    `select distinct u.user_id from unnest($1::uuid[]) u(user_id) where app.is_away(u.user_id)`,
    [known],
  );
  return new Set(rows.map(({ user_id }) => user_id));
}

/** Open cases of colleagues who are away and that nobody has taken on. */
export async function countUncovered(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ cases: number }[]>(
    `select count(*)::integer as cases from app.case_file c
     where c.closed_at is null and c.handling_agency_id = app.claim_agency() and c.owner_user_id in (
       select l.user_id from app.staff_leave l where l.state <> 'cancelled'
         and l.from_at <= app.service_now() and l.to_at > app.service_now()
     )`,
  );
  return row?.cases ?? 0;
}

async function withCounts(manager: EntityManager, rows: readonly LeaveRow[]): Promise<readonly LeaveLine[]> {
  if (rows.length === 0) return [];
  const counts = await manager.query<Counted[]>(COUNTS, [rows.map(({ id }) => id)]);
  const of = new Map(counts.map((row) => [row.id, row]));
  return rows.map((row) => {
    const { open = 0, offered = 0, covered = 0, carried = 0 } = of.get(row.id) ?? {};
    return { ...row, openCases: open, offered, covered, carried };
  });
}
