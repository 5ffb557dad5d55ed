import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SealedKind } from '#libs/casework';
import type { PersonId } from '#libs/domain';
import { masterKeyFromFile, PostgresVault } from '#libs/persistence';
import { Client, Pool } from 'pg';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../../apps/local/src/postgres';
import { redisProgram, startRedis, type RunningRedis } from '../../support/redis-server';
import { redisAt, wholeDump } from '../../timers/support/whole-dump';

jest.setTimeout(600_000);

const DIST = join(__dirname, '..', '..', '..', 'dist', 'apps');
const PROGRAM = join(DIST, 'local', 'src', 'main.js');
const CLI = join(DIST, 'cli', 'src', 'main.js');

/** Lists and records that name people, and addresses that are not there. */
const PATHS = [
  '/board',
  '/checks',
  '/alerts',
  '/matches',
  '/shared',
  '/data-protection',
  '/data-protection/retention',
  '/emergency-access',
  '/cases/no-such-case',
  '/api/v1/board',
];
const PERSONAS = [
  'officer',
  'responder',
  'lead',
  'manager',
  'dpo',
  'safeguarding',
  'auditor',
  'commissioner',
  'adviser',
];

/** Everything that went over the wire to the mail server: envelopes, headers and bodies. */
interface Wire {
  readonly url: string;
  readonly said: () => string;
  stop(): Promise<void>;
}

async function wire(): Promise<Wire> {
  let said = '';
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
      stream.on('end', () => done());
    },
  });
  smtp.on('error', () => undefined);
  const listener = smtp.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    said: () => said,
    stop: () => new Promise<void>((resolve) => smtp.close(resolve)),
  };
}

interface Run {
  readonly folder: string;
  readonly base: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly mail: Wire;
  stop(): Promise<void>;
}

/** The whole product with its synthetic year, as `npm start` makes it; what it prints is kept too. */
async function started(extra: Readonly<Record<string, string>>): Promise<Run & { output: () => string }> {
  const parent = mkdtempSync(join(tmpdir(), 'waymark-outlets-'));
  chmodSync(parent, 0o711);
  const folder = join(parent, 'data');
  const port = String(await freePort());
  const mail = await wire();
  const env = {
    PATH: process.env['PATH'],
    PORT: port,
    WAYMARK_DATA: folder,
    LOG_LEVEL: 'debug',
    SMTP_URL: mail.url,
    PERSON_MAIL_FROM: 'Messages <hello@messages.example>',
    PERSON_MAIL_BOUNCE_TO: 'return@messages.example',
    ...extra,
  };
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, '--referrals', '40'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  while (!output.includes('\nready ')) {
    if (child.exitCode !== null) throw new Error(`it ended: ${output}`);
    await pause(100);
  }
  const variables = JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8')) as Record<string, string>;
  return {
    folder,
    base: `http://localhost:${port}`,
    variables,
    mail,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'close');
      await mail.stop();
      rmSync(parent, { recursive: true });
    },
  };
}

