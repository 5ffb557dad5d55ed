import type { SampledFact, SampledMeasure } from '#libs/domain';

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const at = (column: string) => `to_char(${column} at time zone 'UTC', ${ISO})`;
/** The lowest rung of somebody who was safely reached. */
const REACHED = 4;
const NOTHING = 'null::text';

/**
 * The statement that draws: $1 side, $2 and $3 first days of the months, $4 limb, $5 part, $6 now, $7 seed, $8 size,
 * $9 values of the row, $10 time zone; `typed` says what they are where a kind of fact reads fewer. What a kind does not
 * tell is null.
 */
export function drawingOf(
  measure: SampledMeasure,
  { column, of }: { readonly column: string | null; readonly of: SampledFact },
): string {
  const { facts, id, told } = KINDS[of](PLACES[measure], column);
  const columns = { ...BLANK, ...told };
  const listed = Object.entries(columns).map(([name, expression]) => `${expression} as "${name}"`);
  return `
    with secret as materialized (select gen_random_uuid()::text as word), part as (${facts}),
    typed as (select $1::text, $2::date, $3::date, $4::text, $6::timestamptz, $9::text[], $10::text)
    select count(*) over ()::integer as population,
      encode(substring(sha256(convert_to(s.word || p.${id}::text, 'UTF8')) from 1 for 5), 'hex') as "case",
      p.stands as state, ${listed.join(', ')}
    from part p cross join secret s
    where p.stands = $5::text
    order by sha256(convert_to($7::text || p.${id}::text, 'UTF8')) limit $8::integer`;
}

const BLANK = {
  limb: NOTHING,
  startedAt: NOTHING,
  submittedAt: NOTHING,
  dueAt: NOTHING,
  metAt: NOTHING,
  endedAt: NOTHING,
  service: NOTHING,
  entitlement: NOTHING,
  basis: NOTHING,
  missReason: NOTHING,
  cancelledBecause: NOTHING,
  attempts: `'[]'::jsonb`,
  exceptions: `'[]'::jsonb`,
};

interface Drawn {
  /** Rows with a column `stands`: in which part of the figure each is. */
  readonly facts: string;
  /** What tells one from another; it never leaves the statement. */
  readonly id: string;
  readonly told: Partial<typeof BLANK>;
}

const ATTEMPTED = {
  attempts: `coalesce((select jsonb_agg(jsonb_build_object('at', ${at(`(a->>'at')::timestamptz`)},
      'outcome', a->>'outcome') order by a->>'at')
      from jsonb_array_elements(p.attempts) a where a->>'confirmation' <> 'declined'), '[]')`,
  exceptions: `coalesce((select jsonb_agg(jsonb_build_object('from', ${at(`(e->>'at')::timestamptz`)},
      'reason', e->>'reason') order by e->>'at') from jsonb_array_elements(p.exceptions) e
      where not e ? 'stop'), '[]')`,
};

/** Only the cut by source counts those that no police report began. */
const within = (column: string | null, source: string) =>
  column === null
    ? `${source} = 'police' and cardinality($9::text[]) = 0`
    : `(${column}) = any($9::text[])${column === 'r.source' ? '' : ` and ${source} = 'police'`}`;

