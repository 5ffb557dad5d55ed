import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, withChromium } from '../../support/chromium';
import { useWeb } from '../../support/web';
import { aQuarterWithFigures, QUARTER } from '../snapshots/closed-quarter';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A folder to keep a picture of each page in, for looking at them. */
const PICTURES = process.env.PICTURES;

withChromium('closing a quarter in Chromium (skipped where it is not installed)', () => {
  const web = useWeb();
  let browser: Browser;

  beforeAll(async () => {
    await web().listen();
    browser = await launchChromium();
    await aQuarterWithFigures(() => web().instance);
  }, 180_000);
  afterAll(() => browser?.close());

  async function open(persona: string, { javaScript }: { javaScript: boolean }): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: javaScript,
    });
    const jar = (await web().signedIn(persona)).jar();
    await context.addCookies(jar.map((cookie) => ({ ...cookie, url: web().publicUrl })));
    return context.newPage();
  }

  const picture = async (page: Page, name: string) => {
    if (PICTURES !== undefined)
      await page.screenshot({ path: join(PICTURES, `quarters-${name}.png`), fullPage: true });
  };

  async function count(page: Page, reason: string | null): Promise<void> {
    await page.goto(`${web().publicUrl}/figures/quarters`);
    await page.getByLabel('Quarter', { exact: true }).selectOption(QUARTER);
    if (reason !== null) await page.getByLabel('why is it counted again').selectOption(reason);
    await page.getByRole('button', { name: 'Count this quarter' }).click();
  }

  async function close(manager: Page, officer: Page): Promise<void> {
    await manager.getByRole('button', { name: 'Propose for signing off' }).click();
    await officer.goto(manager.url());
    await officer.getByRole('button', { name: 'Sign off and publish' }).click();
  }

  it('takes two people, without JavaScript, and a second time a reason', async () => {
    const manager = await open('manager', { javaScript: false });
    const officer = await open('dpo', { javaScript: false });
    await count(manager, null);
    expect(await manager.getByText('The quarter is counted').count()).toBe(1);
    await picture(manager, '1-counted');
    await close(manager, officer);
    expect(await officer.getByText('Signed off and published').count()).toBe(1);
    await count(manager, null);
    expect(await manager.getByRole('alert').innerText()).toContain('To count it again, select why');
    await picture(manager, '2-refused');
    await count(manager, 'late-records');
    await close(manager, officer);
    await picture(officer, '3-restated');
  });

  it.each([
    ['commissioner', 'list', '/figures/quarters'],
    ['manager', 'list-to-count', '/figures/quarters'],
    ['commissioner', 'report', `/figures/quarters/${QUARTER}/2`],
    ['commissioner', 'restated-report', `/figures/quarters/${QUARTER}/1`],
    ['commissioner', 'compared', `/figures/quarters/compare?before=${QUARTER}.1&after=${QUARTER}.2`],
  ])('has no barrier that axe knows and no sideways scroll: %s, %s', async (persona, name, path) => {
    const page = await open(persona, { javaScript: true });
    await page.goto(web().publicUrl + path);
    await page.evaluate(axe);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await picture(page, `${name}-${width}`);
      const found = `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.target)))`;
      expect([width, await page.evaluate(found)]).toEqual([width, []]);
      const root = 'document.documentElement';
      const sideways = await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`);
      expect([width, sideways]).toEqual([width, 0]);
    }
    expect(await page.locator('h1').count()).toBe(1);
  });
});
