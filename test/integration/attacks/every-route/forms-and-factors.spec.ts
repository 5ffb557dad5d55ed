import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { mayDo } from '#libs/domain';
import { NOW, useApi } from '../../api/support/use-api';
import { callerAs, sideBySide, strangerWith, told, type Caller } from './callers';
import { addressOf, everyRoute, type AttackedRoute } from './routes';
import { changedTables, fingerprintOf } from './written';

/** What stands before every route whatever it does: forms of our own pages, headers, methods, fresh factors. */
const api = useApi();
const PERSONAS = ['officer', 'lead', 'manager', 'coordinator', 'dpo', 'administrator', 'auditor'];

let routes: readonly AttackedRoute[];
let callers: readonly Caller[];
let fingerprint: () => Promise<string>;

beforeAll(async () => {
  const { web, document } = api();
  await web.instance.setNow(NOW);
  routes = everyRoute(web, document);
  callers = await sideBySide(PERSONAS, (persona) => callerAs(web, persona));
  fingerprint = await fingerprintOf(web.instance);
});

const nameOf = ({ method, path }: AttackedRoute) => `${method} ${path}`;
const nowhere = (route: AttackedRoute) => addressOf(route, () => randomUUID());
const isPublicRoute = ({ rules }: AttackedRoute) => rules.every(({ kind }) => kind === 'public');

function opener(route: AttackedRoute): Caller | undefined {
  const acts = route.rules.flatMap((rule) => (rule.kind === 'acts' ? [rule.acts] : []));
  return callers.find(({ actor }) => acts.every((some) => some.some((act) => mayDo(actor!, act))));
}

async function cookieOf(persona: string): Promise<string> {
  const browser = await api().web.signedIn(persona);
  await browser.get('/find-support');
  return browser
    .jar()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

it('no page takes a form without its token, with the token of another session, or from another site', async () => {
  const { app } = api().web;
  const forms = routes.filter(({ method, surface }) => method === 'POST' && surface === 'page');
  expect(forms.length).toBeGreaterThan(150);
  const cookie = await cookieOf('lead');
  const other = await callerAs(api().web, 'manager');
  const theirs = other.csrf();
  const before = await fingerprint();
  const taken: string[] = [];
  await sideBySide(forms, async (route) => {
    const url = nowhere(route);
    const tries = [
      { headers: { ...FORM, cookie }, payload: 'revision=1' },
      { headers: { ...FORM, cookie }, payload: `_csrf=${encodeURIComponent(theirs)}&revision=1` },
      { headers: { ...FORM, cookie, origin: 'https://elsewhere.example' }, payload: 'revision=1' },
      { headers: { ...FORM, cookie, 'sec-fetch-site': 'cross-site' }, payload: 'revision=1' },
    ];
    for (const [index, sent] of tries.entries()) {
      const { statusCode } = await app.inject({ method: 'POST', url, ...sent });
      if (statusCode !== 403) taken.push(`${nameOf(route)} try ${index}: ${statusCode}`);
    }
  });
  expect(taken).toEqual([]);
  expect(changedTables(before, await fingerprint())).toEqual([]);
}, 120_000);

it('every answer forbids what we did not send, is kept by nobody, and names no software', async () => {
  const stranger = await strangerWith(api().web, 'nobody', api().web.visitor());
  const careless: string[] = [];
  await sideBySide(routes, async (route) => {
    const by = isPublicRoute(route) ? stranger : (opener(route) ?? stranger);
    const { headers, statusCode } = await by.send(route, { url: nowhere(route) });
    const policy = String(headers['content-security-policy']);
    const wanted = [
      /default-src 'none'/.test(policy),
      /frame-ancestors 'none'/.test(policy),
      /object-src 'none'/.test(policy),
      /base-uri 'none'/.test(policy),
      headers['x-content-type-options'] === 'nosniff',
      headers['referrer-policy'] === 'no-referrer',
      headers['cache-control'] === 'no-store',
      headers['cross-origin-opener-policy'] === 'same-origin',
      headers['cross-origin-resource-policy'] === 'same-origin',
      headers['access-control-allow-origin'] === undefined,
      headers['x-powered-by'] === undefined && headers['server'] === undefined,
      statusCode === 303 ||
        statusCode === 302 ||
        /; ?charset=utf-8|json/.test(String(headers['content-type'])),
    ];
    if (wanted.includes(false)) careless.push(`${nameOf(route)} ${statusCode}: ${wanted.indexOf(false)}`);
  });
  expect(careless).toEqual([]);
}, 120_000);

it('a method that a route does not have finds nothing there, TRACE included', async () => {
  await api().web.listen();
  const { app, publicUrl } = api().web;
  const cookie = await cookieOf('lead');
  const before = await fingerprint();
  const answered: string[] = [];
  const paths = [...new Set(routes.map((route) => nowhere(route)))];
  await sideBySide(paths, async (url) => {
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      const { statusCode } = await app.inject({ method, url, headers: { cookie, origin: publicUrl } });
      if (![401, 403, 404, 405, 415].includes(statusCode)) answered.push(`${method} ${url} ${statusCode}`);
    }
  });
  expect(answered).toEqual([]);
  const traced = await new Promise<number | undefined>((resolve) => {
    const sent = request(`${publicUrl}/board`, { method: 'TRACE', headers: { cookie } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', () => resolve(undefined));
    sent.end();
  });
  expect([undefined, 400, 403, 404, 405, 501]).toContain(traced);
  expect(changedTables(before, await fingerprint())).toEqual([]);
}, 120_000);

it('a page or act that asks for a fresh second factor is closed to an older one, and nothing is done', async () => {
  const fresh = routes.filter((route) => route.fresh);
  expect(fresh.map(nameOf)).toEqual(
    expect.arrayContaining([
      'POST /break-glass/new',
      'POST /provider/export',
      'POST /staff/:id',
      'POST /staff/new',
      'POST /api/v1/staff/:id/rights',
      'POST /api/v1/emergency-openings',
      'GET /data-protection/requests/:id/pack',
    ]),
  );
  const { web } = api();
  const before = await fingerprint();
  const open: string[] = [];
  for (const route of fresh.filter(({ surface }) => surface === 'page')) {
    const persona = opener(route)!.name;
    const older = await callerAs(web, persona, { factorFrom: Date.now() - 6 * 60_000 });
    const answer = await older.send(route, { url: nowhere(route), fields: { revision: '1' } });
    const again = route.method === 'GET' && String(answer.headers.location).startsWith('/sign-in/again');
    if (!(again || (answer.statusCode === 403 && told(answer).includes('5 minutes'))))
      open.push(`${nameOf(route)} ${answer.statusCode}`);
  }
  expect(open).toEqual([]);
  expect(changedTables(before, await fingerprint())).toEqual([]);
}, 120_000);

it('signing in is answered so many times a minute and no more, whoever asks', async () => {
  const { app } = api().web;
  const statuses = new Map<number, number>();
  for (let tries = 0; tries < 130; tries += 1) {
    const headers = { 'x-forwarded-for': `203.0.113.${tries}` };
    const { statusCode } = await app.inject({
      method: 'GET',
      url: '/sign-in/callback?code=x&state=y',
      headers,
    });
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
  }
  expect(statuses.get(429)).toBeGreaterThanOrEqual(20);
  expect(statuses.get(500)).toBeUndefined();
});
