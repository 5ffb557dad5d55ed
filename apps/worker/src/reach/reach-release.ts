import type { ReleaseReach } from '#libs/casework';
import type { Logger } from 'pino';
import { afterRelease } from '../disclosure/after-release';

/** Publishes who was referred, reached and supported once a year, three months after it has ended. */
export class ReachReleaseClock {
  constructor(
    private readonly release: ReleaseReach,
    private readonly logger: Logger,
  ) {}

  async round(): Promise<number> {
    return afterRelease(await this.release.execute(), this.logger);
  }
}
