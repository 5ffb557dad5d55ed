import type { StepUrgentPages } from '#libs/casework';

const BATCH = 50;
const IDLE_MILLISECONDS = 500;

/** Keeps urgent pages stepping until somebody answers, by day and by night. */
export class Pager {
  constructor(private readonly stepUrgentPages: StepUrgentPages) {}

  async round(): Promise<number> {
    return (await this.stepUrgentPages.execute({ limit: BATCH })) === BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
