import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { bouncedMessage } from './bounce-address';
import { deliveryStatusOf } from './delivery-status';
import { PersonMail } from './person-mail';
import { plainAddress, type PlainAddress } from './plain-address';

const to = plainAddress('wren@sample.example') as PlainAddress;
const messageId = '00000000-0000-7000-8000-000000000abc';
const text = { subject: 'Reminder', body: 'Reminder: Tuesday 3 March, 4pm.\n' };
const bounceTo = 'return@messages.example';
/** The words of an invented area. */
const tellingWords = ['sampleshire'];

describe('mail to a person', () => {
  const stop: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const each of stop.splice(0)) await each();
  });

  async function mailTo(options: SMTPServerOptions = {}) {
    const received: { from: string; to: readonly string[]; raw: string }[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, { envelope }, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const raw = Buffer.concat(chunks).toString('utf8');
          received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
          done();
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    stop.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const from = 'Messages <hello@messages.example>';
    const smtpUrl = `smtp://127.0.0.1:${port}`;
    return { received, mail: new PersonMail({ smtpUrl, from, bounceTo, tellingWords }) };
  }
  const failing = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

  it('P5 has one recipient, and an envelope that comes back to the message and to nobody', async () => {
    const { received, mail } = await mailTo();

    await expect(mail.send({ to, text, messageId })).resolves.toBe('accepted');

    const [only] = received;
    expect(received).toHaveLength(1);
    expect(only).toMatchObject({ from: `return+${messageId}@messages.example`, to: ['wren@sample.example'] });
    expect(bouncedMessage(bounceTo as PlainAddress, only?.from ?? '')).toBe(messageId);
    expect(only?.raw).toContain(`Message-ID: <${messageId}@messages.example>`);
    expect(only?.raw).toContain('From: Messages <hello@messages.example>');
    expect(only?.raw).not.toMatch(/^(cc|bcc|reply-to):/im);
    expect(only?.raw).not.toMatch(/waymark|text\/html/i);
  });

  it.each([
    ['refused', 550, 'refused'],
    ['busy', 451, 'temporary'],
  ] as const)('says that a server %s it', async (_word, code, answer) => {
    const { mail } = await mailTo({ onRcptTo: (_address, _session, done) => done(failing(code)) });
    await expect(mail.send({ to, text, messageId })).resolves.toBe(answer);
  });

  it('does not know what became of a mail when the server goes silent after taking it in', async () => {
    const { mail } = await mailTo({ onData: (stream) => void stream.resume() });
    await expect(mail.send({ to, text, messageId })).resolves.toBe('unknown');
  }, 15_000);

  it('knows that nothing left when nothing listens', async () => {
    const from = 'hello@messages.example';
    const mail = new PersonMail({ smtpUrl: 'smtp://127.0.0.1:9', from, bounceTo, tellingWords });
    await expect(mail.send({ to, text, messageId })).resolves.toBe('temporary');
  });

  it.each([
    ['Waymark <hello@messages.example>', bounceTo],
    ['Messages <hello@sampleshire.example>', bounceTo],
    ['hello@messages.example', 'return'],
  ])('does not start with %s and %s', (from, back) => {
    const options = { smtpUrl: 'smtp://127.0.0.1:9', from, bounceTo: back, tellingWords };
    expect(() => new PersonMail(options)).toThrow('PERSON_MAIL');
  });
});

describe('mail that came back', () => {
  const report = (action: string) =>
    `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nFinal-Recipient: x\r\nAction: ${action}\r\n`;

  it.each([
    [report('failed'), 'failed'],
    [report('delivered'), 'delivered'],
    [report('delayed'), null],
    ['Content-Type: text/plain\r\n\r\nAction: failed\r\n', null],
  ])('is read by its machine-readable part alone', (raw, outcome) => {
    expect(deliveryStatusOf(raw)).toBe(outcome);
  });

  it('is known by the address it came to', () => {
    const own = bounceTo as PlainAddress;
    expect(bouncedMessage(own, `RETURN+${messageId.toUpperCase()}@messages.example`)).toBe(messageId);
    for (const other of [
      'return@messages.example',
      `return+x@messages.example`,
      `return+${messageId}@a.example`,
    ]) {
      expect(bouncedMessage(own, other)).toBeNull();
    }
  });
});
