import type { ReleaseCoverage } from '#libs/casework';
import type { Logger } from 'pino';
import { afterRelease } from '../disclosure/after-release';

/** Publishes referrals by district once a quarter, a month after it has ended. */
export class CoverageRelease {
  constructor(
    private readonly release: ReleaseCoverage,
    private readonly logger: Logger,
  ) {}

  async round(): Promise<number> {
    return afterRelease(await this.release.execute(), this.logger);
  }
}
