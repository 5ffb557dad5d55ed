import type { FirePoliceTasks } from '#libs/casework';

const BATCH = 200;
const IDLE_MILLISECONDS = 1_000;

/** Notes reminders and passed due times of the questions that police teams have been asked. */
export class TaskClock {
  constructor(private readonly firePoliceTasks: FirePoliceTasks) {}

  async round(): Promise<number> {
    return (await this.firePoliceTasks.execute({ limit: BATCH })) === BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
