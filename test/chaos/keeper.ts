import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosSystem } from './system';
import type { Turns } from './turns';

const LOOK_EVERY_MS = 1_000;

/** Starts PostgreSQL again when it has died of what was done to it, as the system's own supervisor would. */
export class PostgresKeeper {
  private stopped = false;
  private readonly done: Promise<void>;

  constructor(
    private readonly system: Pick<ChaosSystem, 'servers'>,
    private readonly turns: Turns,
  ) {
    this.done = this.keep();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.done;
  }

  private async keep(): Promise<void> {
    while (!this.stopped) {
      await pause(LOOK_EVERY_MS);
      await this.turns.take('postgres', () => this.startIfDead()).catch(() => undefined);
    }
  }

  private async startIfDead(): Promise<void> {
    const { servers } = this.system;
    if (!servers.isPostgresRunning()) await servers.startPostgresAgain();
  }
}
