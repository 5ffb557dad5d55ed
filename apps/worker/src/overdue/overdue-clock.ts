import type { NoteOverdue } from '#libs/casework';

const BATCH = 200;
const IDLE_MILLISECONDS = 5_000;

/** Notes reviews, requests and tasks whose time has passed, and leaves word for whoever must hear of it. */
export class OverdueClock {
  constructor(private readonly noteOverdue: NoteOverdue) {}

  async round(): Promise<number> {
    return (await this.noteOverdue.execute({ limit: BATCH })) >= BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
