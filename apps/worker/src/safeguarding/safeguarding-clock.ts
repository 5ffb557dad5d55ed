import type { FireSafeguarding, KeepAges } from '#libs/casework';

const BATCH = 200;
const IDLE_MILLISECONDS = 1_000;

/** Notes safeguarding tasks that have fallen due, and looks once a month at how old children are. */
export class SafeguardingClock {
  constructor(
    private readonly fireSafeguarding: FireSafeguarding,
    private readonly keepAges: KeepAges,
  ) {}

  async round(): Promise<number> {
    const fired = await this.fireSafeguarding.execute({ limit: BATCH });
    const looked = await this.keepAges.execute({ limit: BATCH });
    return fired === BATCH || looked === BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
