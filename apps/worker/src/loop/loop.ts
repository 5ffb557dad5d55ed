import type { Logger } from 'pino';
import { faultForLog } from '../logging/fault-for-log';

export interface LoopOptions {
  readonly name: string;
  /** One round. Answers how many milliseconds to wait before the next. */
  readonly round: () => Promise<number>;
  readonly logger: Logger;
}

const AFTER_FAULT_MILLISECONDS = 1_000;
/** From here on somebody must act; a fault or two heals itself. */
const FAULTS_BEFORE_ALARM = 10;

/** Plain repetition with its own timer: a queue's scheduler that stops producing is what a sweep exists for. */
export class Loop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = true;
  private faults = 0;

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    this.stopped = false;
    this.schedule(0);
  }

  /** Resolves when the round that runs has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round();
    }, milliseconds);
  }

  private async round(): Promise<void> {
    try {
      const wait = await this.options.round();
      this.faults = 0;
      this.schedule(wait);
    } catch (error) {
      this.faults += 1;
      const level = this.faults % FAULTS_BEFORE_ALARM === 0 ? 'error' : 'warn';
      const { name, logger } = this.options;
      logger[level]({ loop: name, faults: this.faults, fault: faultForLog(error) }, 'a round failed');
      this.schedule(AFTER_FAULT_MILLISECONDS);
    }
  }
}
