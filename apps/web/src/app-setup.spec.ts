import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TrialBrowser } from './trial/browser';
import { startTrial } from './trial/trial-app';
import { TrialPagesController } from './trial/trial-pages.controller';
import type { TrialPorts } from './trial/trial-ports';

const lines: string[] = [];
let app: NestFastifyApplication;
let ports: TrialPorts;
let browser: TrialBrowser;

beforeAll(async () => {
  const logTo = { write: (line: string) => void lines.push(line) };
  ({ app, ports } = await startTrial({ controllers: [TrialPagesController], logTo }));
});
afterAll(() => app.close());
beforeEach(() => {
  browser = new TrialBrowser(app);
  ports.databaseUp = true;
  ports.closed.clear();
});

describe('every page', () => {
  it('forbids what it did not send, and is not kept by the browser', async () => {
    const { headers } = await browser.get('/personas');
    const csp = String(headers['content-security-policy']);
    expect(csp).toMatch(/^default-src 'none';script-src 'self' 'nonce-[\w-]{22}';style-src 'self';/);
    expect(csp).toContain("form-action 'self' http://localhost:4000;");
    expect(csp).toContain("base-uri 'none';frame-ancestors 'none'");
    expect(csp).not.toContain('unsafe');
    expect(csp).not.toContain('upgrade-insecure-requests');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('has the nonce of its own header, a new one each time', async () => {
    const [first, second] = [await browser.get('/personas'), await browser.get('/personas')];
    const nonce = /nonce-([\w-]{22})/.exec(String(first.headers['content-security-policy']))?.[1];
    expect(first.body).toContain(`nonce="${nonce}"`);
    expect(second.body).not.toContain(`nonce="${nonce}"`);
  });

  it('carries no crown, no licence and no font or colour of GOV.UK', async () => {
    const { body } = await browser.get('/personas');
    expect(body).not.toMatch(/crown|crest|Open Government Licence|1d70b8|GDS Transport/i);
    const css = /href="(\/assets\/app\.[0-9a-f]{12}\.css)"/.exec(body)?.[1] ?? '';
    const style = await browser.get(css);
    expect(style.statusCode).toBe(200);
    expect(style.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(style.body).not.toMatch(/GDS Transport|crest|fonts\//);
  });

  it('says that the data is invented when it is, and has no personas when it is not', async () => {
    expect((await browser.get('/find-support')).body).toContain('Synthetic data.');
    ports.state = { ...ports.state, synthetic: false };
    expect((await browser.get('/find-support')).body).not.toContain('Synthetic data.');
    expect((await browser.get('/personas')).statusCode).toBe(404);
    expect((await browser.get('/')).headers.location).toBe('/sign-in');
    ports.state = { ...ports.state, synthetic: true };
    expect((await browser.get('/')).headers.location).toBe('/personas');
  });

  it('over https asks for https only, and binds its cookie to the host', async () => {
    const trial = await startTrial({ settings: { publicUrl: 'https://waymark.example' } });
    const headers = { host: 'waymark.example', 'x-forwarded-proto': 'https' };
    const { userId } = trial.ports.employ('officer');
    const answer = await trial.app.inject({ url: `/trial/sign-in?user=${userId}`, headers });
    expect(answer.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-waymark=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await trial.app.close();
  });

  it('shows the service time in the area’s zone', async () => {
    expect((await browser.get('/personas')).body).toContain('Tuesday 1 September 2026 at 3:05pm');
  });
});

describe('a page that is not public', () => {
  it('sends a person to sign in, and knows where they wanted to go', async () => {
    const { statusCode, headers } = await browser.get('/trial/any?view=mine');
    expect([statusCode, headers.location]).toEqual([303, '/sign-in?next=%2Ftrial%2Fany%3Fview%3Dmine']);
  });

  it('is there for a signed-in person', async () => {
    await browser.signIn(ports.employ('officer'));
    expect((await browser.get('/trial/any')).json()).toEqual({ role: 'officer' });
  });

  it('P7 is a 404 for another role, exactly as an address that does not exist', async () => {
    await browser.signIn(ports.employ('officer'));
    const [hidden, absent] = [
      await browser.get('/trial/commissioner'),
      await browser.get('/trial/nothing-here'),
    ];
    expect([hidden.statusCode, absent.statusCode]).toEqual([404, 404]);
    const plain = (html: string) =>
      html.replace(/(nonce|value)="[\w-]+"/g, '').replaceAll(/\/trial\/[\w-]+/g, '');
    expect(plain(hidden.body)).toBe(plain(absent.body));
  });

  it('closes at once when the person’s access is closed', async () => {
    const officer = ports.employ('officer');
    await browser.signIn(officer);
    ports.closed.add(officer.userId);
    expect((await browser.get('/trial/any')).statusCode).toBe(303);
    ports.closed.clear();
    expect((await browser.get('/trial/any')).statusCode).toBe(303);
  });

  it('shows the way home by role', async () => {
    await browser.signIn(ports.employ('first-responder'));
    expect((await browser.get('/')).headers.location).toBe('/board');
    const { body } = await browser.get('/trial/page');
    expect(body).toContain('First responder');
    expect(body).toContain('action="/sign-out"');
  });

  it('treats an id that cannot be one as nothing there', async () => {
    await browser.signIn(ports.employ('officer'));
    expect((await browser.get('/trial/records/018f3c1e-0000-7000-8000-000000000001')).statusCode).toBe(200);
    for (const id of ['1', "x'%20or%201=1", '%00', '018F3C1E-0000-7000-8000-000000000001', 'a'.repeat(99)]) {
      expect((await browser.get(`/trial/records/${id}`)).statusCode).toBe(404);
    }
  });
});

describe('a form', () => {
  it('is read when it carries its token and its key', async () => {
    await browser.signIn(ports.employ('officer'));
    const { statusCode, body } = await browser.submit('/trial/page', '/trial/form', { name: 'Zoë' });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ raw: { name: 'Zoë' }, errors: [] });
  });

  it('is refused without a token, with another session’s token, and from another site', async () => {
    await browser.signIn(ports.employ('officer'));
    const other = new TrialBrowser(app);
    await other.signIn(ports.employ('duty-lead'));
    const theirs = /name="_csrf" value="([^"]+)"/.exec((await other.get('/trial/page')).body)?.[1] ?? '';
    expect((await browser.post('/trial/form', { name: 'Zoë' })).statusCode).toBe(403);
    expect((await browser.post('/trial/form', { name: 'Zoë', _csrf: theirs })).statusCode).toBe(403);
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    const refused = await browser.submit('/trial/page', '/trial/form', { name: 'Zoë' }, foreign);
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('We could not accept that form');
  });

  it.each([
    ['JSON', 'application/json', '{}', 415],
    ['a file', 'multipart/form-data; boundary=x', '--x--', 415],
    ['text', 'text/plain', '_csrf=1', 415],
    ['too much', 'application/x-www-form-urlencoded', `name=${'a'.repeat(110_000)}`, 413],
    ['a broken encoding', 'application/x-www-form-urlencoded', 'name=%E0%A4%A', 400],
  ])('cannot be sent as %s', async (_what, type, body, status) => {
    await browser.signIn(ports.employ('officer'));
    expect((await browser.post('/trial/form', body, { 'content-type': type })).statusCode).toBe(status);
  });
});

describe('what goes wrong', () => {
  it('P12 is an error page with a reference, without a word of what happened', async () => {
    await browser.signIn(ports.employ('officer'));
    lines.length = 0;
    const { statusCode, body, headers } = await browser.get('/trial/broken?name=Sample+Person+Oak');
    expect(statusCode).toBe(500);
    expect(body).not.toContain('Oak');
    expect(body).not.toMatch(/TrialPagesController|\.ts:\d/);
    const reference = String(headers['x-request-id']);
    expect(body).toContain(reference);
    const log = lines.join('');
    expect(log).toContain(reference);
    expect(log).toContain('TrialPagesController.broken');
    expect(log).not.toContain('Oak');
    expect(log).not.toContain('name=');
  });

  it('P12 puts the route’s pattern in the log and not the address', async () => {
    await browser.signIn(ports.employ('officer'));
    lines.length = 0;
    await browser.get('/trial/records/018f3c1e-0000-7000-8000-000000000001?who=oak');
    const answered = JSON.parse(lines.at(-1) ?? '{}') as object;
    expect(answered).toMatchObject({ method: 'GET', route: '/trial/records/:id', status: 200 });
    expect(lines.join('')).not.toMatch(/018f3c1e|oak|cookie/);
  });

  it('is an outage when the database is away: nobody is let in, and the band stays', async () => {
    await browser.get('/personas');
    ports.databaseUp = false;
    const { statusCode, body, headers } = await browser.get('/personas');
    expect([statusCode, headers['retry-after']]).toEqual([503, '10']);
    expect(body).toContain('The service is not available just now');
    expect(body).toContain('Synthetic data.');
    expect((await browser.get('/health/live')).statusCode).toBe(200);
    const ready = await browser.get('/health/ready');
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      { status: 'not-ready', checks: [{ name: 'database', ready: false }] },
    ]);
  });

  it.each([
    ['a malformed address', 'GET', '/%E0%A4%A', 400],
    ['a malformed address of the API', 'GET', '/api/%E0%A4%A', 400],
    ['an address of nothing', 'GET', '/nothing-here', 404],
    ['a method nobody answers', 'PUT', '/personas', 404],
    ['a way out of the assets', 'GET', '/assets/..%2f..%2fpackage.json', 404],
    ['a very long parameter', 'GET', `/trial/records/${'a'.repeat(5_000)}`, 414],
  ] as const)('has a page of its own for %s', async (_what, method, url, status) => {
    const { statusCode, body, headers } = await app.inject({ method, url });
    expect(statusCode).toBe(status);
    expect(headers['x-request-id']).toBeDefined();
    expect(headers['content-security-policy']).toBeDefined();
    expect(body).not.toMatch(/fastify|nest|FST_/i);
  });
});
