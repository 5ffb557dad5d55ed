import type { Breach, DeadlineStore, DeadlineVersionRecord, TimersDue, WakeUp } from '#libs/casework';
import {
  isoOf,
  type CaseId,
  type Deadline,
  type DeadlineId,
  type DeadlineInputs,
  type Instant,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf, isoOrNull, maybeInstantOf } from '../columns';
import { DeadlineRow } from './deadline.row';

/** Columns as the row class names them, for statements that TypeORM does not write. */
const COLUMNS = `
  deadline_id as id, case_id as "caseId", referral_id as "referralId", handling_agency_id as "handlingAgencyId",
  promise, limb, binding, policy_id as "policyId", policy_version as "policyVersion", state, due_at as "dueAt",
  set_at as "setAt", adjusted_due_at as "adjustedDueAt", met_at as "metAt", version, revision,
  warned_through as "warnedThrough", repeat_no as "repeatNo", acknowledged, last_fired_at as "lastFiredAt",
  next_fire_at as "nextFireAt", next_stage as "nextStage"`;

type Raw = Omit<Deadline, 'dueAt' | 'setAt' | 'adjustedDueAt' | 'metAt' | 'lastFiredAt' | 'nextFireAt'> &
  Readonly<Record<'dueAt' | 'setAt', Date>> &
  Readonly<Record<'adjustedDueAt' | 'metAt' | 'lastFiredAt' | 'nextFireAt', Date | null>>;

