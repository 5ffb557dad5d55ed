import type { AnswerCodeEvents, FireDuties } from '#libs/casework';

const BATCH = 200;
const IDLE_MILLISECONDS = 1_000;

/** Opens what was told of cases, and fires the limits that have passed. */
export class DutyClock {
  constructor(
    private readonly answerCodeEvents: AnswerCodeEvents,
    private readonly fireDuties: FireDuties,
  ) {}

  async round(): Promise<number> {
    const answered = await this.answerCodeEvents.execute({ limit: BATCH });
    const fired = await this.fireDuties.execute({ limit: BATCH });
    return answered >= BATCH || fired >= BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
