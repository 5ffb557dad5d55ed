import type { OnCallStore } from '#libs/casework';
import type { AgencyId, Instant, OnCallShift, ShiftId, TeamId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

interface RawShift {
  readonly shift_id: ShiftId;
  readonly agency_id: AgencyId;
  readonly team_id: TeamId;
  readonly user_id: UserId;
  readonly from_at: Date;
  readonly to_at: Date;
  readonly revision: number;
}

const COLUMNS = 'shift_id, agency_id, team_id, user_id, from_at, to_at, revision';

/** Who is on call for a team at an instant, in any transaction that may know it. */
export async function onCallNow(
  manager: EntityManager,
  { teamId, at }: { teamId: TeamId; at: Instant },
): Promise<OnCallShift | null> {
  const [row] = await manager.query<RawShift[]>(
    `select ${COLUMNS} from app.on_call_shift
     where team_id = $1 and removed_at is null and from_at <= $2 and to_at > $2`,
    [teamId, dateOf(at)],
  );
  return row ? fromRaw(row) : null;
}

/** Shifts of a team that touch a span, in order. */
export async function shiftsOfTeam(
  manager: EntityManager,
  { teamId, fromAt, toAt }: { teamId: TeamId; fromAt: Instant; toAt: Instant },
): Promise<readonly OnCallShift[]> {
  const rows = await manager.query<RawShift[]>(
    `select ${COLUMNS} from app.on_call_shift
     where team_id = $1 and removed_at is null and from_at < $3 and to_at > $2 order by from_at`,
    [teamId, dateOf(fromAt), dateOf(toAt)],
  );
  return rows.map(fromRaw);
}

export class PostgresOnCallStore implements OnCallStore {
  constructor(private readonly manager: EntityManager) {}

  onCallAt(options: { teamId: TeamId; at: Instant }): Promise<OnCallShift | null> {
    return onCallNow(this.manager, options);
  }

  shiftsOf(options: { teamId: TeamId; fromAt: Instant; toAt: Instant }): Promise<readonly OnCallShift[]> {
    return shiftsOfTeam(this.manager, options);
  }

  async lockRota(teamId: TeamId): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('on-call ' || $1, 0))`, [teamId]);
  }

  async find(id: ShiftId): Promise<OnCallShift | null> {
    const [row] = await this.manager.query<RawShift[]>(
      `select ${COLUMNS} from app.on_call_shift where shift_id = $1 and removed_at is null`,
      [id],
    );
    return row ? fromRaw(row) : null;
  }

  async insert({ id, agencyId, teamId, userId, fromAt, toAt, revision }: OnCallShift): Promise<void> {
    await this.manager.query(
      `insert into app.on_call_shift (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, agencyId, teamId, userId, dateOf(fromAt), dateOf(toAt), revision],
    );
  }

  async change({ id, userId, fromAt, toAt, revision }: OnCallShift): Promise<void> {
    await this.manager.query(
      `update app.on_call_shift set user_id = $2, from_at = $3, to_at = $4, revision = $5 where shift_id = $1`,
      [id, userId, dateOf(fromAt), dateOf(toAt), revision],
    );
  }

  async remove({ id, at, revision }: { id: ShiftId; at: Instant; revision: number }): Promise<void> {
    await this.manager.query(
      'update app.on_call_shift set removed_at = $2, revision = $3 where shift_id = $1',
      [id, dateOf(at), revision],
    );
  }

  async freeShiftsOf({ userId, at }: { userId: UserId; at: Instant }): Promise<readonly ShiftId[]> {
    const [rows] = await this.manager.query<[{ shift_id: ShiftId }[], number]>(
      `update app.on_call_shift set removed_at = $2, revision = revision + 1
       where user_id = $1 and removed_at is null and to_at > $2 returning shift_id`,
      [userId, dateOf(at)],
    );
    return rows.map((row) => row.shift_id);
  }
}

function fromRaw(row: RawShift): OnCallShift {
  return {
    id: row.shift_id,
    agencyId: row.agency_id,
    teamId: row.team_id,
    userId: row.user_id,
    fromAt: instantOf(row.from_at),
    toAt: instantOf(row.to_at),
    revision: row.revision,
  };
}
