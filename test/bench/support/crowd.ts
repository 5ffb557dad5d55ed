import type { Client } from 'pg';

/**
 * Invented cases whose binding limb falls due evenly over a span, written as rows: a bench measures timers, and
 * referring ten thousand people first would measure intake.
 */
export async function insertCrowd(
  client: Client,
  options: { readonly count: number; readonly firstInSeconds: number; readonly overSeconds: number },
): Promise<void> {
  const { count, firstInSeconds, overSeconds } = options;
  await client.query(
    `create temp table crowd as
     select n, uuidv7() as person_id, uuidv7() as report_id, uuidv7() as referral_id, uuidv7() as case_id,
       uuidv7() as deadline_id, date_trunc('milliseconds', app.service_now())
         + make_interval(secs => $2 + $3::double precision * n / $1) as due_at
     from generate_series(0, $1::integer - 1) n`,
    [count, firstInSeconds, overSeconds],
  );
  await client.query(`
    insert into app.person (person_id, created_at, age_band, language_need)
      select person_id, now(), '25-39', 'none' from crowd;
    insert into app.report (report_id, person_id, channel, reported_at)
      select report_id, person_id, 'police', due_at - interval '1 day' from crowd;
    insert into app.referral (referral_id, reference, person_id, report_id, source, state, referring_agency_id,
        referred_by, handling_agency_id, district, dangers, agreement, submitted_at)
      select referral_id, 'WM-' || lpad(n::text, 4, '0') || '-' || lpad((n / 10000)::text, 4, '0'), person_id, report_id,
        'police', 'accepted-for-triage', u.agency_id, u.user_id, a.agency_id,
        (select code from app.district limit 1), '{}', 'agreed', due_at - interval '1 day'
      from crowd, (select * from app.staff_user where role = 'officer' limit 1) u,
        (select agency_id from app.agency where kind = 'responder') a;
    insert into app.case_file (case_id, referral_id, person_id, reference, contact_state, handling_agency_id,
        owner_team_id, danger, act_by_at, next_due_at, opened_at)
      select c.case_id, c.referral_id, c.person_id, r.reference, 'ready', r.handling_agency_id, t.team_id, false,
        c.due_at, c.due_at, c.due_at - interval '1 day'
      from crowd c join app.referral r using (referral_id) join app.team t on t.agency_id = r.handling_agency_id;
    insert into app.deadline (deadline_id, case_id, referral_id, handling_agency_id, promise, limb, binding, policy_id,
        policy_version, state, due_at, set_at, warned_through, next_fire_at, next_stage)
      select c.deadline_id, c.case_id, c.referral_id, f.handling_agency_id, 'first-contact', '1wd', true,
        'essex-first-responders', 1, 'running', c.due_at, c.due_at - interval '1 day', 1,
        c.due_at + interval '1 millisecond', 'due'
      from crowd c join app.case_file f using (case_id);
    analyze app.deadline; analyze app.case_file;
    drop table crowd;
  `);
}

export interface Lateness {
  readonly recorded: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly byQueue: number;
}

/** How late breaches were recorded, in milliseconds, by the database's own clock. */
export async function latenessOf(client: Client): Promise<Lateness> {
  const { rows } = await client.query<Lateness>(`
    with late as (select extract(epoch from recorded_at - due_at) * 1000 as ms, via from app.deadline_breach)
    select count(*)::integer as recorded,
      round(percentile_cont(0.5) within group (order by ms))::integer as p50,
      round(percentile_cont(0.99) within group (order by ms))::integer as p99,
      round(max(ms))::integer as worst,
      round(100.0 * count(*) filter (where via = 'queue') / greatest(count(*), 1), 1)::double precision as "byQueue"
    from late`);
  const [row] = rows;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
