import { Client } from 'pg';
import type { BenchInstance } from './bench-instance';
import { benchPersona, manyOpenCases } from './many-cases';

/** Requests that one case has, each of another kind of support, all at one agency. */
const KINDS = ['isva', 'child-isva', 'family-support', 'counselling'];

/** Of a hundred: thirty new or acknowledged, fifty accepted, twenty over. */
const STATE = `case when i % 100 < 20 then 'sent' when i % 100 < 30 then 'acknowledged' when i % 100 < 50 then 'waiting'
  when i % 100 < 80 then 'active' when i % 100 < 90 then 'declined' else 'ended' end`;

const id = (kind: string) => `md5('${kind} ' || i)::uuid`;

const CONSENTS = `
  insert into app.consent_entry (entry_id, case_id, person_id, handling_agency_id, decision, recipient, purpose,
    data_class, giver, basis, how, wording, taken_by, recorded_at)
  select md5('consent ' || i)::uuid, c.case_id, c.person_id, c.handling_agency_id, 'given', 'agency:' || $3::uuid,
    'support', 'needs', 'person', 'adult', 'by-phone', 'support-1', $4::uuid, now() - interval '400 days'
  from generate_series($1::integer, $2::integer) i join app.case_file c on c.case_id = ${id('case')}`;

const REQUESTS = `
  insert into app.service_request (request_id, case_id, person_id, handling_agency_id, reference, kind, service_id,
    agency_id, reached_by, purpose, state, band, first_asked_at, proposed_by, proposed_at, sent_at, sent_on,
    acknowledged_at, decided_at, decline_reason, waiting_since, allocated_to, started_at, ended_at, ending, step, due_at,
    next_fire_at, clocks_version)
  select md5('request ' || x.kind || ' ' || i)::uuid, c.case_id, c.person_id, c.handling_agency_id, c.reference, x.kind,
    (select service_id from app.directory_service where agency_id = $3 order by service_id limit 1), $3, 'inbox',
    'support', s.state, case i % 5 when 0 then 'urgent' when 1 then 'routine' else 'soon' end, t.asked, $4, t.asked,
    t.asked, 'consent', t.asked + interval '1 hour',
    case when s.state not in ('sent', 'acknowledged') then t.asked + interval '2 days' end,
    case when s.state = 'declined' then 'list-closed' end,
    case when s.state in ('waiting', 'active', 'ended') then t.asked + interval '2 days' end,
    case when s.state = 'active' then $5::uuid end,
    case when s.state in ('active', 'ended') then t.asked + interval '9 days' end,
    case when s.state = 'ended' then now() end, case when s.state = 'ended' then 'planned' end,
    case when s.live then 'decide' end, case when s.live then now() + make_interval(mins => ((i::bigint * 7919) % 43200)::integer) end,
    case when s.live then now() + interval '400 days' end, 1
  from generate_series($1::integer, $2::integer) i
  cross join unnest($6::text[]) x(kind)
  join app.case_file c on c.case_id = ${id('case')}
  cross join lateral (select now() - make_interval(mins => ((i::bigint * 104729) % 525600)::integer) as asked) t
  cross join lateral (select ${STATE} as state) q
  cross join lateral (select q.state, q.state not in ('declined', 'ended') as live) s`;

const MINIMUMS = `
  insert into app.service_request_minimum (request_id, case_id, agency_id, body)
  select request_id, case_id, agency_id,
    '{"ageBand": "25-39", "district": "E07000070", "needs": [], "languages": [], "access": []}'
  from app.service_request`;

const BATCH = 1_000;

/** Fills an empty instance with so many requests at the agency of the sample coordinator, four to a case. */
export async function manyRequests(instance: BenchInstance, requests: number): Promise<void> {
  const cases = Math.ceil(requests / KINDS.length);
  await manyOpenCases(instance, cases);
  const agency = benchPersona('coordinator').agencyId;
  const responder = benchPersona('responder').userId;
  const adviser = benchPersona('adviser').userId;
  const client = new Client({ connectionString: instance.adminUrl });
  await client.connect();
  try {
    for (let first = 1; first <= cases; first += BATCH) {
      const range = [first, Math.min(first + BATCH - 1, cases)];
      await client.query(CONSENTS, [...range, agency, responder]);
      await client.query(REQUESTS, [...range, agency, responder, adviser, KINDS]);
    }
    await client.query(MINIMUMS);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
