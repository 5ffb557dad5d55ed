import type { WakeUpPort } from '../wake-ups';

/** No queue at all: the sweep does everything. It proves that the queue carries no load, and serves when degraded. */
export class NoWakeUps implements WakeUpPort {
  readonly mode = 'none';

  enqueue(): Promise<void> {
    return Promise.resolve();
  }

  onWake(): Promise<void> {
    return Promise.resolve();
  }

  rest(): Promise<void> {
    return Promise.resolve();
  }

  resume(): Promise<void> {
    return Promise.resolve();
  }

  remembers(): Promise<boolean> {
    return Promise.resolve(true);
  }

  beginFill(): Promise<string> {
    return Promise.resolve('');
  }

  endFill(): Promise<boolean> {
    return Promise.resolve(true);
  }

  forget(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
