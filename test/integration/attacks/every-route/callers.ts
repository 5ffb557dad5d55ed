import type { Response } from 'light-my-request';
import { randomUUID } from 'node:crypto';
import type { StaffActor } from '#libs/domain';
import { tokensOf } from '../../../support/desk';
import type { TestWeb } from '../../../support/web';
import type { WebBrowser } from '../../../support/web-browser';
import { encoded, type FormFields } from '../../../support/web-forms';
import type { AttackedRoute } from './routes';

export interface Sent {
  readonly url: string;
  /** Of an act: JSON text for the API, fields for a form. */
  readonly json?: string;
  readonly fields?: FormFields;
}

/** Somebody who sends requests, to pages with a session and to the API with a token. */
export interface Caller {
  readonly name: string;
  /** Null for somebody who is not signed in. */
  readonly actor: StaffActor | null;
  /** The token that this session's forms carry. */
  csrf(): string;
  send(route: Pick<AttackedRoute, 'surface' | 'method' | 'ifMatch'>, sent: Sent): Promise<Response>;
}

/** `factorFrom` is when they used a second factor for the session, in milliseconds; the token is always of now. */
export async function callerAs(
  web: TestWeb,
  persona: string,
  { factorFrom = Date.now() }: { readonly factorFrom?: number } = {},
): Promise<Caller> {
  const actor = web.instance.persona(persona);
  const token = await web.bearer(persona);
  return callerOf(web, { name: persona, actor, browser: await web.signedIn(persona, factorFrom), token });
}

/** Nobody signed in; or somebody whose session ran out, with a token that is not one. */
export function strangerWith(web: TestWeb, name: string, browser: WebBrowser): Promise<Caller> {
  return callerOf(web, { name, actor: null, browser, token: null });
}

async function callerOf(
  web: TestWeb,
  who: {
    readonly name: string;
    readonly actor: StaffActor | null;
    readonly browser: WebBrowser;
    readonly token: string | null;
  },
): Promise<Caller> {
  const { name, actor, browser, token } = who;
  const { _csrf = '' } = tokensOf((await browser.get('/find-support')).body);
  const cookie = browser
    .jar()
    .map((one) => `${one.name}=${one.value}`)
    .join('; ');
  return {
    name,
    actor,
    csrf: () => String(_csrf),
    send: ({ surface, method, ifMatch }, { url, json, fields = {} }) => {
      if (surface === 'page') {
        if (method === 'GET') return web.app.inject({ method: 'GET', url, headers: { cookie } });
        const payload = encoded({ _csrf, idempotencyKey: randomUUID(), ...fields });
        const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
        return web.app.inject({ method: 'POST', url, payload, headers });
      }
      const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
      const act = {
        'idempotency-key': randomUUID(),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch && { 'if-match': '"1"' }),
      };
      const headers = { ...authorization, ...(method === 'POST' && act) };
      return web.app.inject({
        method: method as 'GET' | 'POST',
        url,
        headers,
        ...(method === 'POST' && json !== undefined && { payload: json }),
      });
    },
  };
}

/** What differs between two answers to the same question: ids, keys, nonces, references of faults and the time of day. */
const FORGET =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|value="[^"]*"|nonce="[^"]*"|\d{1,2}(?::\d\d)?[ap]m/g;

/** An answer as far as it may tell anybody anything. */
export function told({ statusCode, body, headers }: Response): string {
  const location = String(headers.location ?? '');
  const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? body;
  return `${statusCode} ${location.replaceAll(FORGET, '…')} ${main.replaceAll(FORGET, '…')}`;
}

/** Runs them some at a time, so that the application and the database both have work. */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  width = 6,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let mine = next++; mine < items.length; mine = next++) results[mine] = await work(items[mine]!);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
