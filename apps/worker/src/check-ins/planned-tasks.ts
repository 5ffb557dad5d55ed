import type { BeginSupportTasks } from '#libs/casework';

const BATCH = 200;
const IDLE_MILLISECONDS = 5_000;

/** Begins check-ins and reviews whose day has come. */
export class PlannedTasks {
  constructor(private readonly beginSupportTasks: BeginSupportTasks) {}

  async round(): Promise<number> {
    const begun = await this.beginSupportTasks.execute({ limit: BATCH });
    return begun === BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
