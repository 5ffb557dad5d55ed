import type { DatedSchedule, RetentionStore } from '#libs/casework';
import type {
  AgeBand,
  AgencyId,
  CaseId,
  ErasureState,
  Instant,
  PersonId,
  RecordStanding,
  RetentionSchedule,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf, maybeInstantOf } from '../columns';

/** Asks the database's own function, which hands out references, codes and times and never a row of a case (P7). */
const STANDING = 'select * from app.record_standing';
const SUPPORT = ' s cross join lateral app.support_stands(s.person_id) order by s.ended_at, s.case_id';

export class PostgresRetentionStore implements RetentionStore {
  constructor(private readonly manager: EntityManager) {}

  async scheduleInForce(at: Instant): Promise<RetentionSchedule> {
    const [row] = await this.manager.query<{ body: RetentionSchedule }[]>(
      `select body from app.retention_rule_version where effective_from <= $1
       order by effective_from desc, version desc limit 1`,
      [dateOf(at)],
    );
    if (row === undefined) throw new Error('nothing says how long records are kept');
    return row.body;
  }

  async newestSchedule(): Promise<DatedSchedule> {
    const [row] = await this.manager.query<{ body: RetentionSchedule; effective_from: Date }[]>(
      'select body, effective_from from app.retention_rule_version order by version desc limit 1',
    );
    if (row === undefined) throw new Error('nothing says how long records are kept');
    return { schedule: row.body, effectiveFrom: instantOf(row.effective_from) };
  }

  async appendSchedule({ schedule, effectiveFrom }: DatedSchedule): Promise<void> {
    await this.manager.query(
      'insert into app.retention_rule_version (version, body, effective_from) values ($1, $2, $3)',
      [schedule.version, JSON.stringify(schedule), dateOf(effectiveFrom)],
    );
  }

  /** A version as it was, in force or not. */
  async schedule(version: number): Promise<RetentionSchedule | null> {
    const [row] = await this.manager.query<{ body: RetentionSchedule }[]>(
      'select body from app.retention_rule_version where version = $1',
      [version],
    );
    return row?.body ?? null;
  }

  async standingOf(asked: string): Promise<RecordStanding | null> {
    const rows = await this.manager.query<RawStanding[]>(`${STANDING}($1, null, 1)${SUPPORT}`, [asked]);
    return rows[0] ? standingOf(rows[0]) : null;
  }

  async ended({ before, limit }: { before: Instant; limit: number }): Promise<readonly RecordStanding[]> {
    const rows = await this.manager.query<RawStanding[]>(`${STANDING}(null, $1, $2)${SUPPORT}`, [
      dateOf(before),
      limit,
    ]);
    return rows.map(standingOf);
  }
}

interface RawStanding {
  readonly person_id: PersonId;
  readonly case_id: CaseId;
  readonly reference: string;
  readonly handling_agency_id: AgencyId;
  readonly age_band: AgeBand;
  readonly ended_at: Date | null;
  readonly close_reason: string | null;
  readonly spoken_with: boolean;
  readonly live: boolean;
  readonly held: boolean;
  readonly erasure: ErasureState | null;
  readonly safeguarding_open: boolean;
  readonly request_open: boolean;
  readonly goes_on: boolean;
  readonly promised: boolean;
}

function standingOf(row: RawStanding): RecordStanding {
  return {
    personId: row.person_id,
    caseId: row.case_id,
    reference: row.reference,
    handlingAgencyId: row.handling_agency_id,
    ageBand: row.age_band,
    endedAt: maybeInstantOf(row.ended_at),
    closeReason: row.close_reason,
    spokenWith: row.spoken_with,
    live: row.live,
    held: row.held,
    erasure: row.erasure,
    safeguardingOpen: row.safeguarding_open,
    requestOpen: row.request_open,
    supportGoesOn: row.goes_on,
    promiseStands: row.promised,
  };
}
