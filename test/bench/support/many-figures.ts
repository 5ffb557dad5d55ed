import { fullScanQueries } from '#libs/persistence';
import type { Client } from 'pg';

/** Ten years of months end here. */
const LAST_DAY = '2026-07-31';

const id = (kind: string) => `('00000000-0000-7000-${kind}-' || lpad(to_hex(n), 12, '0'))::uuid`;

/**
 * Facts of so many invented police referrals over ten years, straight into the tables of the side that is read: of all
 * referrals nine in ten were tried and three in four spoken with. The rollups are those of a scan.
 */
export async function manyFacts(client: Client, referrals: number): Promise<void> {
  await client.query('set synchronous_commit = off');
  await client.query('select setseed(0.5)');
  for (let from = 1; from <= referrals; from += 500_000) {
    const to = Math.min(referrals, from + 499_999);
    await client.query(REFERRALS, [from, to]);
    await client.query(LIMBS, [from, to]);
  }
  await client.query('vacuum analyze report.referral_fact, report.promise_fact');
}

export async function rollUp(client: Client): Promise<void> {
  for (const query of fullScanQueries()) {
    await client.query({
      text: `insert into report.rollup (side, measure, dimension, month_on, value, limb, bucket, count)
        select $1, measure, dimension, month_on, value, limb, bucket, count from (${query}) scanned`,
      values: ['a'],
    });
  }
  await client.query('analyze report.rollup');
}

const REFERRALS = `
  insert into report.referral_fact (side, case_id, referral_id, month_on, source, district, offence_group, centre,
    weekday, hour_band, started_at, submitted_at, agreement, attempts, exceptions, attempt_at, reach_at,
    conversation_at, rung, attempts_to_reach, counted)
  select 'a', ${id('8001')}, ${id('8002')}, date_trunc('month', started at time zone 'Europe/London')::date, 'police',
    'E0700' || lpad((66 + n % 14)::text, 4, '0'), (array['rape', 'sexual-assault', 'grooming', 'exposure-or-voyeurism',
      'child-sexual-abuse-non-recent', 'other'])[1 + n % 6], 'centre-' || n % 3,
    lower(to_char(started at time zone 'Europe/London', 'Dy')),
    (array['night', 'morning', 'afternoon', 'evening'])[
      1 + floor(extract(hour from started at time zone 'Europe/London') / 6)::integer],
    started, submitted, 'agreed',
    case when attempt is null then '[]' else jsonb_build_array(jsonb_build_object('id', ${id('8003')},
        'outcome', 'no-answer', 'rung', 1, 'confirmation', 'not-needed', 'at', attempt)) end ||
      case when spoke is null then '[]' else jsonb_build_array(jsonb_build_object('id', ${id('8004')},
        'outcome', 'spoke', 'rung', 5, 'confirmation', 'not-needed', 'at', spoke)) end,
    '[]', attempt, spoke, spoke, case when spoke is not null then 5 when attempt is not null then 1 else 0 end,
    case when spoke is not null then 2 end, true
  from (
    select n, started, submitted, attempt, case when random() < 0.83 then
      date_trunc('second', attempt - ln(1 - random()) * interval '9 hours' + interval '1 second') end as spoke
    from (
      select n, started, submitted, case when random() < 0.9 then
        date_trunc('second', submitted - ln(1 - random()) * interval '8 hours') end as attempt
      from (
        select n, started,
          date_trunc('second', started - ln(1 - random()) * interval '3 hours') as submitted
        from (
          select n, date_trunc('second', timestamptz '${LAST_DAY} 00:00Z' - random() * interval '3640 days') as started
          from generate_series($1::bigint, $2::bigint) n
        ) began
      ) sent
    ) tried
  ) spoken`;

const LIMBS = `
  insert into report.promise_fact (side, deadline_id, case_id, referral_id, month_on, source, limb, binding, policy_id,
    policy_version, calendar_id, calendar_version, due_at, met_at, basis, state, in_adjusted_time, first_attempt,
    miss_reason)
  select 'a', (left(case_id::text, 19) || case limb when '24h' then '9001' else '9002' end
      || right(case_id::text, 13))::uuid, case_id, referral_id, month_on, source, limb, limb = '1wd',
    'essex-first-responders', 1, 'england-and-wales', 1, due, conversation_at,
    case when conversation_at is null then null when conversation_at <= due then 'on-time' else 'late' end,
    case when conversation_at <= due then 'met' else 'missed' end, false,
    case when attempt_at is null then 'none' when attempt_at <= due then 'in-time' else 'late' end,
    case when conversation_at <= due then null when submitted_at > due then 'sent-after-the-limit'
      when attempt_at <= due then 'tried-and-not-reached' else 'not-tried-in-time' end
  from (
    select r.*, l.limb, case l.limb when '24h' then r.started_at + interval '24 hours'
      else date_trunc('day', r.started_at) + interval '41 hours' end as due
    from report.referral_fact r cross join (values ('24h'), ('1wd')) l(limb)
    where r.side = 'a' and r.case_id between
      ('00000000-0000-7000-8001-' || lpad(to_hex($1::bigint), 12, '0'))::uuid
      and ('00000000-0000-7000-8001-' || lpad(to_hex($2::bigint), 12, '0'))::uuid
  ) due`;

