import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer } from 'node:net';

const ROOT = resolve(__dirname, '../../..');
const LONGEST = 600_000;

function print(figure: string, value: number, unit: string, more: Record<string, unknown> = {}): void {
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(3)), unit, ...more }));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolveListening) => server.once('listening', resolveListening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Running {
  readonly seconds: number;
  stop(): Promise<void>;
}

/** `npm start` in a folder until it prints its ready line, and how long that took. */
async function start(folder: string, environment: NodeJS.ProcessEnv): Promise<Running> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  await readyLine(child);
  return { seconds: (performance.now() - began) / 1_000, stop: () => stop(child) };
}

function readyLine(child: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    let output = '';
    const timer = setTimeout(() => failed(new Error(`not ready in time:\n${output}`)), LONGEST);
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (!/^ready http/m.test(output)) return;
      clearTimeout(timer);
      ready();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => failed(new Error(`stopped before it was ready:\n${output}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolveEnded) => child.once('exit', resolveEnded));
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  await ended;
}

/** Proportional memory of every process that works in or on a data folder: shared pages are counted once. */
function megabytesOf(marks: readonly string[]): number {
  const kilobytes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => belongs(pid, marks))
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1_024;
}

/** PostgreSQL's backends carry only their role in their title; their parent names the folder. */
function belongs(pid: string, marks: readonly string[]): boolean {
  const text = readOrEmpty(`/proc/${pid}/environ`) + readOrEmpty(`/proc/${pid}/cmdline`);
  if (marks.some((mark) => text.includes(mark))) return true;
  const parent = /^PPid:\s+(\d+)/m.exec(readOrEmpty(`/proc/${pid}/status`))?.[1] ?? '1';
  return Number(parent) > 1 && marks.some((mark) => readOrEmpty(`/proc/${parent}/cmdline`).includes(mark));
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A clone started with a cold and with a warm npm cache, then again on its data. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  try {
    const cache = { npm_config_cache: join(folder, 'npm-cache') };
    for (const state of ['cold', 'warm'] as const) {
      const clone = join(folder, `clone-${state}`);
      execFileSync('git', ['clone', '-q', ROOT, clone]);
      const environment = { ...cache, PORT: String(await freePort()), WAYMARK_DATA: join(clone, '.waymark') };
      const first = await start(clone, environment);
      print(`npm start on a fresh clone, npm cache ${state}`, first.seconds, 's');
      await first.stop();
      if (state === 'warm') await benchSecondStart(clone, environment);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchSecondStart(clone: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const again = await start(clone, environment);
  print('npm start, second start', again.seconds, 's');
  await new Promise((rested) => setTimeout(rested, 10_000));
  print('memory at rest, all processes', megabytesOf([clone]), 'MB', { measure: 'proportional set size' });
  await again.stop();
}

if (require.main === module) void run();
