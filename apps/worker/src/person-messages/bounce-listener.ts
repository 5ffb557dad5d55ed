import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ReportDelivery } from '#libs/casework';
import type { PersonMessageId } from '#libs/domain';
import { bouncedMessage, deliveryStatusOf, plainAddress, type PlainAddress } from '#libs/notifications';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { faultForLog } from '../logging/fault-for-log';

export interface BounceOptions {
  readonly host: string;
  readonly port: number;
  readonly bounceTo: string;
}

const MOST_BYTES = 256 * 1_024;

/**
 * Takes mail that came back, at addresses that name one message each, and keeps nothing of it but whether that message
 * arrived. Anything else is turned away at the door.
 */
export class BounceListener {
  private readonly server: SMTPServer;
  private readonly bounceTo: PlainAddress;

  constructor(
    private readonly options: BounceOptions,
    private readonly parts: { readonly report: ReportDelivery; readonly logger: Logger },
  ) {
    const bounceTo = plainAddress(options.bounceTo);
    if (bounceTo === null) throw new Error('PERSON_MAIL_BOUNCE_TO is not a plain address.');
    this.bounceTo = bounceTo;
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: MOST_BYTES,
      maxClients: 10,
      logger: false,
      onRcptTo: ({ address }, _session, done) =>
        done(bouncedMessage(this.bounceTo, address) === null ? unknownMailbox() : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.take(session, Buffer.concat(chunks).toString('latin1')).then(
            () => done(),
            (error: unknown) => {
              parts.logger.warn({ fault: faultForLog(error) }, 'a returned mail was not taken');
              done(Object.assign(new Error('try again later'), { responseCode: 451 }));
            },
          );
        });
      },
    });
    this.server.on('error', (error: unknown) =>
      parts.logger.warn({ fault: faultForLog(error) }, 'the way for returned mail reports a fault'),
    );
  }

  /** Resolves with the port that was opened. */
  async open(): Promise<number> {
    this.server.listen(this.options.port, this.options.host);
    await once(this.server.server, 'listening');
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async take({ envelope }: SMTPServerSession, raw: string): Promise<void> {
    const outcome = deliveryStatusOf(raw);
    if (outcome === null) return;
    for (const { address } of envelope.rcptTo) {
      const messageId = bouncedMessage(this.bounceTo, address);
      if (messageId !== null)
        await this.parts.report.execute({ messageId: messageId as PersonMessageId, outcome });
    }
  }
}

function unknownMailbox(): Error {
  return Object.assign(new Error('no such mailbox'), { responseCode: 550 });
}
