import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosSystem } from './system';

const DELAYED = 'bull:timers:delayed';
/** Below this there is nothing worth the name of a refill. */
const FEW = 20;
/** What was due meanwhile has left the queue for good. */
const NEARLY = 0.9;
const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 100;

/** How long the queue takes to hold again what it should, each time it was made to forget. */
export class Refills {
  readonly milliseconds: number[] = [];
  /** Not full again before the patience or the run ended. */
  unfinished = 0;
  private held = 0;
  private readonly waiting: Promise<void>[] = [];

  constructor(private readonly system: Pick<ChaosSystem, 'redis' | 'servers'>) {}

  async before(): Promise<void> {
    this.held = (await this.delayed()) ?? 0;
  }

  measure(): void {
    if (this.held >= FEW) this.waiting.push(this.untilFull());
  }

  async finished(): Promise<void> {
    await Promise.all(this.waiting);
  }

  private async untilFull(): Promise<void> {
    const began = performance.now();
    while (performance.now() - began < PATIENCE_MS) {
      const [held, wanted] = [await this.delayed(), await this.wanted()];
      if (held !== null && wanted !== null && held >= wanted * NEARLY) {
        this.milliseconds.push(performance.now() - began);
        return;
      }
      await pause(LOOK_EVERY_MS);
    }
    this.unfinished += 1;
  }

  private delayed(): Promise<number | null> {
    return (
      this.system.redis?.ask((client) => client.zcard(DELAYED)).catch(() => null) ?? Promise.resolve(null)
    );
  }

  /** The timers that lie ahead within the horizon of 48 hours. */
  private async wanted(): Promise<number | null> {
    const rows = await this.system.servers
      .ask<{ wanted: number }>(
        `select (select count(*) from app.deadline where next_fire_at between app.service_now() and app.service_now() + interval '47 hours')::int
              + (select count(*) from app.duty where next_fire_at between app.service_now() and app.service_now() + interval '47 hours')::int
             as wanted`,
      )
      .catch(() => []);
    return rows[0]?.wanted ?? null;
  }
}
