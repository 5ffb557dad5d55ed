import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startTrial } from './trial-app';
import { TrialPagesController } from './trial-pages.controller';
import type { TrialPorts } from './trial-ports';

const CHROMIUM = '/usr/bin/chromium';
const needed = existsSync(CHROMIUM) || process.env.REQUIRE_ALL === '1';
const inBrowser = needed ? describe : describe.skip;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every page of the shell, and every shared piece, signed out and in, well and in error. */
const PAGES = [
  ['signed out', '/personas'],
  ['signed out', '/find-support'],
  ['signed out', '/find-support/leaving'],
  ['signed out', '/accessibility'],
  ['signed out', '/signed-out'],
  ['signed out', '/sign-in/callback?state=unknown'],
  ['signed out', '/nothing-here'],
  ['signed in', '/trial/parts'],
  ['signed in', '/welcome'],
  ['signed in', '/trial/broken'],
  ['signed in', '/nothing-here'],
] as const;

inBrowser('the pages of the shell in Chromium (skipped where it is not installed)', () => {
  let app: NestFastifyApplication;
  let ports: TrialPorts;
  let browser: Browser;
  let base: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    ({ app, ports } = await startTrial({ controllers: [TrialPagesController] }));
    await app.listen(0, '127.0.0.1');
    base = await app.getUrl();
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function open(state: string, options: { width: number; javaScriptEnabled: boolean }): Promise<Page> {
    const { width, javaScriptEnabled } = options;
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    if (state === 'signed in')
      await page.goto(`${base}/trial/sign-in?user=${ports.employ('duty-lead').userId}`);
    return page;
  }

  it.each(PAGES)('have no barrier that axe knows and no sideways scroll: %s, %s', async (state, path) => {
    for (const width of [1280, 320]) {
      const page = await open(state, { width, javaScriptEnabled: true });
      await page.goto(base + path);
      await page.evaluate(axe);
      const found = `axe.run({ runOnly: ${JSON.stringify(RULES)} })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.target)))`;
      expect(await page.evaluate(found)).toEqual([]);
      const root = 'document.documentElement';
      expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
      await page.context().close();
    }
    expect(complaints).toEqual([]);
  });

  it('move the demo clock and sign a person out without JavaScript', async () => {
    const page = await open('signed in', { width: 320, javaScriptEnabled: false });
    await page.goto(`${base}/trial/page`);
    await page.getByRole('button', { name: '+4 hours' }).click();
    expect(page.url()).toBe(`${base}/trial/page`);
    expect(ports.advances.at(-1)?.by).toBe('4h');
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(page.url()).toBe(`${base}/signed-out`);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
    expect(complaints).toEqual([]);
  });
});
