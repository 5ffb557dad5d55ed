import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TrialBrowser } from '../trial/browser';
import { TRIAL_SETTINGS, startTrial } from '../trial/trial-app';
import { startTrialIssuer, type TrialIssuer } from '../trial/trial-issuer';
import { TrialPagesController } from '../trial/trial-pages.controller';
import type { TrialPorts } from '../trial/trial-ports';

let issuer: TrialIssuer;
let app: NestFastifyApplication;
let ports: TrialPorts;

beforeAll(async () => {
  for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockImplementation();
  issuer = await startTrialIssuer();
  const settings = { oidc: { ...TRIAL_SETTINGS.oidc, issuer: issuer.issuer } };
  ({ app, ports } = await startTrial({ settings, controllers: [TrialPagesController] }));
});
afterAll(async () => {
  await app.close();
  await issuer.stop();
  jest.restoreAllMocks();
});

describe('the API', () => {
  const audience = 'http://localhost:3000/api';
  const body = { name: 'Zoë', bornOn: '1990-02-28', consent: true };
  const key = '018f3c1e-0000-7000-8000-000000000001';
  const strong = { sub: 'persona-officer', amr: ['mfa'] };

  const post = async (
    payload: string | object,
    headers: Record<string, string> = {},
    claims: object = strong,
  ) => {
    const authorization = `Bearer ${await issuer.token({ ...claims }, audience)}`;
    const json = { 'content-type': 'application/json', 'idempotency-key': key, authorization, ...headers };
    return app.inject({ method: 'POST', url: '/api/v1/trial', headers: json, payload });
  };

  beforeAll(() => void ports.employ('officer'));

  it('takes an access token of our issuer meant for this API', async () => {
    const { statusCode, json } = await post(body);
    expect([statusCode, json()]).toEqual([201, { body, key, role: 'officer' }]);
  });

  it('takes no cookie', async () => {
    const browser = new TrialBrowser(app);
    await browser.signIn(ports.employ('officer'));
    const answer = await browser.post('/api/v1/trial', '{}', { 'content-type': 'application/json' });
    expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it.each([
    ['without a second factor', { sub: 'persona-officer', amr: ['pwd'] }],
    ['for someone unknown', { sub: 'persona-stranger', amr: ['mfa'] }],
    ['for nobody', { amr: ['mfa'] }],
  ])('takes no token %s', async (_what, claims) => {
    expect((await post(body, {}, claims)).statusCode).toBe(401);
  });

  it('takes no token for another audience, changed by a letter, unsigned, or no token at all', async () => {
    const other = await issuer.token(strong, 'http://localhost:3000/');
    const good = await issuer.token(strong, audience);
    const [head = '', claims = '', signature = ''] = good.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const changed = `${head}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const authorization of [
      `Bearer ${other}`,
      `Bearer ${changed}`,
      `Bearer ${unsigned}`,
      'Basic YTpi',
      '',
    ]) {
      expect((await post(body, { authorization })).statusCode).toBe(401);
    }
  });

  it('names each field that is wrong, and converts nothing', async () => {
    const { statusCode, json } = await post({ name: 7, bornOn: '2026-02-30', consent: 'false', admin: true });
    expect(statusCode).toBe(422);
    const problem = json<{ type: string; instance: string; errors: { field: string }[] }>();
    expect(problem.type).toBe('urn:waymark:problem:invalid-input');
    expect(problem.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(problem.errors.map(({ field }) => field).sort()).toEqual(['admin', 'bornOn', 'consent', 'name']);
  });

  it.each([
    ['null for a value', '{"name":null,"bornOn":"1990-02-28","consent":true}', 422],
    ['a list', '[]', 400],
    ['a text', '"text"', 400],
    ['nothing', '', 400],
    ['the same key twice', '{"consent":false,"consent":true}', 400],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 400],
    ['a NUL', '{"name":"a\\u0000b","bornOn":"1990-02-28","consent":true}', 400],
    ['too much', `{"name":"${'a'.repeat(110_000)}"}`, 413],
  ])('refuses %s', async (_what, payload, status) => {
    expect((await post(payload)).statusCode).toBe(status);
  });

  it('needs an idempotency key, and JSON', async () => {
    expect((await post(body, { 'idempotency-key': '' })).json()).toMatchObject({
      status: 400,
      errors: [{ field: 'Idempotency-Key' }],
    });
    expect((await post('name=a', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(
      415,
    );
  });

  it('is an outage when the issuer is away', async () => {
    const settings = { oidc: { ...TRIAL_SETTINGS.oidc, issuer: 'http://127.0.0.1:9' } };
    const trial = await startTrial({ settings, controllers: [TrialPagesController] });
    const headers = {
      authorization: `Bearer ${await issuer.token(strong, audience)}`,
      'idempotency-key': key,
    };
    const answer = await trial.app.inject({ method: 'POST', url: '/api/v1/trial', headers, payload: body });
    expect(answer.statusCode).toBe(503);
    expect((await new TrialBrowser(trial.app).get('/sign-in')).statusCode).toBe(503);
    await trial.app.close();
  });
});
