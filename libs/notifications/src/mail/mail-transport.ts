import type { MessageText } from '../templates';
import type { PlainAddress } from './plain-address';

/** One plain-text message to one person: there is no list of recipients to get wrong (P5). */
export interface PlainMail {
  readonly to: PlainAddress;
  readonly text: MessageText;
  /** The same for every attempt, so that a repeated mail can be recognised as the same. */
  readonly messageId: string;
}

export interface MailTransport {
  /** Resolves when the server has accepted the message for exactly this recipient; rejects otherwise. */
  send(mail: PlainMail): Promise<void>;
  close(): void;
}
