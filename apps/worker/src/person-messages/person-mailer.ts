import type {
  CloseCasesOfTheDead,
  HandOverMessages,
  SettleLinkedRecords,
  TakeDeliveryReports,
} from '#libs/casework';
import type { Logger } from 'pino';

const LIMIT = 20;
const IDLE_MILLISECONDS = 1_000;

/** Hands over what may leave for people, takes in what came back, and finishes what a death has ended. */
export class PersonMailer {
  constructor(
    private readonly parts: {
      readonly handOver: HandOverMessages;
      readonly takeReports: TakeDeliveryReports;
      readonly closeCases: CloseCasesOfTheDead;
      readonly settleLinked: SettleLinkedRecords;
      readonly logger: Logger;
    },
  ) {}

  async round(): Promise<number> {
    const { handOver, takeReports, closeCases, settleLinked, logger } = this.parts;
    const closed = await closeCases.execute({ limit: LIMIT });
    const settled = await settleLinked.execute({ limit: LIMIT });
    const taken = await takeReports.execute({ limit: LIMIT });
    const { claimed, failed } = await handOver.execute({ limit: LIMIT });
    for (const { messageId, reason } of failed) {
      logger.warn({ messageId, reason }, 'a message to a person did not arrive; its route is under review');
    }
    return [closed, settled, taken, claimed].includes(LIMIT) ? 0 : IDLE_MILLISECONDS;
  }
}
