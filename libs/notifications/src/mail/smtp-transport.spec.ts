import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { plainAddress, type PlainAddress } from './plain-address';
import { SmtpTransport } from './smtp-transport';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real SMTP server in this process, that keeps what it accepts. */
async function startServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        received.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const to = plainAddress('lead.birch@responders.example') as PlainAddress;
const mail = { to, text: { subject: 'Waymark: WM-4F7K-9Q2D needs you', body: 'WM-4F7K-9Q2D needs you.\n' } };
const messageId = '00000000-0000-7000-8000-000000000abc';

describe('SmtpTransport', () => {
  let stop: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const each of stop.toReversed()) await each();
    stop = [];
  });

  async function transportTo(options: SMTPServerOptions = {}, from = 'Waymark <alerts@waymark.example>') {
    const server = await startServer(options);
    const transport = new SmtpTransport({ smtpUrl: server.url, from });
    stop.push(server.close, () => Promise.resolve(transport.close()));
    return { server, transport };
  }

  it('sends plain text to one recipient, with the fixed Message-ID', async () => {
    const { server, transport } = await transportTo();

    await transport.send({ ...mail, messageId });

    const [only] = server.received;
    expect(server.received).toHaveLength(1);
    expect(only).toMatchObject({ from: 'alerts@waymark.example', to: ['lead.birch@responders.example'] });
    expect(only?.raw).toContain(`Message-ID: <${messageId}@waymark.example>`);
    expect(only?.raw).toContain('Subject: Waymark: WM-4F7K-9Q2D needs you');
    expect(only?.raw).toContain('Content-Type: text/plain');
    expect(only?.raw).not.toMatch(/text\/html|multipart/i);
  });

  it('uses the same Message-ID when the same message is sent again', async () => {
    const { server, transport } = await transportTo();

    await transport.send({ ...mail, messageId });
    await transport.send({ ...mail, messageId });

    const ids = server.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });

  it('fails when the server refuses the recipient', async () => {
    const { transport } = await transportTo({
      onRcptTo: (_address, _session, done) => done(new Error('no such mailbox')),
    });

    await expect(transport.send({ ...mail, messageId })).rejects.toThrow();
  });

  it('fails when nothing listens', async () => {
    const { server, transport } = await transportTo();
    await server.close();

    await expect(transport.send({ ...mail, messageId })).rejects.toThrow();
  });

  it('does not start with a sender that is not a plain address', () => {
    expect(
      () => new SmtpTransport({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@b.example, c@d.example' }),
    ).toThrow('MAIL_FROM');
  });
});
