import type { FireTimers, WakeUp } from '#libs/casework';
import type { WakeUpStore } from '#libs/persistence';
import type { Logger } from 'pino';
import { faultForLog } from '../logging/fault-for-log';

export interface FiredTogether {
  readonly fired: number;
  /** Ids of timers that could not be fired even alone: somebody must look. */
  readonly failed: ReadonlySet<string>;
}

/**
 * Fires wake-ups of one kind in one transaction; when that fails although the database answers, one by one, so that a
 * single timer that cannot be fired never holds up the others.
 */
export class FireTogether {
  constructor(
    private readonly timers: FireTimers,
    private readonly store: WakeUpStore,
    private readonly logger: Logger,
  ) {}

  async fire(wakeUps: readonly WakeUp[], via: 'queue' | 'sweep'): Promise<FiredTogether> {
    try {
      return { fired: await this.execute(wakeUps, via), failed: new Set() };
    } catch (error) {
      await this.store.clock();
      if (wakeUps.length > 1) return this.apart(wakeUps, via);
      throw error;
    }
  }

  private async apart(wakeUps: readonly WakeUp[], via: 'queue' | 'sweep'): Promise<FiredTogether> {
    const failed = new Set<string>();
    let fired = 0;
    for (const wakeUp of wakeUps) {
      try {
        fired += await this.execute([wakeUp], via);
      } catch (error) {
        failed.add(wakeUp.id);
        const { kind, id, stage } = wakeUp;
        this.logger.error({ kind, id, stage, via, fault: faultForLog(error) }, 'a timer cannot be fired');
      }
    }
    return { fired, failed };
  }

  private execute(wakeUps: readonly WakeUp[], via: 'queue' | 'sweep'): Promise<number> {
    return this.timers.execute({ wakeUps, via, limit: wakeUps.length, graceMilliseconds: 0 });
  }
}