/** Rows of the journal, as acts that come after the facts: each lets one of the newest missed clocks be done late. */
export async function manyChanges(client: Client, changes: number): Promise<void> {
  await client.query(
    `insert into app.journal (era, subject_kind, subject_id, sequence, case_id, event_type, event_version, happened_at,
       recorded_at, actor_kind, actor_process, payload, leaf_hash)
     select (select era from app.instance), 'deadline', deadline_id, 1, case_id, 'deadline.done-late', 1,
       due_at + interval '5 hours', now(), 'service', 'bench',
       jsonb_build_object('limb', limb, 'dueAt', due_at, 'metAt', due_at + interval '5 hours'), sha256('bench')
     from report.promise_fact where side = 'a' and state = 'missed' and basis is null
     order by due_at desc limit $1`,
    [changes],
  );
}

/** The journal of so many referrals, five rows each, for reading it from its beginning. */
export async function manyJournalRows(client: Client, referrals: number): Promise<void> {
  await client.query('set synchronous_commit = off');
  for (let from = 1; from <= referrals; from += 100_000) {
    await client.query(JOURNAL, [from, Math.min(referrals, from + 99_999)]);
  }
  await client.query('analyze app.journal');
}

const JOURNAL = `
  insert into app.journal (era, subject_kind, subject_id, sequence, case_id, event_type, event_version, happened_at,
    recorded_at, actor_kind, actor_process, payload, leaf_hash)
  select (select era from app.instance), e.kind, e.subject, e.sequence, ${id('a001')}, e.type, 1, e.at, e.at,
    'service', 'bench', e.payload, sha256('bench')
  from (
    select n, timestamptz '2016-08-01 00:00Z' + n * interval '5 minutes' as started
    from generate_series($1::bigint, $2::bigint) n
  ) r cross join lateral (values
    (1, 'referral', ${id('a002')}, 1, 'referral.submitted', started + interval '2 hours', jsonb_build_object(
      'source', 'police', 'district', 'E0700' || lpad((66 + n % 14)::text, 4, '0'), 'offenceGroup', 'rape',
      'agreement', 'agreed')),
    (2, 'deadline', ${id('a003')}, 1, 'deadline.set', started + interval '2 hours', jsonb_build_object(
      'referralId', ${id('a002')}, 'source', 'police', 'limb', '24h', 'binding', false, 'startedAt', started,
      'monthOn', to_char(started, 'YYYY-MM') || '-01', 'dueAt', started + interval '24 hours',
      'policyId', 'essex-first-responders', 'policyVersion', 1, 'calendarId', 'england-and-wales',
      'calendarVersion', 1)),
    (3, 'deadline', ${id('a004')}, 1, 'deadline.set', started + interval '2 hours', jsonb_build_object(
      'referralId', ${id('a002')}, 'source', 'police', 'limb', '1wd', 'binding', true, 'startedAt', started,
      'monthOn', to_char(started, 'YYYY-MM') || '-01', 'dueAt', started + interval '31 hours',
      'policyId', 'essex-first-responders', 'policyVersion', 1, 'calendarId', 'england-and-wales',
      'calendarVersion', 1)),
    (4, 'case', ${id('a001')}, 1, 'attempt.recorded', started + interval '6 hours', jsonb_build_object(
      'attemptId', ${id('a005')}, 'outcome', 'spoke', 'rung', 5, 'confirmation', 'not-needed')),
    (5, 'deadline', ${id('a004')}, 2, 'deadline.met', started + interval '6 hours', jsonb_build_object(
      'limb', '1wd', 'dueAt', started + interval '31 hours', 'metAt', started + interval '6 hours'))
  ) e(place, kind, subject, sequence, type, at, payload)
  order by n, e.place`;
