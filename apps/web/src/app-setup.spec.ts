import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTrial } from './trial/trial-app';
import { TrialBrowser } from './trial/browser';

describe('the pages of the shell', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => ({ app } = await startTrial()));
  afterAll(() => app.close());

  it('show the personas of a synthetic instance, each with a way to sign in', async () => {
    const { statusCode, body } = await new TrialBrowser(app).get('/personas');
    expect(statusCode).toBe(200);
    expect(body).toContain('href="/sign-in?persona=officer"');
    expect(body).toContain('Synthetic data.');
  });
});
