import type { LeaveStore } from '#libs/casework';
import { nextLookAt, type Leave, type LeaveId, type LeaveSpan, type UserId } from '#libs/domain';
import { In, type EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { LeaveRow } from './leave.row';

const HELD = `hashtextextended('cover for leave ' || $1::text, 0)`;
const LIVE = ['planned', 'away'] as const;

export class PostgresLeaveStore implements LeaveStore {
  constructor(private readonly manager: EntityManager) {}

  find(id: LeaveId): Promise<Leave | null> {
    return this.manager.findOne(LeaveRow, { where: { id } });
  }

  /** Beside the row: a colleague who accepts cover may read a leave that they may not change. */
  async hold(ids: readonly LeaveId[]): Promise<readonly Leave[]> {
    for (const id of ids.toSorted())
      await this.manager.query(`select pg_advisory_xact_lock_shared(${HELD})`, [id]);
    return this.manager.find(LeaveRow, { where: { id: In([...ids]) } });
  }

  async lock(id: LeaveId): Promise<Leave | null> {
    await this.manager.query(`select pg_advisory_xact_lock(${HELD})`, [id]);
    return this.manager.findOne(LeaveRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  liveOf(userId: UserId): Promise<readonly Leave[]> {
    return this.manager.find(LeaveRow, { where: { userId, state: In([...LIVE]) }, order: { fromAt: 'ASC' } });
  }

  async insert(leave: Leave): Promise<void> {
    await this.manager.insert(LeaveRow, { ...leave, nextLookAt: nextLookAt(leave) });
  }

  async save(leave: Leave): Promise<Leave> {
    const { id, toAt, state, uncoveredAtStart } = leave;
    const revision = leave.revision + 1;
    const change = { toAt, state, uncoveredAtStart, nextLookAt: nextLookAt(leave), revision };
    await this.manager.update(LeaveRow, { id }, change);
    return { ...leave, revision };
  }

  async isAwayDuring(userId: UserId, { fromAt, toAt }: LeaveSpan): Promise<boolean> {
    const [row] = await this.manager.query<{ away: boolean }[]>(
      `select exists (select 1 from app.staff_leave where user_id = $1 and state <> 'cancelled'
         and from_at < $3 and to_at > $2) as away`,
      [userId, dateOf(fromAt), dateOf(toAt)],
    );
    return row?.away ?? false;
  }

  async due(limit: number): Promise<readonly LeaveId[]> {
    const rows = await this.manager.query<{ leave_id: LeaveId }[]>(
      `select leave_id from app.staff_leave where next_look_at <= app.service_now()
         and not app.is_set_aside('leave', leave_id) order by next_look_at, leave_id limit $1`,
      [limit],
    );
    return rows.map(({ leave_id }) => leave_id);
  }

  async openCasesOf(userId: UserId): Promise<number> {
    const [row] = await this.manager.query<{ cases: number }[]>(
      'select count(*)::integer as cases from app.case_file where owner_user_id = $1 and closed_at is null',
      [userId],
    );
    return row?.cases ?? 0;
  }
}
