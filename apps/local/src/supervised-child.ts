import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './progress';

export interface ChildOptions {
  readonly name: string;
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly onMessage?: (message: unknown) => void;
}

const LONGEST_WAIT_MS = 30_000;
const STEADY_MS = 60_000;
const PATIENCE_MS = 5_000;
const LARGE_LOG_BYTES = 10_000_000;

/** A child that is started again when it stops by itself, sooner at first and then with growing pauses. */
export class SupervisedChild {
  private process: ChildProcess | undefined;
  private timer: NodeJS.Timeout | undefined;
  private wanted = false;
  private startedAt = 0;
  failuresInARow = 0;

  constructor(private readonly options: ChildOptions) {}

  start(): void {
    this.wanted = true;
    this.startedAt = Date.now();
    setLargeLogAside(this.options.logFile);
    const log = openSync(this.options.logFile, 'a', 0o600);
    // A group of its own: Ctrl-C reaches the supervisor alone, which stops its children in order.
    const child = fork(this.options.program, [], {
      env: { ...this.options.environment },
      execArgv: ['--require', join(__dirname, 'child-guard.js')],
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.process = child;
    child.on('message', (message) => this.options.onMessage?.(message));
    child.once('error', () => this.ended(child, 'could not be started'));
    child.once('exit', (code, signal) => this.ended(child, `stopped (${signal ?? `exit ${code}`})`));
  }

  async stop(): Promise<void> {
    this.wanted = false;
    clearTimeout(this.timer);
    const child = this.process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await gone;
    clearTimeout(force);
  }

  kill(): void {
    this.wanted = false;
    this.process?.kill('SIGKILL');
  }

  private ended(child: ChildProcess, what: string): void {
    if (!this.wanted || this.process !== child) return;
    this.process = undefined;
    const { name, logFile } = this.options;
    this.failuresInARow = Date.now() - this.startedAt > STEADY_MS ? 1 : this.failuresInARow + 1;
    const wait = Math.min(500 * 2 ** (this.failuresInARow - 1), LONGEST_WAIT_MS);
    say(`${name} ${what}; it starts again in ${wait / 1_000} s. Its log: ${logFile}`);
    this.timer = setTimeout(() => this.start(), wait);
  }
}

function setLargeLogAside(file: string): void {
  if (existsSync(file) && statSync(file).size > LARGE_LOG_BYTES) renameSync(file, `${file}.old`);
}
