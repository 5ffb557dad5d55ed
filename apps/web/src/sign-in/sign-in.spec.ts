import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TrialBrowser } from '../trial/browser';
import { TRIAL_SETTINGS, startTrial } from '../trial/trial-app';
import { startTrialIssuer, type TrialIssuer } from '../trial/trial-issuer';
import { TrialPagesController } from '../trial/trial-pages.controller';
import type { TrialPorts } from '../trial/trial-ports';

let issuer: TrialIssuer;
let app: NestFastifyApplication;
let ports: TrialPorts;
const quiet = ['warn', 'info'] as const;

beforeAll(async () => {
  quiet.forEach((level) => jest.spyOn(console, level).mockImplementation());
  issuer = await startTrialIssuer();
  const settings = { oidc: { ...TRIAL_SETTINGS.oidc, issuer: issuer.issuer } };
  ({ app, ports } = await startTrial({ settings, controllers: [TrialPagesController] }));
});
afterAll(async () => {
  await app.close();
  await issuer.stop();
  jest.restoreAllMocks();
});
beforeEach(() => {
  issuer.says.amr = ['mfa'];
});

/** Follows the issuer's own redirects, cookies included, until it sends the browser back to us. */
async function throughIssuer(address: string, cookies = new Map<string, string>()): Promise<string> {
  if (address.startsWith('http://localhost:3000')) return address.slice('http://localhost:3000'.length);
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  return throughIssuer(new URL(response.headers.get('location') ?? '', address).href, cookies);
}

async function start(browser: TrialBrowser, query: string): Promise<string> {
  const { statusCode, headers } = await browser.get(`/sign-in?${query}`);
  expect(statusCode).toBe(303);
  return throughIssuer(String(headers.location));
}

