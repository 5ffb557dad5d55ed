/** What the oracle reads when the run is over: rows, behind every policy. */
export type Ask = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

export interface DeadlineRow {
  readonly deadline_id: string;
  readonly case_id: string;
  readonly referral_id: string;
  readonly limb: '24h' | '1wd';
  readonly binding: boolean;
  readonly due_at: Date;
  readonly set_at: Date;
}

export interface BreachRow {
  readonly deadline_id: string;
  readonly recorded_at: Date;
  readonly via: 'queue' | 'sweep' | 'act';
}

export interface AlertRow {
  readonly deadline_id: string;
  readonly level: 'warning' | 'duty-lead' | 'service-manager';
  readonly raised_at: Date;
  readonly key: string;
}

export interface FinalTables {
  /** The service's clock when the tables were read. */
  readonly now: number;
  readonly referrals: readonly { readonly referral_id: string; readonly case_id: string | null }[];
  readonly attempts: readonly { readonly attempt_id: string; readonly recorded_at: Date }[];
  readonly consents: readonly { readonly entry_id: string }[];
  readonly deadlines: readonly DeadlineRow[];
  readonly breaches: readonly BreachRow[];
  readonly breachEvents: readonly { readonly subject_id: string; readonly recorded_at: Date }[];
  readonly alerts: readonly AlertRow[];
  /** How often the journal tells of each referral and each attempt, by the id of its row. */
  readonly told: ReadonlyMap<string, number>;
  /** How often the journal tells of an answer about support, by case: one answer has several rows. */
  readonly consentsTold: ReadonlyMap<string, number>;
  /** Timers of every kind that were due a while ago and have not fired. */
  readonly stuckTimers: number;
  /** Rows missing between others of the same record, and rows that no seal covers. */
  readonly journalGaps: number;
  readonly unsealed: number;
}

/** Longer than anything a healthy worker leaves undone. */
const STUCK = `interval '10 seconds'`;

export async function readFinalTables(ask: Ask): Promise<FinalTables> {
  const [clock] = await ask<{ now: Date; stuck: number }>(
    `select app.service_now() as now,
       ((select count(*) from app.deadline where next_fire_at < app.service_now() - ${STUCK})
        + (select count(*) from app.duty where next_fire_at < app.service_now() - ${STUCK}))::int as stuck`,
  );
  const [gaps] = await ask<{ gaps: number; unsealed: number }>(
    `select coalesce((select sum(last - rows) from (
         select max(sequence) as last, count(*) as rows from app.journal group by subject_kind, subject_id
       ) subjects), 0)::int as gaps,
       (select count(*) from app.journal j
        where not exists (select 1 from app.sealed_leaf l where l.journal_position = j.position))::int as unsealed`,
  );
  if (clock === undefined || gaps === undefined) throw new Error('The database does not answer.');
  return {
    now: clock.now.getTime(),
    referrals: await ask(
      'select r.referral_id, c.case_id from app.referral r left join app.case_file c using (referral_id)',
    ),
    attempts: await ask('select attempt_id, recorded_at from app.contact_attempt'),
    consents: await ask(`select entry_id from app.consent_entry where purpose = 'support'`),
    deadlines: await ask(
      'select deadline_id, case_id, referral_id, limb, binding, due_at, set_at from app.deadline',
    ),
    breaches: await ask('select deadline_id, recorded_at, via from app.deadline_breach'),
    breachEvents: await ask(
      `select subject_id, recorded_at from app.journal where event_type = 'deadline.breached'`,
    ),
    alerts: await ask(
      `select deadline_id, level, raised_at, concat_ws(' ', deadline_id, deadline_version, level, repeat_no) as key
       from app.alert`,
    ),
    told: await timesOf(ask, ACTS_TOLD),
    consentsTold: await timesOf(ask, CONSENTS_TOLD),
    stuckTimers: clock.stuck,
    journalGaps: gaps.gaps,
    unsealed: gaps.unsealed,
  };
}

const ACTS_TOLD = `select id, count(*)::int as times from (
    select subject_id::text as id from app.journal where event_type = 'referral.submitted'
    union all select payload ->> 'attemptId' from app.journal where event_type = 'attempt.recorded'
  ) acts group by id`;

const CONSENTS_TOLD = `select case_id::text as id, count(*)::int as times from app.journal
  where event_type in ('consent.given', 'consent.refused') and payload ->> 'purpose' = 'support' group by case_id`;

async function timesOf(ask: Ask, sql: string): Promise<ReadonlyMap<string, number>> {
  const rows = await ask<{ id: string; times: number }>(sql);
  return new Map(rows.map(({ id, times }) => [id, times]));
}
