import type { AnswerCodeEvents } from '#libs/casework';

const BATCH = 200;
const IDLE_MILLISECONDS = 1_000;

/** Opens what was told of cases; the limits themselves have timers as the deadlines of contact have. */
export class DutyClock {
  constructor(private readonly answerCodeEvents: AnswerCodeEvents) {}

  async round(): Promise<number> {
    const answered = await this.answerCodeEvents.execute({ limit: BATCH });
    return answered >= BATCH ? 0 : IDLE_MILLISECONDS;
  }
}
