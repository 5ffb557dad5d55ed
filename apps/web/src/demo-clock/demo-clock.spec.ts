import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TrialBrowser } from '../trial/browser';
import { startTrial } from '../trial/trial-app';
import { TrialPagesController } from '../trial/trial-pages.controller';
import type { TrialPorts } from '../trial/trial-ports';

let app: NestFastifyApplication;
let ports: TrialPorts;
let browser: TrialBrowser;

beforeAll(async () => ({ app, ports } = await startTrial({ controllers: [TrialPagesController] })));
afterAll(() => app.close());
beforeEach(() => {
  browser = new TrialBrowser(app);
});

describe('the demo clock', () => {
  it('moves by one of its steps and returns to the page', async () => {
    await browser.signIn(ports.employ('officer'));
    const fields = { by: '4h', returnTo: '/trial/page' };
    const { statusCode, headers } = await browser.submit('/trial/page', '/demo-clock/advance', fields);
    expect([statusCode, headers.location]).toEqual([303, '/trial/page']);
    expect(ports.advances.at(-1)).toMatchObject({
      by: '4h',
      idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('puts the seeded state back, after the page about it has left', async () => {
    await browser.signIn(ports.employ('officer'));
    const { statusCode, headers, body } = await browser.submit('/trial/page', '/demo-clock/reset', {});
    expect([statusCode, headers.refresh]).toEqual([200, '12; url=/personas']);
    expect(body).toContain('Putting the practice data back');
    expect(ports.resets).toBe(1);
  });

  it('has no other steps, needs a signed-in person, and does not exist where data is real', async () => {
    await browser.signIn(ports.employ('officer'));
    const advance = () => browser.submit('/trial/page', '/demo-clock/advance', { by: '100y', returnTo: '/' });
    expect((await advance()).statusCode).toBe(400);
    ports.state = { ...ports.state, synthetic: false };
    expect((await advance()).statusCode).toBe(404);
    expect((await browser.submit('/trial/page', '/demo-clock/reset', {})).statusCode).toBe(404);
    ports.state = { ...ports.state, synthetic: true };
    expect((await new TrialBrowser(app).post('/demo-clock/reset', {})).statusCode).toBe(403);
    expect(ports.resets).toBe(1);
  });
});
