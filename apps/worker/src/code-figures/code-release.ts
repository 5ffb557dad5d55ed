import type { ReleaseCodeFigures } from '#libs/casework';
import type { Logger } from 'pino';
import { afterRelease } from '../disclosure/after-release';

/** Publishes what became of the Code's entitlements once a quarter, a month after it has ended. */
export class CodeRelease {
  constructor(
    private readonly release: ReleaseCodeFigures,
    private readonly logger: Logger,
  ) {}

  async round(): Promise<number> {
    return afterRelease(await this.release.execute(), this.logger);
  }
}
