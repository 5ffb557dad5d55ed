import { setTimeout as pause } from 'node:timers/promises';
import { PromiseFactProjector } from '#libs/persistence';
import type { SeedingSession } from './seeding-session';

/** How long to wait for more of the story where there is nothing to read. */
const NOTHING_NEW_MS = 400;

/**
 * Counts the figures while the story is told, as the worker does later on: the database has time for it, and whoever
 * opens the demonstration finds them counted.
 */
export class FiguresAlongside {
  private stopped = false;
  private readonly counting: Promise<void>;

  constructor(session: SeedingSession) {
    this.counting = session.beside('waymark_worker', async (source) => {
      const projector = new PromiseFactProjector(source);
      while (!this.stopped) if ((await projector.step()) === 0) await pause(NOTHING_NEW_MS);
      await projector.catchUp();
    });
    // Told by `caughtUp`; until then nobody waits for it.
    this.counting.catch(() => undefined);
  }

  /** Counts what is committed by now, and ends. */
  caughtUp(): Promise<void> {
    this.stopped = true;
    return this.counting;
  }
}
