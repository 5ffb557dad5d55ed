import type { FireDeadlines } from '#libs/casework';
import type { WakeUpStore } from '#libs/persistence';
import type { Logger } from 'pino';
import { faultForLog } from '../logging/fault-for-log';
import type { FireTogether } from './fire-together';

/** Never longer, so that a clock that jumped or a timer set meanwhile is noticed within this time. */
const LONGEST_SLEEP_MILLISECONDS = 1_000;
/** Overdue rows that others hold are looked at again soon, not at once. */
const SHORTEST_SLEEP_MILLISECONDS = 50;
const BATCH = 500;

/**
 * Finds whatever the queue forgot. It asks the database alone, so it is as good as no queue at all; the grace only
 * leaves a healthy queue the time to do its work first. Starting up is a sweep.
 */
export class Sweep {
  constructor(
    private readonly parts: {
      readonly fireDeadlines: FireDeadlines;
      readonly store: WakeUpStore;
      readonly together: FireTogether;
      readonly logger: Logger;
      readonly graceMilliseconds: number;
    },
  ) {}

  /** Fires everything overdue and answers how long to sleep. */
  async round(): Promise<number> {
    const wait = await this.waitMilliseconds();
    if (wait > 0) return Math.min(Math.ceil(wait), LONGEST_SLEEP_MILLISECONDS);
    let fired = await this.fireBatch();
    while (fired === BATCH) fired = await this.fireBatch();
    const next = await this.waitMilliseconds();
    return Math.min(Math.max(Math.ceil(next), SHORTEST_SLEEP_MILLISECONDS), LONGEST_SLEEP_MILLISECONDS);
  }

  private async waitMilliseconds(): Promise<number> {
    const next = await this.parts.store.nextInMilliseconds();
    return next === null ? LONGEST_SLEEP_MILLISECONDS : next + this.parts.graceMilliseconds;
  }

  private async fireBatch(): Promise<number> {
    const { fireDeadlines, graceMilliseconds, logger } = this.parts;
    try {
      return await fireDeadlines.execute({ wakeUps: null, via: 'sweep', limit: BATCH, graceMilliseconds });
    } catch (error) {
      logger.warn({ fault: faultForLog(error) }, 'a sweep failed as a whole and goes on one by one');
      return this.fireApart();
    }
  }

  private async fireApart(): Promise<number> {
    const { store, together } = this.parts;
    const { now } = await store.clock();
    const overdue = await store.planned({ until: now, after: null, limit: BATCH });
    await together.fire(overdue, 'sweep');
    return 0;
  }
}
