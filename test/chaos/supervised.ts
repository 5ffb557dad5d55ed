import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface Program {
  readonly name: string;
  readonly main: string;
  /** Loaded before the program. */
  readonly preload?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** As an orchestrator does, so that what dies is back in a moment and a broken start does not spin. */
const AGAIN_AFTER_MS = 700;
const FAREWELL_MS = 15_000;

/** One process of the product, started again whenever it ends; never two at once. */
export class Supervised {
  private child: ChildProcess | null = null;
  private again: NodeJS.Timeout | undefined;
  private ended = false;
  private extra: Readonly<Record<string, string>> = {};
  private stops = 0;
  starts = 0;

  constructor(readonly program: Program) {}

  start(): void {
    if (this.child !== null || this.ended) return;
    this.starts += 1;
    const { main, preload, environment, logFile } = this.program;
    const log = openSync(logFile, 'a', 0o600);
    const args = preload === undefined ? [main] : ['--require', preload, main];
    const env = { PATH: process.env['PATH'] ?? '', ...environment, ...this.extra };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', log, log] });
    closeSync(log);
    this.child = child;
    child.once('exit', () => {
      this.child = null;
      if (!this.ended) this.again = setTimeout(() => this.start(), AGAIN_AFTER_MS);
    });
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** Stops in the middle of whatever it does; stops that overlap end with the last of them. */
  async stopFor(milliseconds: number): Promise<void> {
    const { child } = this;
    this.stops += 1;
    child?.kill('SIGSTOP');
    await pause(milliseconds);
    this.stops -= 1;
    if (this.stops === 0) child?.kill('SIGCONT');
  }

  /** Ends as a deployment ends it, and comes back; with other variables where they are given. */
  async replace(extra: Readonly<Record<string, string>> = this.extra): Promise<void> {
    this.extra = extra;
    await this.endChild();
  }

  async end(): Promise<void> {
    this.ended = true;
    clearTimeout(this.again);
    await this.endChild();
  }

  private async endChild(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    const gone = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS);
    await gone;
    clearTimeout(timer);
  }
}
