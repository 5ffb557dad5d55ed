import type { SweepConsent } from '#libs/casework';

const BATCH = 100;
const IDLE_MILLISECONDS = 5_000;

/**
 * Notes overrides that have reached their limit and shares whose consent ran out. Nobody can read what they had opened
 * from the instant itself, so a few seconds are soon enough to write it down and tell the agency.
 */
export class ConsentClock {
  constructor(private readonly sweepConsent: SweepConsent) {}

  async round(): Promise<number> {
    return (await this.sweepConsent.execute({ limit: BATCH })) >= BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
