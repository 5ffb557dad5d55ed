import { randomBytes } from 'node:crypto';
import { SubmitReferral } from '#libs/casework';
import { loadAreaPack } from '#libs/config';
import { instant, type CaseId, type StaffActor } from '#libs/domain';
import {
  dataSourceOptions,
  deskFactsOf,
  masterKeyFromFile,
  PolicyCache,
  PostgresUnitOfWork,
  PostgresVault,
  SystemIds,
} from '#libs/persistence';
import { aReferral } from '#libs/testing';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { BenchInstance } from './bench-instance';

/** The person in the area pack who plays this part. */
export function benchPersona(key: string): StaffActor {
  const persona = loadAreaPack('essex').personas.find((candidate) => candidate.key === key);
  if (!persona) throw new Error(`the area pack has no persona ${key}`);
  const { userId, role, agencyId, teamId } = persona;
  return { kind: 'staff', userId, role, agencyId, teamId };
}

/** One referral through the real use case: the pattern that all others are cut from. */
async function firstCase(instance: BenchInstance): Promise<CaseId> {
  const keys = new Pool({ connectionString: instance.url('keys'), max: 2 });
  const source = await new DataSource(dataSourceOptions(instance.url('web'), { poolSize: 2 })).initialize();
  try {
    const parts = { policies: new PolicyCache(), desk: deskFactsOf(loadAreaPack('essex')) };
    const vault = new PostgresVault(keys, masterKeyFromFile(instance.keyFile));
    const submit = new SubmitReferral(new PostgresUnitOfWork(source, parts), vault, new SystemIds());
    const input = aReferral()
      .reportedAt(instant(new Date(Date.now() - 3_600_000).toISOString()))
      .build();
    const act = { route: 'bench', key: 'first', requestHash: randomBytes(32) };
    const once = await submit.execute(benchPersona('officer'), input, act);
    if (once.kind !== 'done' || once.result.kind !== 'submitted') throw new Error(JSON.stringify(once));
  } finally {
    await source.destroy();
    await keys.end();
  }
  return withOwner(instance, async (client) => {
    const { rows } = await client.query<{ case_id: CaseId }>('select case_id from app.case_file');
    return rows[0]!.case_id;
  });
}