const KINDS: Readonly<Record<SampledFact, (place: string, column: string | null) => Drawn>> = {
  limb: (place, column) => ({
    id: 'referral_id',
    facts: `select l.*, ${place} as stands from (
        select p.*, r.started_at, r.submitted_at, r.attempts, r.exceptions,
          case when p.state = 'open' and p.turns_at < $6 then 'missed' else p.state end as state_now
        from report.promise_fact p join report.referral_fact r on r.side = p.side and r.case_id = p.case_id
        where p.side = $1 and p.month_on between $2::date and $3::date and p.limb = $4
          and ${within(column, 'p.source')}
      ) l`,
    told: {
      limb: 'p.limb',
      startedAt: at('p.started_at'),
      submittedAt: at('p.submitted_at'),
      dueAt: at('p.due_at'),
      metAt: at('p.met_at'),
      basis: 'p.basis',
      missReason: 'p.miss_reason',
      cancelledBecause: 'p.cancelled_because',
      ...ATTEMPTED,
    },
  }),
  referral: (place, column) => ({
    id: 'case_id',
    facts: `select r.*, ${place} as stands from report.referral_fact r
      where r.side = $1 and r.counted and r.month_on between $2::date and $3::date and ${within(column, 'r.source')}`,
    told: {
      startedAt: at('p.started_at'),
      submittedAt: at('p.submitted_at'),
      metAt: at('p.conversation_at'),
      ...ATTEMPTED,
    },
  }),
  wait: (place, column) => pathway('wait', { place, column }),
  need: (place, column) => ({
    id: 'fact_id',
    facts: `select p.*, ${place} as stands, w.started_at, w.reached_at, w.ended_at from report.strand_fact p
      left join lateral (
        select min(f.started_at) as started_at, min(f.reached_at) as reached_at, max(f.ended_at) as ended_at
        from report.pathway_fact f
        where f.side = p.side and f.case_id = p.case_id and f.kind = 'wait' and f.service = p.value
      ) w on true
      where p.side = $1 and p.kind = 'need' and p.month_on between $2::date and $3::date
        and ${column === null ? 'cardinality($9::text[]) = 0' : 'p.value = any($9::text[])'}`,
    told: {
      startedAt: at('p.started_at'),
      metAt: at('p.reached_at'),
      endedAt: at('p.ended_at'),
      service: 'p.value',
    },
  }),
  justice: (place, column) => pathway('justice', { place, column }),
  entitlement: (place) => ({
    id: 'duty_id',
    facts: `select d.duty_id, d.entitlement_id, d.code_version, d.timing, d.triggered_at, d.due_at, d.delivered_at,
        ${place} as stands
      from app.duty d
      where d.triggered_at >= $2::date::timestamp at time zone $10
        and d.triggered_at < ($3::date + interval '1 month')::timestamp at time zone $10`,
    told: {
      startedAt: at('p.triggered_at'),
      dueAt: at('p.due_at'),
      metAt: at('p.delivered_at'),
      entitlement: `p.entitlement_id || ' (' || p.code_version || ', ' || p.timing || ')'`,
    },
  }),
};

function pathway(
  kind: 'wait' | 'justice',
  { place, column }: { readonly place: string; readonly column: string | null },
): Drawn {
  return {
    id: 'fact_id',
    facts: `select p.*, ${place} as stands from report.pathway_fact p
        join report.referral_fact r on r.side = p.side and r.case_id = p.case_id
      where p.side = $1 and p.kind = '${kind}' and p.month_on between $2::date and $3::date
        and ${column === null ? 'cardinality($9::text[]) = 0' : `${column} = any($9::text[])`}`,
    told: {
      startedAt: at('p.started_at'),
      metAt: at('p.reached_at'),
      endedAt: at('p.ended_at'),
      ...(kind === 'wait' && { service: 'p.service' }),
    },
  };
}

const ENGAGED = `case when r.engagement_at is not null then 'engaged'
  when r.rung >= ${REACHED} then 'reached-not-engaged' else 'not-reached' end`;

/** In which part of each measure a row is, as the rollups put it. */
const PLACES: Readonly<Record<SampledMeasure, string>> = {
  'first-conversation-in-time': 'l.state_now',
  'misses-by-reason': `case when l.state_now = 'missed' then l.miss_reason end`,
  'first-attempt-in-time': `case when l.state_now = 'cancelled' then null
    when l.first_attempt = 'none' or (l.state_now = 'missed' and l.first_attempt = 'not-yet') then 'not-attempted'
    else l.first_attempt end`,
  'passes-that-rest-on-confirmation': `case when l.state_now = 'met' then l.basis end`,
  'handover-lag': `case when r.submitted_at is null or r.started_at is null then 'not-recorded' else 'measured' end`,
  'time-to-first-conversation': `case when r.conversation_at is null or r.started_at is null then 'no-conversation'
    else 'measured' end`,
  'reached-at-all': `case when r.rung >= ${REACHED} then 'reached' else 'not-reached' end`,
  'attempts-to-reach': `case when r.attempts_to_reach is null then 'not-reached'
    when r.attempts_to_reach >= 5 then '5+' else r.attempts_to_reach::text end`,
  'engaged-of-reached': ENGAGED,
  'engaged-of-referred': ENGAGED,
  'wait-to-first-session': 'p.state',
  'unmet-need': 'p.state',
  'justice-funnel': 'p.state',
  'code-delivered': `case d.state when 'delivered' then 'delivered' when 'delivered-late' then 'late'
    when 'missed' then 'missed' when 'not-known' then 'not-known' when 'declined' then 'declined'
    when 'not-applicable' then null else 'open' end`,
};
