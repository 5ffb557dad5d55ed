import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, isRunning, recordedPostmaster } from '../../../apps/local/src/postgres';

jest.setTimeout(240_000);

/** What `npm start` runs once everything is built, as it is here: `npm test` builds first. */
const PROGRAM = join(__dirname, '..', '..', '..', 'dist', 'apps', 'local', 'src', 'main.js');

interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

describe('npm start', () => {
  const parent = mkdtempSync(join(tmpdir(), 'waymark-instance-'));
  const folder = join(parent, 'data');
  let port: number;
  let instance: Started | undefined;

  const start = (args: readonly string[] = [], variables: Readonly<Record<string, string>> = {}): Started => {
    const env = { PATH: process.env['PATH'], PORT: String(port), WAYMARK_DATA: folder, ...variables };
    const child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    const ended = once(child, 'close').then(([code]) => code as number | null);
    return { process: child, output: () => text, ended };
  };

  const untilReady = async (started: Started): Promise<void> => {
    while (!started.output().includes('\nready ')) {
      if (started.process.exitCode !== null) throw new Error(`it ended: ${started.output()}`);
      await pause(100);
    }
  };

  const answers = async (path: string): Promise<number> =>
    fetch(`http://localhost:${port}${path}`).then(
      ({ status }) => status,
      () => 0,
    );

  const postmaster = (): number => recordedPostmaster(join(folder, 'postgres', 'cluster'))?.pid ?? 0;

  beforeAll(async () => {
    chmodSync(parent, 0o711);
    port = await freePort();
    instance = start(['--referrals', '3']);
    await untilReady(instance);
  });

  afterAll(async () => {
    instance?.process.kill('SIGTERM');
    await instance?.ended;
    rmSync(parent, { recursive: true });
  });

  it('names the personas and what to try first, and ends with the address', async () => {
    const lines = instance?.output().trimEnd().split('\n') ?? [];
    expect(lines.at(-1)).toBe(`ready http://localhost:${port}`);
    expect(lines).toContain('Area: Southend, Essex and Thurrock (essex).');
    expect(lines).toContain('What to try first:');
    expect(lines.join('\n')).toContain('Sample Responder Clover');
    expect(await answers('/personas')).toBe(200);
  });

  it('keeps what opens the data readable by its owner only', () => {
    for (const name of [
      'secrets.json',
      'master.key',
      'instance.json',
      'signing-keys.json',
      'postgres/password',
    ]) {
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
  });

  it('says in one sentence that the folder is in use, or the port', async () => {
    const other = start([], { PORT: String(await freePort()) });
    expect(await other.ended).toBe(1);
    expect(other.output()).toMatch(/^Waymark already runs from .*; stop it, or set WAYMARK_DATA\.\n$/);
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const taken = String((blocker.address() as { port: number }).port);
    const third = start([], { PORT: taken, WAYMARK_DATA: join(parent, 'third') });
    expect(await third.ended).toBe(1);
    expect(third.output()).toBe(
      `Port ${taken} is taken; free it, or choose another: PORT=${Number(taken) + 1} npm start\n`,
    );
    blocker.close();
  });

  it('says in one sentence that a database cannot be reached', async () => {
    const unreachable = start([], {
      PORT: String(await freePort()),
      WAYMARK_DATA: join(parent, 'elsewhere'),
      DATABASE_URL: 'postgresql://sample:sample@127.0.0.1:1/sample',
    });
    expect(await unreachable.ended).toBe(1);
    expect(unreachable.output()).toBe(
      'The database at DATABASE_URL cannot be reached or made (connect ECONNREFUSED 127.0.0.1:1).\n',
    );
  });

  it('says in one sentence that a database is of another area', async () => {
    const { DATABASE_URL = '', KEYS_MIGRATOR_URL = '' } = JSON.parse(
      readFileSync(join(folder, 'instance.json'), 'utf8'),
    ) as Record<string, string>;
    const other = start(['--area', 'hampshire'], {
      PORT: String(await freePort()),
      WAYMARK_DATA: join(parent, 'hampshire'),
      DATABASE_URL,
      KEYS_MIGRATOR_URL,
    });
    expect(await other.ended).toBe(1);
    expect(other.output()).toContain(
      'The database at DATABASE_URL holds essex, and hampshire was asked for: start with --area essex, or name another database.\n',
    );
  });

  it('names the areas that there are when another is asked for', async () => {
    const nowhere = start(['--area', 'nowhere'], { PORT: String(await freePort()) });
    expect(await nowhere.ended).toBe(1);
    expect(nowhere.output()).toContain('Choose one of bedfordshire, essex, hampshire');
  });

  it('leaves no web or worker behind after kill -9, and comes up again without repair', async () => {
    const before = postmaster();
    instance?.process.kill('SIGKILL');
    await instance?.ended;
    instance = start();
    await untilReady(instance);
    expect(postmaster()).toBe(before);
    expect(instance.output()).not.toContain('Synthetic referrals');
    expect(await answers('/health/ready')).toBe(200);
  });

  it('starts a PostgreSQL that was killed again under the running apps', async () => {
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    while (postmaster() === killed || (await answers('/health/ready')) !== 200) await pause(100);
    expect(isRunning(postmaster())).toBe(true);
  });

  it('stops at a signal with nothing left running', async () => {
    const server = postmaster();
    const log = join(folder, 'postgres', 'postgres.log');
    instance?.process.kill('SIGTERM');
    expect(await instance?.ended).toBe(0);
    expect(isRunning(server)).toBe(false);
    expect(readFileSync(log, 'utf8').trimEnd()).toMatch(/database system is shut down$/);
    expect(await answers('/health/live')).toBe(0);
  });

  it('leaves a folder of another area alone, and says what can be done', async () => {
    const other = start(['--area', 'hampshire']);
    expect(await other.ended).toBe(1);
    expect(other.output()).toContain(
      'holds essex, and hampshire was asked for: start with --area essex, use --fresh, or name another folder as WAYMARK_DATA.\n',
    );
  });
});
