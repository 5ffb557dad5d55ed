import { createTransport } from 'nodemailer';
import type { MailTransport, PlainMail } from './mail-transport';
import type { PlainAddress } from './plain-address';
import { senderOf } from './sender';

/** Shorter than the wait before a second attempt, so that two attempts of one message never overlap. */
const PATIENCE_MILLISECONDS = 8_000;

export class MailRefusedError extends Error {
  constructor(readonly code: 'wrong-envelope' | 'not-accepted') {
    super(`mail: ${code}`);
  }
}

export interface SmtpOptions {
  readonly smtpUrl: string;
  /** `Name <address>` or an address; the envelope carries the bare address. */
  readonly from: string;
}

/** Plain text over SMTP, to one recipient, with the envelope checked before and after. */
export class SmtpTransport implements MailTransport {
  private readonly smtp;
  private readonly from: { readonly name: string; readonly address: PlainAddress };

  constructor({ smtpUrl, from }: SmtpOptions) {
    this.from = senderOf(from, 'MAIL_FROM');
    this.smtp = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 2,
      connectionTimeout: PATIENCE_MILLISECONDS,
      greetingTimeout: PATIENCE_MILLISECONDS,
      socketTimeout: PATIENCE_MILLISECONDS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ to, text, messageId }: PlainMail): Promise<void> {
    const info = await this.smtp.sendMail({
      envelope: { from: this.from.address, to: [to] },
      from: this.from,
      to: { name: '', address: to },
      subject: text.subject,
      text: text.body,
      messageId: `<${messageId}@${domainOf(this.from.address)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    if (!onlyTo(info.envelope.to, to)) throw new MailRefusedError('wrong-envelope');
    if (!onlyTo(info.accepted.map(String), to) || info.rejected.length > 0)
      throw new MailRefusedError('not-accepted');
  }

  close(): void {
    this.smtp.close();
  }
}

function onlyTo(recipients: readonly string[], to: PlainAddress): boolean {
  return recipients.length === 1 && recipients[0] === to;
}

function domainOf(address: PlainAddress): string {
  return address.slice(address.indexOf('@') + 1);
}
