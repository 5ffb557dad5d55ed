import type { FireRequests } from '#libs/casework';

const BATCH = 200;
const IDLE_MILLISECONDS = 1_000;

/** Notes what silence about a request for support leads to, and takes requests out of hands that may not hold them. */
export class RequestClock {
  constructor(private readonly fireRequests: FireRequests) {}

  async round(): Promise<number> {
    const looked = await this.fireRequests.execute({ limit: BATCH });
    return looked === BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
