import { join } from 'node:path';
import { POSTGRES_FOLDER } from './data-folder';
import { say } from './progress';
import { startPostgres, type RunningPostgres } from './postgres';

const LOOK_EVERY_MS = 1_000;

/** The embedded server for as long as the instance runs: one that dies is started again on its port. */
export class EmbeddedDatabase {
  private timer: NodeJS.Timeout | undefined;
  private restarting: Promise<RunningPostgres> | undefined;
  private server: RunningPostgres | undefined;

  constructor(private readonly folder: string) {}

  async start(): Promise<RunningPostgres> {
    const server = await startPostgres({
      folder: join(this.folder, POSTGRES_FOLDER),
      log: (line) => say(`    ${line}`),
    });
    this.server = server;
    this.watch(server);
    return server;
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    // One that is just coming back must not outlive us.
    await this.restarting?.catch(() => undefined);
    clearTimeout(this.timer);
    await this.server?.stop();
  }

  kill(): void {
    this.server?.kill();
  }

  private watch(server: RunningPostgres): void {
    this.timer = setTimeout(() => {
      if (server.isRunning()) return this.watch(server);
      say('PostgreSQL stopped by itself; it starts again.');
      this.restarting = this.start();
      this.restarting.catch((error: unknown) => {
        say(error instanceof Error ? error.message : 'PostgreSQL did not start.');
        this.watch(server);
      });
    }, LOOK_EVERY_MS);
  }
}
