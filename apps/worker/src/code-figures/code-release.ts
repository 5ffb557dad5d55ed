import type { ReleaseCodeFigures } from '#libs/casework';

const LOOK_AGAIN_MILLISECONDS = 60_000;

/** Publishes what became of the Code's entitlements once a quarter, a month after it has ended. */
export class CodeRelease {
  constructor(private readonly release: ReleaseCodeFigures) {}

  async round(): Promise<number> {
    await this.release.execute();
    return LOOK_AGAIN_MILLISECONDS;
  }
}