/** What the vault holds of people in clear: names, numbers, references, words. Short ones could be anything. */
async function secretsOf({ variables, folder }: Run): Promise<readonly string[]> {
  const keys = new Pool({ connectionString: variables['KEYS_DATABASE_URL'], max: 2 });
  const main = new Client({ connectionString: variables['DATABASE_URL'] });
  await main.connect();
  try {
    const vault = new PostgresVault(keys, masterKeyFromFile(join(folder, 'master.key')));
    const { rows } = await main.query<{
      person_id: PersonId;
      record_id: string;
      kind: SealedKind;
      sealed: Buffer;
    }>('select person_id, record_id, kind, sealed from vault.person_record');
    const opened = await vault.many([...new Set(rows.map((row) => row.person_id))]);
    const found = rows.flatMap(({ person_id: id, record_id: recordId, kind, sealed }) =>
      stringsIn(opened.get(id)?.open({ recordId, kind }, sealed) ?? null),
    );
    return [...new Set(found)].filter((text) => text.length >= 7 && /[A-Z].*[a-z]{3}|\d{6}/.test(text));
  } finally {
    await main.end();
    await keys.end();
  }
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function command({ folder, variables }: Run, ...args: string[]): string {
  const env = { PATH: process.env['PATH'], ...variables, WAYMARK_DATA: folder };
  const run = spawnSync(process.execPath, [CLI, ...args], { env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return run.stdout + run.stderr;
}

/**
 * Every persona reads, asks wrongly, and asks with a name in the address and in a body that is no JSON. Answers how many
 * of the pages named somebody, as they must where it is somebody's work.
 */
async function visit(run: Run, names: readonly string[]): Promise<number> {
  const { base } = run;
  const [name = ''] = names;
  const cases = await someCases(run);
  let named = 0;
  for (const persona of PERSONAS) {
    const cookie = await sessionOf(base, persona);
    for (const path of [...PATHS, ...cases.map((id) => `/cases/${id}`)]) {
      const address = `${base}${path}?q=${encodeURIComponent(name)}`;
      const body = await (await fetch(address, { headers: { cookie }, redirect: 'manual' })).text();
      if (names.some((one) => body.includes(one))) named += 1;
    }
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(run, persona)}` };
    const body = JSON.stringify({ fullName: name });
    await fetch(`${base}/api/v1/referrals`, { method: 'POST', headers, body });
    await fetch(`${base}/api/v1/referrals`, { method: 'POST', headers, body: body.slice(0, -1) });
    await fetch(`${base}/${encodeURIComponent(name)}`, { redirect: 'manual' });
  }
  return named;
}

const tokenOf = (run: Run, persona: string) => command(run, 'token', persona).trim();

/** Signs a persona in as a browser would, through every redirect, and answers the cookies of the service. */
async function sessionOf(base: string, persona: string): Promise<string> {
  const jars = new Map<string, Map<string, string>>();
  for (let address = new URL(`${base}/sign-in?persona=${persona}`), step = 0; step < 12; step += 1) {
    const jar = jars.get(address.host) ?? new Map<string, string>();
    jars.set(address.host, jar);
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie: cookiesIn(jar) } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) return cookiesIn(jars.get(new URL(base).host) ?? new Map());
    address = new URL(next, address);
  }
  throw new Error('signing in kept redirecting');
}

const cookiesIn = (jar: ReadonlyMap<string, string>) =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

async function someCases({ variables }: Run): Promise<readonly string[]> {
  const main = new Client({ connectionString: variables['DATABASE_URL'] });
  await main.connect();
  const { rows } = await main.query<{ id: string }>(
    'select case_id as id from app.case_file order by 1 desc limit 5',
  );
  await main.end();
  return rows.map(({ id }) => id);
}

describe.each(['postgres', 'redis'] as const)('a whole synthetic year with its queue on %s', (queue) => {
  const skip = queue === 'redis' && redisProgram() === undefined ? it.skip : it;
  let redis: RunningRedis | undefined;
  afterAll(() => redis?.stop());

  skip('P12 names nobody in dumps, queues, logs, addresses, mails or exported files', async () => {
    redis = queue === 'redis' ? await startRedis() : undefined;
    const run = await started(redis === undefined ? {} : { REDIS_URL: redis.url });
    try {
      const secrets = await secretsOf(run);
      const names = secrets.filter((text) => text.startsWith('Sample '));
      expect(names.length).toBeGreaterThan(20);
      expect(secrets.filter((text) => text.startsWith('+44')).length).toBeGreaterThan(20);
      expect(await visit(run, names)).toBeGreaterThan(0);
      const outlets = new Map<string, string>([
        ['what it printed', run.output()],
        ['the journal as exported', command(run, 'export-journal')],
        ['the erasures as exported', command(run, 'export-erasures')],
        ['the mails', run.mail.said()],
      ]);
      const logs = join(run.folder, 'logs');
      for (const file of readdirSync(logs)) outlets.set(file, readFileSync(join(logs, file), 'utf8'));
      expect([...outlets.keys()]).toEqual(expect.arrayContaining(['web.log', 'worker.log']));
      expect(outlets.get('the journal as exported')?.length).toBeGreaterThan(100_000);
      const { tables } = await wholeDump({
        adminUrl: run.variables['DATABASE_URL'] ?? '',
        keysAdminUrl: run.variables['KEYS_MIGRATOR_URL'] ?? '',
      });
      expect(tables.size).toBeGreaterThan(60);
      for (const [table, text] of tables) outlets.set(table, text);
      if (redis !== undefined) {
        for (const [key, text] of await redisAt(redis.url)) outlets.set(key, `${key} ${text}`);
      }
      expect(placesThatName(outlets, secrets)).toEqual([]);
    } finally {
      await run.stop();
    }
  });
});

/** By the place and the length of what stands there: a failing test prints no name either. */
function placesThatName(outlets: ReadonlyMap<string, string>, secrets: readonly string[]): readonly string[] {
  return [...outlets].flatMap(([place, text]) => {
    const hay = text.toLowerCase();
    const found = secrets.filter((secret) =>
      [secret, Buffer.from(secret).toString('hex'), encodeURIComponent(secret)].some((form) =>
        hay.includes(form.toLowerCase()),
      ),
    );
    return found.length === 0
      ? []
      : [`${place}: ${found.length}, the first ${found[0]?.length} characters long`];
  });
}
