import type { BeginSupportTasks, OpenMissingReviews } from '#libs/casework';

const BATCH = 200;
const IDLE_MILLISECONDS = 5_000;

/** Begins check-ins and reviews whose day has come, and sees to it that a review lies ahead where support is given. */
export class PlannedTasks {
  constructor(
    private readonly beginSupportTasks: BeginSupportTasks,
    private readonly openMissingReviews: OpenMissingReviews,
  ) {}

  async round(): Promise<number> {
    const begun = await this.beginSupportTasks.execute({ limit: BATCH });
    const opened = await this.openMissingReviews.execute({ limit: BATCH });
    return begun === BATCH || opened === BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
