import type { WakeUp } from '#libs/casework';
import type { CaseId, DeadlineId, Instant } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/** A timer as its row says it now. */
export interface PlannedWakeUp extends WakeUp {
  readonly fireAt: Instant;
}

/** Where a page of planned timers begins: after a timer, or after an instant. */
export interface PlannedAfter {
  readonly fireAt: Instant;
  readonly deadlineId: DeadlineId | null;
}

export interface ServiceClock {
  readonly now: Instant;
  /** Changes only when a demo clock is moved. */
  readonly offsetSeconds: number;
}

interface Row {
  readonly deadline_id: DeadlineId;
  readonly revision: number;
  readonly next_stage: string;
  readonly next_fire_at: Date;
}

/** After every id: a page that begins after an instant leaves out what fires at it. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const COLUMNS = 'd.deadline_id, d.revision, d.next_stage, d.next_fire_at';

/** What the worker asks about timers. It changes nothing: only `FireDeadlines` decides (DESIGN §4). */
export class WakeUpStore {
  constructor(private readonly source: DataSource) {}

  async clock(): Promise<ServiceClock> {
    const [row] = await this.source.query<{ now: Date; offset_seconds: string }[]>(
      `select date_trunc('milliseconds', app.service_now()) as now, offset_seconds from app.instance`,
    );
    if (!row) throw new Error('No area pack is loaded. Run: waymark load-area');
    return { now: instantOf(row.now), offsetSeconds: Number(row.offset_seconds) };
  }

  /** Milliseconds until the earliest timer, negative once it is overdue; null when none is set. */
  async nextInMilliseconds(): Promise<number | null> {
    const [row] = await this.source.query<{ wait: number | null }[]>(
      `select (extract(epoch from
         (select min(next_fire_at) from app.deadline where next_fire_at is not null) - app.service_now()
       ) * 1000)::double precision as wait`,
    );
    return row?.wait ?? null;
  }

  /** Whether more timers than that are overdue. */
  async moreOverdueThan(count: number): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      `select 1 from app.deadline where next_fire_at <= app.service_now() order by next_fire_at offset $1 limit 1`,
      [count],
    );
    return rows.length > 0;
  }

  /** Timers up to an instant, earliest first, page by page. */
  async planned(page: {
    readonly until: Instant;
    readonly after: PlannedAfter | null;
    readonly limit: number;
  }): Promise<readonly PlannedWakeUp[]> {
    const { until, after, limit } = page;
    const rows = await this.source.query<Row[]>(
      `select ${COLUMNS} from app.deadline d
       where d.next_fire_at <= $1 and (d.next_fire_at, d.deadline_id) > ($2::timestamptz, $3::uuid)
       order by d.next_fire_at, d.deadline_id limit $4`,
      [
        dateOf(until),
        after === null ? '-infinity' : dateOf(after.fireAt),
        after?.deadlineId ?? LAST_ID,
        limit,
      ],
    );
    return rows.map(plannedOf);
  }

  async ofCases(
    caseIds: readonly CaseId[],
    { until }: { readonly until: Instant },
  ): Promise<readonly PlannedWakeUp[]> {
    if (caseIds.length === 0) return [];
    const rows = await this.source.query<Row[]>(
      `select ${COLUMNS} from app.deadline d where d.case_id = any($1::uuid[]) and d.next_fire_at <= $2`,
      [caseIds, dateOf(until)],
    );
    return rows.map(plannedOf);
  }

  /** Those that are due and still as they were: a firing that met a locked row leaves them behind. */
  async stillDue(wakeUps: readonly WakeUp[]): Promise<readonly PlannedWakeUp[]> {
    const rows = await this.source.query<Row[]>(
      `select ${COLUMNS} from app.deadline d
       join jsonb_to_recordset($1::jsonb) as w("deadlineId" uuid, revision integer, stage text)
         on d.deadline_id = w."deadlineId" and d.revision = w.revision and d.next_stage = w.stage
       where d.next_fire_at <= app.service_now()`,
      [JSON.stringify(wakeUps.map(({ deadlineId, revision, stage }) => ({ deadlineId, revision, stage })))],
    );
    return rows.map(plannedOf);
  }
}

function plannedOf(row: Row): PlannedWakeUp {
  return {
    deadlineId: row.deadline_id,
    revision: row.revision,
    stage: row.next_stage,
    fireAt: instantOf(row.next_fire_at),
  };
}
