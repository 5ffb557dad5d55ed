import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { MailTransport } from '#libs/notifications';
import type { WakeUpPort } from '#libs/queues';
import type { Loop } from './loop/loop';
import type { WakeUpProcessor } from './timers/wake-up.processor';

export interface WorkerParts {
  readonly loops: readonly Loop[];
  readonly queue: WakeUpPort;
  readonly processor: WakeUpProcessor;
  readonly transport: MailTransport;
}

/** Starts everything that repeats, and stops it in the order that leaves nothing half done. */
@Injectable()
export class WorkerLoops implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly parts: WorkerParts) {}

  async onApplicationBootstrap(): Promise<void> {
    const { loops, queue, processor } = this.parts;
    for (const loop of loops) loop.start();
    await queue.onWake((wakeUps) => processor.handle(wakeUps));
  }

  async onApplicationShutdown(): Promise<void> {
    const { loops, queue, transport } = this.parts;
    await Promise.all(loops.map((loop) => loop.stop()));
    await queue.close();
    transport.close();
  }
}
