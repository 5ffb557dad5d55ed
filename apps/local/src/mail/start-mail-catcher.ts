import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { sendJson, sendNotFound, sendPage, startLocalServer } from '../pages';
import { Mailbox } from './mailbox';

export interface MailCatcherOptions {
  readonly smtpPort: number;
  readonly inboxPort: number;
}

export interface MailCatcher {
  readonly smtpUrl: string;
  readonly inboxUrl: string;
  stop(): Promise<void>;
}

const LARGEST_MESSAGE_BYTES = 1_000_000;

/** Takes in whatever is sent and shows it on a page; nothing is ever passed on. */
export async function startMailCatcher({ smtpPort, inboxPort }: MailCatcherOptions): Promise<MailCatcher> {
  const mailbox = new Mailbox();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LARGEST_MESSAGE_BYTES,
    onData: (stream, session, done) => void catchMessage(mailbox, stream, session).then(() => done(), done),
  });
  // A client that hangs up half-way is its own affair.
  smtp.on('error', () => undefined);
  const listener = smtp.listen(smtpPort, '127.0.0.1');
  await once(listener, 'listening');
  const inbox = await startLocalServer(inboxPort, (path, _request, response) => {
    if (path === '/') return sendPage(response, { template: 'inbox', view: { messages: mailbox.all() } });
    if (path === '/messages.json') return sendJson(response, mailbox.all());
    const id = /^\/messages\/(\d+)$/.exec(path)?.[1];
    const message = id === undefined ? undefined : mailbox.find(Number(id));
    if (message === undefined) return sendNotFound(response);
    return sendPage(response, { template: 'message', view: { message } });
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    inboxUrl: `${inbox.url}/`,
    stop: async () => {
      await new Promise<void>((resolve) => smtp.close(resolve));
      await inbox.stop();
    },
  };
}

async function catchMessage(
  mailbox: Mailbox,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  await mailbox.add({ raw: Buffer.concat(chunks), from, to: envelope.rcptTo.map(({ address }) => address) });
}