async function withOwner<Result>(
  { adminUrl }: BenchInstance,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** `$1` the pattern's case, `$2` to `$3` the numbers of the cases. Each id is made of the number of the case, so that tables agree. */
const id = (kind: string) => `md5('${kind} ' || i)::uuid`;

/** Due from sixty days ago to thirty days ahead, opened in the course of a year. */
const DUE = `now() + make_interval(mins => ((i::bigint * 7919) % 129600)::integer - 86400)`;
const OPENED = `now() - make_interval(mins => ((i::bigint * 104729) % 525600)::integer + 1)`;

/** Sixteen patterns of safe hours and, for four in ten, no hours named. */
const WINDOWS = `case when i % 10 < 4 then null else jsonb_build_object('timezone', 'Europe/London', 'holidays', '[]'::jsonb,
  'schedule', (select jsonb_object_agg(d, jsonb_build_array(jsonb_build_array(
     lpad((9 + i % 8)::text, 2, '0') || ':00', lpad((18 + (i / 8) % 2)::text, 2, '0') || ':00')))
   from unnest(array['mon', 'tue', 'wed', 'thu', 'fri']) d)) end`;

const COPIES: readonly { readonly table: string; readonly changes: string }[] = [
  { table: 'person', changes: `'person_id', ${id('person')}` },
  { table: 'report', changes: `'person_id', ${id('person')}, 'report_id', ${id('report')}` },
  {
    table: 'incident',
    changes: `'person_id', ${id('person')}, 'report_id', ${id('report')}, 'incident_id', ${id('incident')}`,
  },
  {
    table: 'referral',
    changes: `'person_id', ${id('person')}, 'report_id', ${id('report')}, 'referral_id', ${id('referral')},
      'reference', 'WM-' || i`,
  },
  { table: 'safe_contact_card', changes: `'person_id', ${id('person')}, 'windows', ${WINDOWS}` },
  {
    table: 'contact_route',
    changes: `'person_id', ${id('person')}, 'route_id', ${id('route')},
      'state', case when i % 33 = 0 then 'quarantined' else 'active' end`,
  },
  {
    table: 'case_file',
    changes: `'person_id', ${id('person')}, 'referral_id', ${id('referral')}, 'case_id', ${id('case')},
      'reference', 'WM-' || i, 'danger', i % 20 = 0, 'opened_at', ${OPENED}, 'next_due_at', ${DUE},
      'act_by_at', ${DUE} - make_interval(hours => i % 3), 'attempts', i % 4,
      'owner_user_id', case when i % 3 > 0 then (select user_id from app.staff_user
        where role = case when i % 400 = 1 then 'first-responder' else 'duty-lead' end order by user_id limit 1) end,
      'call_hours', app.call_hours_of(${id('person')})`,
  },
];

function copyStatement({ table, changes }: (typeof COPIES)[number]): string {
  return `insert into app.${table} select copy.* from app.${table} t, generate_series($2::integer, $3::integer) i,
    lateral jsonb_populate_record(null::app.${table}, to_jsonb(t) || jsonb_build_object(${changes})) copy
    where t.person_id = (select person_id from app.case_file where case_id = $1)`;
}

const DEADLINES = `
  insert into app.deadline select copy.* from app.deadline t, generate_series($2::integer, $3::integer) i,
    lateral jsonb_populate_record(null::app.deadline, to_jsonb(t) || jsonb_build_object(
      'deadline_id', md5(t.limb || ' ' || i)::uuid, 'case_id', ${id('case')}, 'referral_id', ${id('referral')},
      'due_at', case when t.limb = '24h' then ${DUE} else ${DUE} + interval '7 hours' end,
      'state', case when ${DUE} < now() then 'breached' else 'running' end,
      'next_fire_at', now() + interval '400 days')) copy
  where t.case_id = $1`;

const CALL_BACKS = `
  insert into app.call_back (call_back_id, case_id, handling_agency_id, at, made_by, made_at, flags)
  select ${id('call-back')}, c.case_id, c.handling_agency_id, now() + make_interval(mins => i), c.owner_team_id,
    now() - interval '1 day', '{}'
  from generate_series(1, $1::integer, 50) i join app.case_file c on c.case_id = ${id('case')}`;

const POLICE_TASKS = `
  insert into app.police_task (task_id, kind, cause, case_id, referral_id, reference, referring_agency_id, team_id,
    handling_agency_id, state, opened_at, due_at)
  select ${id('task')}, 'add-crime-number', 'bench', c.case_id, c.referral_id, c.reference, r.referring_agency_id,
    r.referring_team_id, c.handling_agency_id, 'open', now() - interval '1 day', now() + interval '1 day'
  from generate_series(2, $1::integer, 40) i join app.case_file c on c.case_id = ${id('case')}
  join app.referral r on r.referral_id = c.referral_id`;

/** What the worker does every other second. */
const FOLD = `
  with gone as (delete from app.board_tally returning handling_agency_id, facet, value, n)
  insert into app.board_tally (handling_agency_id, facet, value, n)
  select handling_agency_id, facet, value, sum(n) from gone group by 1, 2, 3`;

/** A change of a card locks that card until it commits, and the lock table has room for some thousands. */
const BATCH = 2_000;

async function inBatches(
  client: Client,
  statement: string,
  { pattern, cases }: { readonly pattern: CaseId; readonly cases: number },
): Promise<void> {
  for (let first = 1; first <= cases; first += BATCH) {
    await client.query(statement, [pattern, first, Math.min(first + BATCH - 1, cases)]);
  }
}

/**
 * Fills an empty instance with open cases that wait for a first conversation. The database's own triggers count them,
 * as they count those of the use cases.
 */
export async function manyOpenCases(instance: BenchInstance, cases: number): Promise<void> {
  const pattern = await firstCase(instance);
  await withOwner(instance, async (client) => {
    for (const copy of COPIES) {
      await inBatches(client, copyStatement(copy), { pattern, cases });
      await client.query(`analyze app.${copy.table}`);
    }
    await inBatches(client, DEADLINES, { pattern, cases });
    await client.query(CALL_BACKS, [cases]);
    await client.query(POLICE_TASKS, [cases]);
    await client.query(FOLD);
    await client.query('vacuum analyze');
  });
}
