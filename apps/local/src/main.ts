import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  AreaPackError,
  areaPackNames,
  EnvironmentError,
  loadAreaPack,
  supervisorEnvironment,
} from '#libs/config';
import { InstanceRunner, type StartOptions } from './instance-runner';
import { StartProblem } from './problem';
import { say } from './progress';

const USAGE = `usage: npm start -- [--area <name>] [--fresh] [--referrals <number>]
  --area        which area pack to run: ${areaPackNames().join(', ')}
  --fresh       drop the local data and make it anew
  --referrals   how many referrals to invent for a new database`;

/** npm passes Ctrl-C on to us although the terminal has done so already; a person needs longer than this. */
const ONE_KEYSTROKE_MS = 700;
const LOOK_FOR_PARENT_MS = 1_000;

async function main(args: readonly string[]): Promise<void> {
  const { area, ...options } = optionsOf(args);
  const settings = supervisorEnvironment({ ...process.env, ...(area && { AREA_PACK: area }) });
  const runner = new InstanceRunner({ settings, pack: loadAreaPack(settings.areaPack) }, options);
  stopOnSignals(runner);
  try {
    await runner.start();
  } catch (error) {
    if (runner.stopping) return;
    await runner.stop();
    throw error;
  }
}

function optionsOf(args: readonly string[]): StartOptions & { readonly area: string | undefined } {
  try {
    const options = {
      area: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      referrals: { type: 'string' },
    } as const;
    const { area, fresh, referrals } = parseArgs({ args: [...args], options }).values;
    if (referrals === undefined || /^[1-9]\d{0,4}$/.test(referrals)) return { area, fresh, referrals };
  } catch {
    // What parseArgs says is for programmers; the usage says it all.
  }
  throw new StartProblem(USAGE);
}

function stopOnSignals(runner: InstanceRunner): void {
  let stoppingSince: number | undefined;
  const stop = (): void => {
    if (stoppingSince === undefined) {
      stoppingSince = Date.now();
      say('Stopping …');
      void runner.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
      return;
    }
    if (Date.now() - stoppingSince < ONE_KEYSTROKE_MS) return;
    runner.kill();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  stopWithNpm(stop);
}

/** An npm that was killed cannot pass that on; without it nobody is left to stop us. */
function stopWithNpm(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    stop();
  }, LOOK_FOR_PARENT_MS);
  timer.unref();
}

/** Between npm and us there may be a shell, which outlives npm and only changes its own parent. */
function ancestors(): string {
  const parent = process.ppid;
  if (process.platform !== 'linux') return String(parent);
  try {
    const [, grandparent = ''] = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8')) ?? [];
    return `${parent} ${grandparent}`;
  } catch {
    return `${parent} gone`;
  }
}

function explain(error: unknown): string {
  const ours = [StartProblem, EnvironmentError, AreaPackError];
  if (error instanceof Error && ours.some((kind) => error instanceof kind)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
