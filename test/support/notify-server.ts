import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const SERVICE = '11111111-2222-4333-8444-555555555555';
const SECRET = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const TEMPLATE = 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff';

export interface TakenText {
  readonly phone_number: string;
  readonly personalisation: { readonly message: string };
  readonly reference: string;
}

export interface NotifyServer {
  /** What a worker needs to send texts through it. */
  readonly variables: Readonly<Record<string, string>>;
  readonly taken: readonly TakenText[];
  close(): Promise<void>;
}

/** A server in this process that takes texts as GOV.UK Notify does, by its published interface. */
export async function openNotify(): Promise<NotifyServer> {
  const taken: TakenText[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      taken.push(body as TakenText);
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: SERVICE }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    variables: {
      SMS_NOTIFY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      SMS_NOTIFY_KEY: `sample-${SERVICE}-${SECRET}`,
      SMS_NOTIFY_TEMPLATE: TEMPLATE,
    },
    taken,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
