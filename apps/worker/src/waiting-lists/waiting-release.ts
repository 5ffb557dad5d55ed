import type { ReleaseWaitingFigures } from '#libs/casework';

const LOOK_AGAIN_MILLISECONDS = 60_000;

/** Publishes how long people wait once a month, soon after the month has begun. */
export class WaitingRelease {
  constructor(private readonly release: ReleaseWaitingFigures) {}

  async round(): Promise<number> {
    await this.release.execute();
    return LOOK_AGAIN_MILLISECONDS;
  }
}
