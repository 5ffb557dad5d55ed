import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NotifySms } from './notify-sms';

const SERVICE = '11111111-2222-4333-8444-555555555555';
const SECRET = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const TEMPLATE = 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff';
const messageId = '00000000-0000-7000-8000-000000000abc';
const text = { to: '+447700900123', body: 'Reminder: Tuesday 3 March, 4pm.', messageId };

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A server that follows the published interface: checks the token as Notify does, and answers with `status`. */
async function startNotify(status: number) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method, url, headers } = request;
      asked.push({ method, url, authorization: headers.authorization, body });
      const signed = tokenIsSound(headers.authorization ?? '');
      response.writeHead(signed ? status : 403, { 'content-type': 'application/json' });
      response.end(JSON.stringify(signed ? { id: messageId } : { errors: [{ error: 'AuthError' }] }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, baseUrl, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function tokenIsSound(authorization: string): boolean {
  const [head = '', claims = '', signature] = authorization.replace('Bearer ', '').split('.');
  const wanted = createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url');
  const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    iss: string;
    iat: number;
  };
  return signature === wanted && iss === SERVICE && Math.abs(iat - Date.now() / 1_000) < 30;
}

describe('text messages through GOV.UK Notify', () => {
  const smsTo = (baseUrl: string) =>
    new NotifySms({ baseUrl, apiKey: `sample-${SERVICE}-${SECRET}`, templateId: TEMPLATE });

  it('P5 asks for one text to one number, signed, with our reference and our words', async () => {
    const notify = await startNotify(201);
    await expect(smsTo(notify.baseUrl).send(text)).resolves.toBe('accepted');
    await notify.close();

    expect(notify.asked).toHaveLength(1);
    expect(notify.asked[0]).toMatchObject({
      method: 'POST',
      url: '/v2/notifications/sms',
      body: {
        phone_number: '+447700900123',
        template_id: TEMPLATE,
        personalisation: { message: text.body },
        reference: messageId,
      },
    });
  });

  it.each([
    [400, 'refused'],
    [429, 'temporary'],
    [403, 'temporary'],
    [500, 'temporary'],
    [200, 'unknown'],
  ] as const)('takes %s as %s', async (status, answer) => {
    const notify = await startNotify(status);
    await expect(smsTo(notify.baseUrl).send(text)).resolves.toBe(answer);
    await notify.close();
  });

  it('P5 asks nothing for anything but one number in full', async () => {
    const notify = await startNotify(201);
    for (const to of ['', '07700 900123', '+447700900123,+447700900124', 'wren@sample.example']) {
      await expect(smsTo(notify.baseUrl).send({ ...text, to })).resolves.toBe('refused');
    }
    await notify.close();
    expect(notify.asked).toEqual([]);
  });

  it('knows that nothing was asked when nothing listens', async () => {
    const notify = await startNotify(201);
    await notify.close();
    await expect(smsTo(notify.baseUrl).send(text)).resolves.toBe('temporary');
  });

  it('does not start with what is no key', () => {
    expect(
      () => new NotifySms({ baseUrl: 'http://127.0.0.1', apiKey: 'secret', templateId: TEMPLATE }),
    ).toThrow('SMS_NOTIFY_KEY');
  });
});
