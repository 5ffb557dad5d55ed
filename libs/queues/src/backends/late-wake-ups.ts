import { setTimeout as pause } from 'node:timers/promises';
import type { TimedWakeUp, WakeHandler, WakeUpPort } from '../wake-ups';
import type { QueueFailure } from './bull-wake-ups';

export interface LateOptions {
  readonly mode: WakeUpPort['mode'];
  readonly open: () => Promise<WakeUpPort>;
  /** A fault that waiting does not mend: at a start it is thrown, later it is told again and again. */
  readonly isFinal: (error: unknown) => boolean;
  readonly onFailure: (failure: QueueFailure) => void;
}

const FIRST_TRY_MILLISECONDS = 5_000;
const AGAIN_MILLISECONDS = 2_000;

export class QueueAwayError extends Error {
  constructor() {
    super('The queue cannot be reached yet.');
  }
}

/**
 * Opens a queue, and does not wait for one that is away: a worker that starts meanwhile sweeps on its own and takes
 * the queue up when it answers (P16).
 */
export async function openNowOrLater(options: LateOptions): Promise<WakeUpPort> {
  const first = options.open();
  try {
    const opened = await Promise.race([first, pause(FIRST_TRY_MILLISECONDS, null, { ref: false })]);
    if (opened !== null) return opened;
    return new LateWakeUps(options, first);
  } catch (error) {
    if (options.isFinal(error)) throw error;
    return new LateWakeUps(options, Promise.reject(error as Error));
  }
}

/** A queue that is not open yet. What cannot wait fails fast; whoever wants to be woken will be. */
class LateWakeUps implements WakeUpPort {
  readonly mode: WakeUpPort['mode'];
  private opened: WakeUpPort | null = null;
  private handler: WakeHandler | null = null;
  private closed = false;

  constructor(
    private readonly options: LateOptions,
    first: Promise<WakeUpPort>,
  ) {
    this.mode = options.mode;
    void this.openFrom(first);
  }

  async enqueue(request: Parameters<WakeUpPort['enqueue']>[0]): Promise<void> {
    await this.there.enqueue(request);
  }

  async onWake(handler: (wakeUps: readonly TimedWakeUp[]) => ReturnType<WakeHandler>): Promise<void> {
    this.handler = handler;
    await this.opened?.onWake(handler);
  }

  async rest(): Promise<void> {
    await this.opened?.rest();
  }

  async resume(): Promise<void> {
    await this.opened?.resume();
  }

  async remembers(): Promise<boolean> {
    return this.there.remembers();
  }

  async beginFill(): Promise<string> {
    return this.there.beginFill();
  }

  async endFill(fill: string): Promise<boolean> {
    return this.there.endFill(fill);
  }

  async forget(): Promise<void> {
    await this.there.forget();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.opened?.close();
  }

  private get there(): WakeUpPort {
    if (this.opened === null) throw new QueueAwayError();
    return this.opened;
  }

  private async openFrom(first: Promise<WakeUpPort>): Promise<void> {
    for (let trying = first; ; trying = this.options.open()) {
      const queue = await trying.catch((error: Error) => {
        this.options.onFailure({ code: 'queue-away', error });
        return null;
      });
      if (queue !== null) return this.takeUp(queue);
      await pause(AGAIN_MILLISECONDS, undefined, { ref: false });
      if (this.closed) return;
    }
  }

  private async takeUp(queue: WakeUpPort): Promise<void> {
    if (this.closed) return queue.close();
    this.opened = queue;
    if (this.handler === null) return;
    await queue.onWake(this.handler).catch((error: Error) => {
      this.options.onFailure({ code: 'queue-consumer', error });
    });
  }
}
