import { TIMER_KINDS, type TimerKind } from '#libs/casework';
import type { ServiceClock, WakeUpStore } from '#libs/persistence';
import type { TimedWakeUp, WakeAnswer } from '#libs/queues';
import type { FireTogether } from './fire-together';
import type { Pressure } from './pressure';

/** What the timers of one kind are asked by and fired by. */
export interface TimersOfKind {
  readonly store: WakeUpStore;
  readonly together: FireTogether;
  readonly pressure: Pressure;
}

interface Fired {
  readonly failed: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
}

const DONE: WakeAnswer = { kind: 'done' };
const AFTER_LOCK_MILLISECONDS = 200;

/**
 * What a batch of wake-ups does. The database's clock decides: what rings early, on a machine whose clock is ahead,
 * sleeps again; what is due is fired, the deadlines of contact first; what met a row that somebody is working on rings
 * once more; the rest is stale.
 */
export class WakeUpProcessor {
  constructor(
    private readonly clock: () => Promise<ServiceClock>,
    private readonly timers: Readonly<Record<TimerKind, TimersOfKind>>,
  ) {}

  async handle(wakeUps: readonly TimedWakeUp[]): Promise<readonly WakeAnswer[]> {
    const { now } = await this.clock();
    const all: Fired[] = [];
    for (const kind of TIMER_KINDS) {
      const due = wakeUps.filter((one) => one.kind === kind && one.fireAt <= now);
      if (due.length === 0) continue;
      this.timers[kind].pressure.noteLag(now - Math.min(...due.map(({ fireAt }) => fireAt)));
      all.push(await fire(this.timers[kind], due));
    }
    return wakeUps.map(({ id, fireAt }): WakeAnswer => {
      if (fireAt > now) return { kind: 'again', inMilliseconds: fireAt - now };
      if (all.some(({ failed }) => failed.has(id))) return { kind: 'failed' };
      const met = all.some(({ locked }) => locked.has(id));
      return met ? { kind: 'again', inMilliseconds: AFTER_LOCK_MILLISECONDS } : DONE;
    });
  }
}

async function fire({ store, together }: TimersOfKind, due: readonly TimedWakeUp[]): Promise<Fired> {
  const { fired, failed } = await together.fire(due, 'queue');
  const left = fired < due.length ? await store.stillDue(due) : [];
  return { failed, locked: new Set(left.map(({ id }) => id)) };
}
