import { createTransport } from 'nodemailer';
import { tellingWordsIn, type HandOverAnswer } from '#libs/domain';
import type { MessageText } from '../templates';
import { bounceAddressOf } from './bounce-address';
import { plainAddress, type PlainAddress } from './plain-address';
import { senderOf } from './sender';
import { smtpAnswerOf } from './smtp-answer';

/** Whoever changes the card waits for this, so a server that does not answer is given up soon. */
const PATIENCE_MILLISECONDS = 4_000;

export interface PersonMailOptions {
  readonly smtpUrl: string;
  /** A neutral `Name <address>`, or an address: it is the first thing that a lock screen shows. */
  readonly from: string;
  /** Where mail that cannot be delivered comes back to. */
  readonly bounceTo: string;
}

/** Plain text to one address, over a connection of its own, with the envelope checked before a word is said. */
export class PersonMail {
  private readonly smtp;
  private readonly from: { readonly name: string; readonly address: PlainAddress };
  private readonly bounceTo: PlainAddress;

  constructor({ smtpUrl, from, bounceTo }: PersonMailOptions) {
    if (tellingWordsIn(from).length > 0) throw new Error('PERSON_MAIL_FROM tells what the mail is about.');
    const address = plainAddress(bounceTo);
    if (address === null) throw new Error('PERSON_MAIL_BOUNCE_TO is not a plain address.');
    this.bounceTo = address;
    this.from = senderOf(from, 'PERSON_MAIL_FROM');
    this.smtp = createTransport({
      url: smtpUrl,
      pool: false,
      connectionTimeout: PATIENCE_MILLISECONDS,
      greetingTimeout: PATIENCE_MILLISECONDS,
      socketTimeout: PATIENCE_MILLISECONDS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: { to: PlainAddress; text: MessageText; messageId: string }): Promise<HandOverAnswer> {
    const { to, text, messageId } = mail;
    const envelope = { from: bounceAddressOf(this.bounceTo, messageId), to: [to] };
    try {
      const info = await this.smtp.sendMail({
        envelope,
        from: this.from,
        to: { name: '', address: to },
        subject: text.subject,
        text: text.body,
        messageId: `<${messageId}@${domainOf(this.from.address)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      const only = info.accepted.length === 1 && String(info.accepted[0]) === to;
      return only && info.rejected.length === 0 ? 'accepted' : 'unknown';
    } catch (error) {
      return smtpAnswerOf(error);
    }
  }

  close(): void {
    this.smtp.close();
  }
}

function domainOf(address: PlainAddress): string {
  return address.slice(address.indexOf('@') + 1);
}
