import MailComposer from 'nodemailer/lib/mail-composer';
import { tellingWordsIn, type HandOverAnswer } from '#libs/domain';
import type { MessageText } from '../templates';
import { bounceAddressOf } from './bounce-address';
import { plainAddress, type PlainAddress } from './plain-address';
import { senderOf } from './sender';
import { smtpExchange } from './smtp-exchange';

/** Whoever changes the card waits for this, so a server that does not answer is given up soon. */
const PATIENCE_MILLISECONDS = 4_000;

export interface PersonMailOptions {
  readonly smtpUrl: string;
  /** A neutral `Name <address>`, or an address: it is the first thing that a lock screen shows. */
  readonly from: string;
  /** Where mail that cannot be delivered comes back to. */
  readonly bounceTo: string;
  /** Beginnings of words that name the services and places of the area. */
  readonly tellingWords: readonly string[];
}

/** Plain text to one address, over a connection of its own, with the envelope checked before a word is said. */
export class PersonMail {
  private readonly server;
  private readonly from: { readonly name: string; readonly address: PlainAddress };
  private readonly bounceTo: PlainAddress;

  constructor({ smtpUrl, from, bounceTo, tellingWords }: PersonMailOptions) {
    if (tellingWordsIn(from, tellingWords).length > 0)
      throw new Error('PERSON_MAIL_FROM tells what the mail is about.');
    const address = plainAddress(bounceTo);
    if (address === null) throw new Error('PERSON_MAIL_BOUNCE_TO is not a plain address.');
    this.bounceTo = address;
    this.from = senderOf(from, 'PERSON_MAIL_FROM');
    this.server = serverOf(smtpUrl);
  }

  async send(mail: { to: PlainAddress; text: MessageText; messageId: string }): Promise<HandOverAnswer> {
    const { to, text, messageId } = mail;
    const envelope = { from: bounceAddressOf(this.bounceTo, messageId), to };
    const composed = new MailComposer({
      envelope: { from: envelope.from, to: [to] },
      from: this.from,
      to: { name: '', address: to },
      subject: text.subject,
      text: text.body,
      messageId: `<${messageId}@${domainOf(this.from.address)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile();
    const { from: back, to: recipients } = composed.getEnvelope();
    const exact = back === envelope.from && recipients.length === 1 && recipients[0] === to;
    if (!exact) throw new Error('an envelope that is not of one address never leaves');
    return smtpExchange(this.server, { envelope, message: await composed.build() });
  }
}

function serverOf(smtpUrl: string) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    auth: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    connectionTimeout: PATIENCE_MILLISECONDS,
    greetingTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: PATIENCE_MILLISECONDS,
  };
}

function domainOf(address: PlainAddress): string {
  return address.slice(address.indexOf('@') + 1);
}
