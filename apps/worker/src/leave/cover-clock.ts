import { EndLostLeads, LapseSwaps, NoteLeave, type Ids, type UnitOfWork } from '#libs/casework';

const BATCH = 100;
const IDLE_MILLISECONDS = 5_000;

/**
 * Notes leave that has begun or is over, questions about shifts that are over, and leads of a plan that have lost what
 * they rest on. Who answers and who leads follows from the facts at once; a few seconds are soon enough to write it down.
 */
export class CoverClock {
  private readonly rounds: readonly { execute(options: { readonly limit: number }): Promise<number> }[];

  constructor(work: UnitOfWork, ids: Ids) {
    this.rounds = [new NoteLeave(work, ids), new LapseSwaps(work), new EndLostLeads(work)];
  }

  async round(): Promise<number> {
    let full = false;
    for (const one of this.rounds) full = (await one.execute({ limit: BATCH })) >= BATCH || full;
    return full ? 0 : IDLE_MILLISECONDS;
  }
}
