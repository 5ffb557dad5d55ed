import type { ReleaseWaitingFigures } from '#libs/casework';
import type { Logger } from 'pino';
import { afterRelease } from '../disclosure/after-release';

/** Publishes how long people wait once a month, soon after the month has begun. */
export class WaitingRelease {
  constructor(
    private readonly release: ReleaseWaitingFigures,
    private readonly logger: Logger,
  ) {}

  async round(): Promise<number> {
    return afterRelease(await this.release.execute(), this.logger);
  }
}
