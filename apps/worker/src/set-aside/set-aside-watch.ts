import { takeUntoldFailures } from '#libs/persistence';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

const IDLE_MILLISECONDS = 5_000;
/** From here on waiting has not healed it: somebody must look. */
const TRIES_BEFORE_ALARM = 3;

/** Tells whoever looks after the service of rows that could not be worked on, by kind and id, once a try. */
export class SetAsideWatch {
  constructor(
    private readonly source: DataSource,
    private readonly logger: Logger,
  ) {}

  async round(): Promise<number> {
    for (const { kind, id, tries, fault } of await takeUntoldFailures(this.source.manager)) {
      const level = tries >= TRIES_BEFORE_ALARM ? 'error' : 'warn';
      this.logger[level]({ kind, id, tries, fault }, 'a row could not be worked on and is set aside');
    }
    return IDLE_MILLISECONDS;
  }
}
