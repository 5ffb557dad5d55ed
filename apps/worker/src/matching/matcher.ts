import type { MatchReferrals } from '#libs/casework';
import type { MatchQueue } from '#libs/persistence';

/** A few at a time: opening records costs more than reading the journal, and nobody waits for it. */
const LIMIT = 10;
const IDLE_MILLISECONDS = 500;
const BREATH_MILLISECONDS = 20;

/** Reads which referrals are new, then looks for people who are known already. */
export class Matcher {
  constructor(
    private readonly queue: MatchQueue,
    private readonly matchReferrals: MatchReferrals,
  ) {}

  async round(): Promise<number> {
    const read = await this.queue.step();
    const matched = await this.matchReferrals.execute({ limit: LIMIT });
    return read + matched > 0 ? BREATH_MILLISECONDS : IDLE_MILLISECONDS;
  }
}
