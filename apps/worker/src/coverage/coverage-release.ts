import type { ReleaseCoverage } from '#libs/casework';

const LOOK_AGAIN_MILLISECONDS = 60_000;

/** Publishes referrals by district once a quarter, a month after it has ended. */
export class CoverageRelease {
  constructor(private readonly release: ReleaseCoverage) {}

  async round(): Promise<number> {
    await this.release.execute();
    return LOOK_AGAIN_MILLISECONDS;
  }
}
