import type { CarryOutErasures, SuggestErasures } from '#libs/casework';

const LIMIT = 20;
const PAUSE_MILLISECONDS = 2_000;
const SUGGEST_EVERY_MILLISECONDS = 3_600_000;

/** Carries out what two people decided within seconds, and looks every hour for what the schedule would let go. */
export class RecordKeeper {
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly carryOut: CarryOutErasures,
    private readonly suggest: SuggestErasures,
  ) {}

  async round(): Promise<number> {
    const done = await this.carryOut.execute({ limit: LIMIT });
    const now = performance.now();
    if (now - this.lookedAt >= SUGGEST_EVERY_MILLISECONDS) {
      await this.suggest.execute({ limit: 500 });
      this.lookedAt = now;
    }
    return done === LIMIT ? 0 : PAUSE_MILLISECONDS;
  }
}
