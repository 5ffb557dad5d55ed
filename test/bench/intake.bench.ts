import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Client } from 'pg';
import { startBenchServer, type BenchInstance } from './support/bench-instance';
import { startBenchWeb, type BenchWeb } from './support/bench-web';
import { closedLoop, type Load } from './support/closed-loop';
import { anotherOf, rowsOfCase, write } from './support/referral-rows';

const CLIENTS = 16;
const TIMES = { clients: CLIENTS, warmSeconds: 3, seconds: 15 };

const REFERRAL = {
  nameToAskFor: 'Sample Person Quill',
  ageInYears: 31,
  district: 'E07000066',
  route: { kind: 'mobile', number: '+447700900123', call: 'yes', text: 'no', voicemail: 'no' },
  agreement: 'agreed',
  sayIfOtherAnswers: 'Say it is about the library survey',
  codeWord: 'lantern',
  crimeReference: 'ZZ/000000/26',
};

function print(figure: string, value: number, unit: string, more: object = {}): void {
  console.log(
    JSON.stringify({ figure, value: Number(value.toPrecision(4)), unit, clients: CLIENTS, ...more }),
  );
}

/** Referrals through the real web process, and beside it the same rows written by a bare client in the same run. */
export async function run(): Promise<void> {
  const server = await startBenchServer();
  const instance = await server.fresh('bench_intake');
  const web = await startBenchWeb(instance);
  try {
    const { load: api, cpu } = await referThroughApi(web);
    const { load: bare, rows } = await writeBare(instance);
    print('referral intake over the API', api.rate, 'referrals/s', { count: api.count });
    print('referral intake over the API p99', api.p99, 'ms');
    if (cpu !== null) print('referral intake, processor time of the web process', cpu, 'ms/referral');
    print('referral rows by a bare client', bare.rate, 'referrals/s', {
      count: bare.count,
      statements: rows + 2,
    });
    print('referral rows by a bare client p99', bare.p99, 'ms');
    print('referral intake against a bare client', api.rate / bare.rate, 'ratio');
  } finally {
    await web.stop();
    await server.stop();
  }
}

async function referThroughApi(web: BenchWeb): Promise<{ load: Load; cpu: number | null }> {
  const tokens = [await web.token('officer'), await web.token('officer-south')];
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const reportedAt = new Date(Date.now() - 3_600_000).toISOString();
  const payload = JSON.stringify({ ...REFERRAL, reportedAt });
  let sent = 0;
  const act = (client: number) => {
    sent += 1;
    return post({ web, agent, payload, token: tokens[client % tokens.length]! });
  };
  const before = web.cpuSeconds();
  const load = await closedLoop({ ...TIMES, act });
  const after = web.cpuSeconds();
  agent.destroy();
  return { load, cpu: before === null || after === null ? null : ((after - before) * 1_000) / sent };
}

function post(options: { web: BenchWeb; agent: Agent; payload: string; token: string }): Promise<void> {
  const { web, agent, payload, token } = options;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'idempotency-key': randomUUID(),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${web.publicUrl}/api/v1/referrals`,
      { method: 'POST', agent, headers },
      (answer) => {
        answer.resume();
        answer.once('end', () =>
          answer.statusCode === 201 ? resolve() : reject(new Error(`answered ${answer.statusCode}`)),
        );
      },
    );
    sent.once('error', reject);
    sent.end(payload);
  });
}

/** As the database's owner, whom no policy holds up: the least that these rows can cost one at a time. */
async function writeBare({ adminUrl }: BenchInstance): Promise<{ load: Load; rows: number }> {
  const clients = Array.from({ length: CLIENTS }, () => new Client({ connectionString: adminUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    const [first] = clients as [Client];
    const found = await first.query<{ case_id: string }>('select case_id from app.case_file limit 1');
    const rows = await rowsOfCase(first, found.rows[0]!.case_id);
    const act = (client: number) => write(clients[client]!, anotherOf(rows));
    return { load: await closedLoop({ ...TIMES, act }), rows: rows.length };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

if (require.main === module) void run();