describe('signing in', () => {
  it('leads through the issuer to the role’s first page, or to the page that was asked for', async () => {
    ports.employ('first-responder');
    const browser = new TrialBrowser(app);
    const back = await start(browser, 'persona=persona-first-responder');
    expect((await browser.get(back)).headers.location).toBe('/board');
    expect((await browser.get('/trial/any')).json()).toEqual({ role: 'first-responder' });

    const again = new TrialBrowser(app);
    const wanted = await start(again, 'persona=persona-first-responder&next=%2Ftrial%2Fpage');
    expect((await again.get(wanted)).headers.location).toBe('/trial/page');
  });

  it('asks with a proof key, a state and a nonce, and for nothing about the person', async () => {
    const { headers } = await new TrialBrowser(app).get('/sign-in');
    const asked = new URL(String(headers.location)).searchParams;
    expect(asked.get('scope')).toBe('openid');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toMatch(/^[\w-]{40,}$/);
    expect(asked.get('nonce')).toMatch(/^[\w-]{40,}$/);
    expect(asked.get('login_hint')).toBeNull();
  });

  it('gives the browser a new session: the one before is worth nothing', async () => {
    ports.employ('officer');
    const browser = new TrialBrowser(app);
    const back = await start(browser, 'persona=persona-officer');
    const before = browser.cookie('waymark');
    await browser.get(back);
    expect(browser.cookie('waymark')).not.toBe(before);
    const old = await app.inject({ url: '/trial/any', headers: { cookie: `waymark=${before}` } });
    expect(old.statusCode).toBe(303);
  });

  it('keeps the cookie from scripts and from other sites’ forms', async () => {
    const { headers } = await new TrialBrowser(app).get('/sign-in');
    expect(String(headers['set-cookie'])).toMatch(/^waymark=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it.each([
    ['no second factor', () => void (issuer.says.amr = ['pwd']), 'second step'],
    ['no word of how they signed in', () => void (issuer.says.amr = []), 'second step'],
  ])('is refused with %s', async (_what, change, words) => {
    ports.employ('officer');
    change();
    const browser = new TrialBrowser(app);
    const { statusCode, body } = await browser.get(await start(browser, 'persona=persona-officer'));
    expect(statusCode).toBe(403);
    expect(body).toContain(words);
    expect((await browser.get('/trial/any')).statusCode).toBe(303);
  });

  it('is refused when the issuer does not say when it happened', async () => {
    const silent = await startTrialIssuer(['sub', 'amr']);
    const settings = { oidc: { ...TRIAL_SETTINGS.oidc, issuer: silent.issuer } };
    const trial = await startTrial({ settings });
    trial.ports.employ('officer');
    const browser = new TrialBrowser(trial.app);
    expect((await browser.get(await start(browser, 'persona=persona-officer'))).statusCode).toBe(403);
    await trial.app.close();
    await silent.stop();
  });

  it('is refused to someone the issuer knows and we do not', async () => {
    const browser = new TrialBrowser(app);
    const { statusCode, body } = await browser.get(await start(browser, 'persona=persona-stranger'));
    expect(statusCode).toBe(403);
    expect(body).toContain('do not have an account here');
    expect(body).not.toContain('stranger');
  });

  it('is refused to a colleague whose account was closed', async () => {
    const lead = ports.employ('duty-lead');
    ports.closed.add(lead.userId);
    const browser = new TrialBrowser(app);
    expect((await browser.get(await start(browser, 'persona=persona-duty-lead'))).statusCode).toBe(403);
  });

  it('is refused to a browser that did not start it, to a changed state, and a second time', async () => {
    ports.employ('officer');
    const browser = new TrialBrowser(app);
    const back = await start(browser, 'persona=persona-officer');
    expect((await new TrialBrowser(app).get(back)).statusCode).toBe(403);
    expect((await browser.get(back)).statusCode).toBe(303);
    expect((await browser.get(back)).statusCode).toBe(403);
    const other = new TrialBrowser(app);
    const changed = (await start(other, 'persona=persona-officer')).replace(/state=[\w-]+/, 'state=another');
    expect((await other.get(changed)).statusCode).toBe(403);
  });

  it('starts at the public address when the page was opened at another name of the machine', async () => {
    const elsewhere = { host: '127.0.0.1:3000' };
    const { statusCode, headers } = await new TrialBrowser(app).get('/sign-in?persona=officer', elsewhere);
    expect([statusCode, headers.location]).toEqual([303, 'http://localhost:3000/sign-in?persona=officer']);
  });

  it('does not tell the issuer who is coming where data is real', async () => {
    ports.state = { ...ports.state, synthetic: false };
    const { headers } = await new TrialBrowser(app).get('/sign-in?persona=officer');
    ports.state = { ...ports.state, synthetic: true };
    expect(String(headers.location)).not.toContain('login_hint');
  });
});

describe('signing out', () => {
  it('ends the session on our side and clears the browser', async () => {
    ports.employ('officer');
    const browser = new TrialBrowser(app);
    await browser.get(await start(browser, 'persona=persona-officer'));
    const cookie = browser.cookie('waymark');
    const { statusCode, headers } = await browser.submit('/trial/page', '/sign-out', {});
    expect([statusCode, headers.location]).toEqual([303, '/signed-out']);
    expect(headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    const old = await app.inject({ url: '/trial/any', headers: { cookie: `waymark=${cookie}` } });
    expect(old.statusCode).toBe(303);
    expect((await browser.get('/signed-out')).body).toContain('You have signed out');
  });

  it('cannot be done to someone by a link', async () => {
    expect((await new TrialBrowser(app).get('/sign-out')).statusCode).toBe(404);
  });
});

describe('a session left alone', () => {
  afterEach(() => jest.useRealTimers());

  it('ends after 15 minutes', async () => {
    ports.employ('officer');
    const browser = new TrialBrowser(app);
    await browser.get(await start(browser, 'persona=persona-officer'));
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'],
      now: Date.now(),
    });
    jest.setSystemTime(Date.now() + 14 * 60_000);
    expect((await browser.get('/trial/any')).statusCode).toBe(200);
    jest.setSystemTime(Date.now() + 14 * 60_000);
    expect((await browser.get('/trial/any')).statusCode).toBe(200);
    jest.setSystemTime(Date.now() + 15 * 60_000);
    expect((await browser.get('/trial/any')).statusCode).toBe(303);
  });
});
