import type { FireTimers } from '#libs/casework';
import type { WakeUpStore } from '#libs/persistence';
import type { WakeUpPort } from '#libs/queues';
import type { Logger } from 'pino';
import { faultForLog } from '../logging/fault-for-log';
import type { FireTogether } from './fire-together';
import type { Pressure } from './pressure';

/** Never longer, so that a clock that jumped or a timer set meanwhile is noticed within this time. */
const LONGEST_SLEEP_MILLISECONDS = 1_000;
/** Overdue rows that others hold are looked at again soon, not at once. */
const SHORTEST_SLEEP_MILLISECONDS = 50;
/** How often a sweep that leaves overdue timers to the queue looks whether they have become too many for it. */
const LOOK_MILLISECONDS = 250;
const BATCH = 500;
/** From here on batches are so much cheaper than wake-ups one by one that the queue rests and the sweep works. */
const STORM = 2 * BATCH;
/** While PostgreSQL works on one batch, this process prepares another. */
const STORM_LANES = 2;

/**
 * Finds whatever the queue forgot of one kind of timer. It asks the database alone, so it is as good as no queue at all; the grace only
 * leaves a healthy queue the time to do its work first. Starting up is a sweep.
 */
export class Sweep {
  constructor(
    private readonly parts: {
      readonly timers: FireTimers;
      readonly store: WakeUpStore;
      readonly together: FireTogether;
      /** Rests while the sweep works on a storm; null where it must stay awake for more pressing timers. */
      readonly queue: Pick<WakeUpPort, 'rest' | 'resume'> | null;
      readonly pressure: Pressure;
      readonly logger: Logger;
      readonly graceMilliseconds: number;
    },
  ) {}

  /** Fires what is overdue and answers how long to sleep. */
  async round(): Promise<number> {
    const next = await this.nextMilliseconds();
    if (next > 0) return this.sleep(next + this.grace);
    if (await this.parts.store.moreOverdueThan(STORM)) await this.calm();
    if (next + this.grace > 0) return Math.min(this.sleep(next + this.grace), LOOK_MILLISECONDS);
    // After a full batch it looks again at once: what began as a few may have become a storm.
    if ((await this.fireBatch(this.grace)) === BATCH) return 0;
    return this.sleep((await this.nextMilliseconds()) + this.grace);
  }

  private get grace(): number {
    const { graceMilliseconds, pressure } = this.parts;
    return graceMilliseconds === 0 ? 0 : graceMilliseconds + pressure.patienceMilliseconds;
  }

  private sleep(milliseconds: number): number {
    return Math.min(
      Math.max(Math.ceil(milliseconds), SHORTEST_SLEEP_MILLISECONDS),
      LONGEST_SLEEP_MILLISECONDS,
    );
  }

  private async nextMilliseconds(): Promise<number> {
    return (await this.parts.store.nextInMilliseconds()) ?? LONGEST_SLEEP_MILLISECONDS;
  }

  private async calm(): Promise<void> {
    const { queue, pressure, logger, store } = this.parts;
    logger.info({ more: STORM, kind: store.kind }, 'the sweep takes a storm of overdue timers');
    await queue?.rest();
    try {
      await pressure.during(async () => {
        await Promise.all(Array.from({ length: STORM_LANES }, () => this.fireEverything()));
      });
    } finally {
      await queue?.resume();
    }
  }

  private async fireEverything(): Promise<void> {
    while ((await this.fireBatch(0)) === BATCH);
  }

  private async fireBatch(graceMilliseconds: number): Promise<number> {
    const { timers, logger } = this.parts;
    try {
      return await timers.execute({ wakeUps: null, via: 'sweep', limit: BATCH, graceMilliseconds });
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
