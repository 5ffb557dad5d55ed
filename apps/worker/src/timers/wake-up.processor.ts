import type { WakeUpStore } from '#libs/persistence';
import type { TimedWakeUp, WakeAnswer } from '#libs/queues';
import type { FireTogether } from './fire-together';
import type { Pressure } from './pressure';

const DONE: WakeAnswer = { kind: 'done' };
const AFTER_LOCK_MILLISECONDS = 200;

/**
 * What a batch of wake-ups does. The database's clock decides: what rings early, on a machine whose clock is ahead,
 * sleeps again; what is due is fired; what met a row that somebody is working on rings once more; the rest is stale.
 */
export class WakeUpProcessor {
  constructor(
    private readonly store: WakeUpStore,
    private readonly together: FireTogether,
    private readonly pressure: Pressure,
  ) {}

  async handle(wakeUps: readonly TimedWakeUp[]): Promise<readonly WakeAnswer[]> {
    const { now } = await this.store.clock();
    const due = wakeUps.filter(({ fireAt }) => fireAt <= now);
    if (due.length > 0) this.pressure.noteLag(now - Math.min(...due.map(({ fireAt }) => fireAt)));
    const { failed, locked } = await this.fire(due);
    return wakeUps.map(({ deadlineId, fireAt }): WakeAnswer => {
      if (fireAt > now) return { kind: 'again', inMilliseconds: fireAt - now };
      if (failed.has(deadlineId)) return { kind: 'failed' };
      return locked.has(deadlineId) ? { kind: 'again', inMilliseconds: AFTER_LOCK_MILLISECONDS } : DONE;
    });
  }

  private async fire(
    due: readonly TimedWakeUp[],
  ): Promise<{ failed: ReadonlySet<string>; locked: Set<string> }> {
    if (due.length === 0) return { failed: new Set(), locked: new Set() };
    const { fired, failed } = await this.together.fire(due, 'queue');
    const left = fired < due.length ? await this.store.stillDue(due) : [];
    return { failed, locked: new Set(left.map(({ deadlineId }) => deadlineId)) };
  }
}
