import type { TimerKind, WakeUp } from '#libs/casework';
import type { Instant } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import type { JournalEntry } from '../journal-tail';
import { TIMER_TABLES, type TimerTable } from './timer-tables';

/** A timer as its row says it now. */
export interface PlannedWakeUp extends WakeUp {
  readonly fireAt: Instant;
}

/** Where a page of planned timers begins: after a timer, or after an instant. */
export interface PlannedAfter {
  readonly fireAt: Instant;
  readonly id: WakeUp['id'] | null;
}

export interface ServiceClock {
  readonly now: Instant;
  /** Changes only when a demo clock is moved. */
  readonly offsetSeconds: number;
}

interface Row {
  readonly id: WakeUp['id'];
  readonly revision: number;
  readonly stage: string;
  readonly next_fire_at: Date;
}

/** After every id: a page that begins after an instant leaves out what fires at it. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The service's clock, as the worker reads it. */
export async function serviceClock(source: DataSource): Promise<ServiceClock> {
  const [row] = await source.query<{ now: Date; offset_seconds: string }[]>(
    `select date_trunc('milliseconds', app.service_now()) as now, offset_seconds from app.instance`,
  );
  if (!row) throw new Error('No area pack is loaded. Run: waymark load-area');
  return { now: instantOf(row.now), offsetSeconds: Number(row.offset_seconds) };
}

/** What the worker asks about timers of one kind. It changes nothing: only what fires them decides (DESIGN §4). */
export class WakeUpStore {
  private readonly at: TimerTable;
  private readonly columns: string;

  constructor(
    private readonly source: DataSource,
    readonly kind: TimerKind,
  ) {
    this.at = TIMER_TABLES[kind];
    this.columns = `${this.at.id} as id, d.revision, ${this.at.stage} as stage, d.next_fire_at`;
  }

  clock(): Promise<ServiceClock> {
    return serviceClock(this.source);
  }

  /** Milliseconds until the earliest timer, negative once it is overdue; null when none is set. */
  async nextInMilliseconds(): Promise<number | null> {
    const [row] = await this.source.query<{ wait: number | null }[]>(
      `select (extract(epoch from
         (select min(next_fire_at) from ${this.at.table} where next_fire_at is not null) - app.service_now()
       ) * 1000)::double precision as wait`,
    );
    return row?.wait ?? null;
  }

  /** Whether more timers than that are overdue. */
  async moreOverdueThan(count: number): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      `select 1 from ${this.at.table} where next_fire_at <= app.service_now()
       order by next_fire_at offset $1 limit 1`,
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
    const { table, id } = this.at;
    const rows = await this.source.query<Row[]>(
      `select ${this.columns} from ${table} d
       where d.next_fire_at <= $1 and (d.next_fire_at, ${id}) > ($2::timestamptz, $3::uuid)
       order by d.next_fire_at, ${id} limit $4`,
      [dateOf(until), after === null ? '-infinity' : dateOf(after.fireAt), after?.id ?? LAST_ID, limit],
    );
    return rows.map((row) => this.plannedOf(row));
  }

  /** Timers up to an instant that something in the journal may have changed. */
  async changedBy(
    entries: readonly JournalEntry[],
    { until }: { readonly until: Instant },
  ): Promise<readonly PlannedWakeUp[]> {
    const { table, changedBy } = this.at;
    const changed = new Set(entries.map((entry) => this.at.changedIn(entry)).filter((id) => id !== null));
    if (changed.size === 0) return [];
    const rows = await this.source.query<Row[]>(
      `select ${this.columns} from ${table} d where ${changedBy} = any($1::uuid[]) and d.next_fire_at <= $2`,
      [[...changed], dateOf(until)],
    );
    return rows.map((row) => this.plannedOf(row));
  }

  /** Those that are due and still as they were: a firing that met a locked row leaves them behind. */
  async stillDue(wakeUps: readonly WakeUp[]): Promise<readonly PlannedWakeUp[]> {
    const { table, id, stage } = this.at;
    const rows = await this.source.query<Row[]>(
      `select ${this.columns} from ${table} d
       join jsonb_to_recordset($1::jsonb) as w(id uuid, revision integer, stage text)
         on ${id} = w.id and d.revision = w.revision and ${stage} = w.stage
       where d.next_fire_at <= app.service_now()`,
      [JSON.stringify(wakeUps.map((one) => ({ id: one.id, revision: one.revision, stage: one.stage })))],
    );
    return rows.map((row) => this.plannedOf(row));
  }

  private plannedOf({ id, revision, stage, next_fire_at }: Row): PlannedWakeUp {
    return { kind: this.kind, id, revision, stage, fireAt: instantOf(next_fire_at) };
  }
}