export class PostgresDeadlineStore implements DeadlineStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly now: Instant,
  ) {}

  lockOfCase(caseId: CaseId): Promise<readonly Deadline[]> {
    return this.manager.find(DeadlineRow, {
      where: { caseId },
      order: { dueAt: 'ASC', limb: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async lockDue({ wakeUps, limit, graceMilliseconds }: TimersDue): Promise<readonly Deadline[]> {
    const rows =
      wakeUps === null ? await this.overdue(limit, graceMilliseconds) : await this.woken(wakeUps, limit);
    return rows.map(fromRaw);
  }

  private overdue(limit: number, graceMilliseconds: number): Promise<Raw[]> {
    return this.manager.query<Raw[]>(
      `select ${COLUMNS} from app.deadline
       where next_fire_at <= app.service_now() - make_interval(secs => $1::double precision / 1000)
       order by next_fire_at limit $2 for update skip locked`,
      [graceMilliseconds, limit],
    );
  }

  private woken(wakeUps: readonly WakeUp[], limit: number): Promise<Raw[]> {
    const rows = wakeUps.map((wakeUp) => ({
      wake_id: wakeUp.id,
      wake_revision: wakeUp.revision,
      wake_stage: wakeUp.stage,
    }));
    return this.manager.query<Raw[]>(
      `select ${COLUMNS} from app.deadline d
       join jsonb_to_recordset($1::jsonb) as w(wake_id uuid, wake_revision integer, wake_stage text)
         on d.deadline_id = wake_id and d.revision = wake_revision and d.next_stage = wake_stage
       where d.next_fire_at <= app.service_now() and d.deadline_id = any($3::uuid[])
       limit $2 for update of d skip locked`,
      [JSON.stringify(rows), limit, wakeUps.map(({ id }) => id)],
    );
  }

  async save(deadlines: readonly Deadline[]): Promise<void> {
    if (deadlines.length === 0) return;
    const rows = deadlines.map((deadline) => ({
      id: deadline.id,
      state: deadline.state,
      due_at: isoOf(deadline.dueAt),
      set_at: isoOf(deadline.setAt),
      adjusted_due_at: isoOrNull(deadline.adjustedDueAt),
      met_at: isoOrNull(deadline.metAt),
      version: deadline.version,
      revision: deadline.revision,
      warned_through: deadline.warnedThrough,
      repeat_no: deadline.repeatNo,
      acknowledged: deadline.acknowledged,
      last_fired_at: isoOrNull(deadline.lastFiredAt),
      next_fire_at: isoOrNull(deadline.nextFireAt),
      next_stage: deadline.nextStage,
    }));
    await this.manager.query(
      `update app.deadline d
       set state = x.state, due_at = x.due_at, set_at = x.set_at, adjusted_due_at = x.adjusted_due_at,
           met_at = x.met_at, version = x.version, revision = x.revision, warned_through = x.warned_through,
           repeat_no = x.repeat_no, acknowledged = x.acknowledged, last_fired_at = x.last_fired_at,
           next_fire_at = x.next_fire_at, next_stage = x.next_stage
       from jsonb_to_recordset($1::jsonb) as x(
         id uuid, state text, due_at timestamptz, set_at timestamptz, adjusted_due_at timestamptz,
         met_at timestamptz, version integer, revision integer, warned_through integer, repeat_no integer,
         acknowledged boolean, last_fired_at timestamptz, next_fire_at timestamptz, next_stage text)
       where d.deadline_id = x.id and d.deadline_id = any($2::uuid[])`,
      // Without the ids PostgreSQL takes the JSON for a hundred rows and reads the whole table to change one.
      [JSON.stringify(rows), deadlines.map(({ id }) => id)],
    );
  }

  async appendVersions(versions: readonly DeadlineVersionRecord[]): Promise<void> {
    const rows = versions.map((version) => ({
      deadline_id: version.deadlineId,
      version: version.version,
      due_at: isoOf(version.dueAt),
      inputs: version.inputs,
      reason: version.reason,
    }));
    await this.manager.query(
      `insert into app.deadline_version (deadline_id, version, due_at, inputs, reason, recorded_at)
       select x.*, $2 from jsonb_to_recordset($1::jsonb)
         as x(deadline_id uuid, version integer, due_at timestamptz, inputs jsonb, reason text)`,
      [JSON.stringify(rows), dateOf(this.now)],
    );
  }

  async versionInForce({ id, version }: Pick<Deadline, 'id' | 'version'>): Promise<DeadlineVersionRecord> {
    const [row] = await this.manager.query<{ due_at: Date; inputs: DeadlineInputs; reason: string }[]>(
      'select due_at, inputs, reason from app.deadline_version where deadline_id = $1 and version = $2',
      [id, version],
    );
    if (!row) throw new Error('every deadline version has its ledger row');
    return { deadlineId: id, version, dueAt: instantOf(row.due_at), inputs: row.inputs, reason: row.reason };
  }

  async recordBreaches(breaches: readonly Breach[]): Promise<readonly DeadlineId[]> {
    if (breaches.length === 0) return [];
    const rows = breaches.map(({ deadlineId, caseId, dueAt, via }) => ({
      deadline_id: deadlineId,
      case_id: caseId,
      due_at: isoOf(dueAt),
      via,
    }));
    const recorded = await this.manager.query<{ deadline_id: DeadlineId }[]>(
      `insert into app.deadline_breach (deadline_id, case_id, due_at, recorded_at, via)
       select x.deadline_id, x.case_id, x.due_at, $2, x.via
       from jsonb_to_recordset($1::jsonb) as x(deadline_id uuid, case_id uuid, due_at timestamptz, via text)
       on conflict (deadline_id) do nothing returning deadline_id`,
      [JSON.stringify(rows), dateOf(this.now)],
    );
    return recorded.map((row) => row.deadline_id);
  }
}

function fromRaw(raw: Raw): Deadline {
  return {
    ...raw,
    dueAt: instantOf(raw.dueAt),
    setAt: instantOf(raw.setAt),
    adjustedDueAt: maybeInstantOf(raw.adjustedDueAt),
    metAt: maybeInstantOf(raw.metAt),
    lastFiredAt: maybeInstantOf(raw.lastFiredAt),
    nextFireAt: maybeInstantOf(raw.nextFireAt),
  };
}
