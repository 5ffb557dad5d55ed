import { randomUUID } from 'node:crypto';
import { loadAreaPack } from '#libs/config';
import { MATCH_POLICY, matchKeys, scoreMatch, type IdentityFacts } from '#libs/domain';
import {
  dataSourceOptions,
  deskFactsOf,
  masterKeyFromFile,
  PolicyCache,
  PostgresUnitOfWork,
  PostgresVault,
} from '#libs/persistence';
import { inventPerson, measureMatching, SeededChance, writtenAgain, writtenDown } from '#libs/testing';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { startBenchServer, type BenchInstance } from './support/bench-instance';
import { startBenchWeb, type BenchWeb } from './support/bench-web';
import { benchPersona } from './support/many-cases';

const PEOPLE = 1_000_000;
const ASKED = 400;
const WARM = 20;
const PAIRS = 500;
const OPENED = 400;

function print(figure: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(4)), unit, ...more }));
}

/** How well people are found again, how long it takes among a million, and that the police cannot tell by the time. */
export async function run(): Promise<void> {
  measureModel();
  measureScoring();
  const server = await startBenchServer();
  try {
    await measureSearch(await server.fresh('bench_matching'));
    await measurePolice(await server.fresh('bench_police'));
  } finally {
    await server.stop();
  }
}

function measureModel(): void {
  const known = 20_000;
  const { recall, precision, askedAfter } = measureMatching({ known, again: 1_000, seed: 2026 });
  print('matching recall on the model of errors', recall, 'share', { known, askedAfter, bar: 0.95 });
  print('matching precision on the model of errors', precision, 'share', { known, askedAfter, bar: 0.9 });
}

function measureScoring(): void {
  const chance = new SeededChance(1);
  const person = inventPerson(chance, []);
  const others = Array.from({ length: OPENED }, () => writtenDown(inventPerson(chance, [])));
  const context = { policy: MATCH_POLICY, sharedRoutes: new Set<string>() };
  const times = Array.from({ length: 50 }, () => {
    const facts = writtenAgain(chance, person);
    const fresh = others.map((other): IdentityFacts => ({ ...other, names: [...other.names] }));
    const began = performance.now();
    for (const other of fresh) scoreMatch(facts, other, context);
    return performance.now() - began;
  }).toSorted((a, b) => a - b);
  print(`scoring ${OPENED} opened candidates p50`, at(times, 0.5), 'ms');
}

/** `name-pair` and the rest as a person with a birth, a number and a crime number has them; marks spread evenly. */
const FILL = `
  insert into vault.search_mark (person_id, kind, mark, handling_agency_id)
  select p.person_id, k.kind, (random() * 8191)::integer, $1
  from app.person p, (values ('name-pair', 1), ('name-pair', 2), ('name-year', 1), ('name-year', 2), ('name-day', 1),
    ('name-day', 2), ('birth', 1), ('route', 1), ('crime-reference', 1)) as k(kind, n)`;

async function fillMarks({ adminUrl }: BenchInstance): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { agencyId } = deskFactsOf(loadAreaPack('essex'));
    await client.query(
      `insert into app.person (person_id, created_at, age_band, language_need)
       select uuidv7(), now(), '25-39', 'none' from generate_series(1, $1::integer)`,
      [PEOPLE],
    );
    await client.query(`alter table vault.search_mark drop constraint search_mark_key`);
    await client.query('drop index vault.search_mark_lookup');
    // Each row would look its person and agency up: the rows are made of both.
    await client.query('set session_replication_role = replica');
    await client.query(FILL, [agencyId]);
    await client.query(
      'create index search_mark_lookup on vault.search_mark (kind, mark) include (person_id, handling_agency_id)',
    );
    await client.query('vacuum analyze vault.search_mark');
  } finally {
    await client.end();
  }
}

/** As a responder's search asks: marks of a person with two errors, under the policies of the desk. */
async function measureSearch(instance: BenchInstance): Promise<void> {
  await fillMarks(instance);
  const keys = new Pool({ connectionString: instance.url('keys'), max: 2 });
  const source = await new DataSource(dataSourceOptions(instance.url('web'), { poolSize: 2 })).initialize();
  const work = new PostgresUnitOfWork(source, {
    policies: new PolicyCache(),
    desk: deskFactsOf(loadAreaPack('essex')),
  });
  const { searchMarks } = new PostgresVault(keys, masterKeyFromFile(instance.keyFile));
  const chance = new SeededChance(7);
  const reader = benchPersona('responder');
  try {
    const times: number[] = [];
    for (let asked = 0; asked < WARM + ASKED; asked += 1) {
      const facts = writtenAgain(chance, inventPerson(chance, []));
      const began = performance.now();
      const marks = await searchMarks.of(matchKeys(facts));
      await work.run(reader, (tx) => tx.matches.candidates({ marks, except: null, limit: OPENED }));
      times.push(performance.now() - began);
    }
    const sorted = times.slice(WARM).toSorted((a, b) => a - b);
    print('candidates by marks p50', at(sorted, 0.5), 'ms', { people: PEOPLE, asked: ASKED });
    print('candidates by marks p99', at(sorted, 0.99), 'ms', { people: PEOPLE, asked: ASKED });
  } finally {
    await source.destroy();
    await keys.end();
  }
}

/** Referrals by an officer, known and unknown people by turns; whoever is known was referred by another team. */
async function measurePolice(instance: BenchInstance): Promise<void> {
  const web = await startBenchWeb(instance);
  try {
    const [officer, south] = [await web.token('officer'), await web.token('officer-south')];
    for (let index = 0; index < PAIRS; index += 1) await refer(web, south, numbered('Known', index));
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let index = 0; index < PAIRS; index += 1) {
      times.known.push(await refer(web, officer, numbered('Known', index)));
      times.unknown.push(await refer(web, officer, numbered('Other', index + PAIRS)));
    }
    const [known, unknown] = [median(times.known), median(times.unknown)];
    print('referral of a known person, median', known, 'ms', { pairs: PAIRS });
    print('referral of an unknown person, median', unknown, 'ms', { pairs: PAIRS });
    print('known against unknown', known / unknown, 'ratio');
  } finally {
    await web.stop();
  }
}

function numbered(word: string, index: number) {
  const letters = [index % 26, Math.floor(index / 26) % 26]
    .map((place) => String.fromCharCode(97 + place))
    .join('');
  return {
    nameToAskFor: `Sample ${word}${letters} Quill`,
    ageInYears: 31,
    district: 'E07000066',
    route: {
      kind: 'mobile',
      number: `+4477009${String(10_000 + index)}`,
      call: 'yes',
      text: 'no',
      voicemail: 'no',
    },
    agreement: 'agreed',
    crimeReference: `ZZ/${String(index).padStart(6, '0')}/26`,
    reportedAt: new Date(Date.now() - 3_600_000).toISOString(),
  };
}

async function refer({ publicUrl }: BenchWeb, token: string, referral: object): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${publicUrl}/api/v1/referrals`, {
    method: 'POST',
    body: JSON.stringify(referral),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
  });
  await answer.text();
  if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
  return performance.now() - began;
}

const median = (times: readonly number[]): number =>
  at(
    [...times].toSorted((a, b) => a - b),
    0.5,
  );

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

if (require.main === module) void run();
