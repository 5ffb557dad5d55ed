import {
  MOST_ATTEMPTS,
  type MessageStore,
  type MessageTemplateReader,
  type OutgoingMessage,
} from '#libs/persistence';
import { plainAddress, staffMessage, type MailTransport } from '#libs/notifications';
import type { Logger } from 'pino';
import { faultForLog } from '../logging/fault-for-log';

const CLAIM_LIMIT = 2_000;
const TAKE_LIMIT = 20;
const IDLE_MILLISECONDS = 1_000;

/**
 * Tells staff that an urgent page or alerts wait for them. Claim, send, mark: a message keeps its id through every attempt, so a crash in
 * between repeats one mail at most.
 */
export class Mailer {
  constructor(
    private readonly parts: {
      readonly messages: MessageStore;
      readonly templates: MessageTemplateReader;
      readonly transport: MailTransport;
      readonly publicUrl: string;
      /** Beginnings of words that name the services and places of the area. */
      readonly tellingWords: readonly string[];
      readonly logger: Logger;
    },
  ) {}

  async round(): Promise<number> {
    const { messages, logger } = this.parts;
    while ((await messages.claimPages({ limit: CLAIM_LIMIT })) === CLAIM_LIMIT);
    while ((await messages.claimOpenings({ limit: CLAIM_LIMIT })) === CLAIM_LIMIT);
    while ((await messages.claimSafeguarding({ limit: CLAIM_LIMIT })) === CLAIM_LIMIT);
    while ((await messages.claimNotices({ limit: CLAIM_LIMIT })) === CLAIM_LIMIT);
    while ((await messages.claim({ limit: CLAIM_LIMIT })) === CLAIM_LIMIT);
    const taken = await messages.take({ limit: TAKE_LIMIT });
    for (const message of taken) await this.deliver(message);
    for (const messageId of await messages.giveUpUnanswered())
      logger.error({ messageId }, 'a message was given up');
    return taken.length === TAKE_LIMIT ? 0 : IDLE_MILLISECONDS;
  }

  private async deliver(message: OutgoingMessage): Promise<void> {
    const { messages, logger } = this.parts;
    const { id: messageId, recipientUserId, references, attempt } = message;
    if (references.length === 0) {
      await messages.giveUp(messageId);
      logger.info({ messageId }, 'a message was dropped: what it is about is answered');
      return;
    }
    try {
      await this.send(message);
    } catch (error) {
      const last = attempt >= MOST_ATTEMPTS;
      if (last) await messages.giveUp(messageId);
      const level = last ? 'error' : 'warn';
      logger[level](
        { messageId, recipientUserId, attempt, last, fault: faultForLog(error) },
        'a message was not sent',
      );
      return;
    }
    await messages.markSent(messageId);
    logger.info({ messageId, recipientUserId, attempt }, 'a message was sent');
  }

  /** The address is read at the last moment: somebody who left since the alert was raised gets nothing. */
  private async send({ id, recipientUserId, template, references }: OutgoingMessage): Promise<void> {
    const { messages, templates, transport, publicUrl, tellingWords } = this.parts;
    const address = await messages.addressOf(recipientUserId);
    const to = address === null ? null : plainAddress(address);
    if (to === null) throw new NoAddressError();
    const inForce = await templates.inForce(template);
    const text = staffMessage({ template: inForce, references, publicUrl, tellingWords });
    await transport.send({ to, messageId: id, text });
  }
}

class NoAddressError extends Error {
  readonly code = 'no-usable-address';
}
