import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PromiseFactProjector } from '#libs/persistence';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, withChromium } from '../../support/chromium';
import { caughtUp } from '../../support/caught-up';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A folder to keep a picture of each page in, for looking at them. */
const PICTURES = process.env.PICTURES;

withChromium('the pages of figures in Chromium (skipped where it is not installed)', () => {
  const web = useWeb();
  const acts = new PromiseActs(() => web().instance);
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    const { instance, listen } = web();
    await listen();
    browser = await launchChromium();
    await instance.setNow('2026-03-02T10:05:30Z');
    const referred = [];
    for (let n = 0; n < 12; n += 1)
      referred.push(
        await acts.refer('2026-03-02T10:00:00Z', { district: n < 11 ? 'E07000066' : 'E07000067' }),
      );
    const inTime = { happened: '2026-03-02T12:00:00Z', typedIn: '2026-03-02T12:10:00Z' };
    for (const one of referred.slice(0, 9)) await acts.attempt(one, 'spoke', inTime);
    await acts.attempt(referred[9]!, 'no-answer', inTime);
    await acts.sweepAt('2026-03-03T18:30:30Z');
    await instance.setNow('2026-03-04T09:00:00Z');
    await caughtUp(instance, new PromiseFactProjector(instance.worker));
  }, 120_000);
  afterAll(() => browser?.close());

  const watched = new Map<string, Promise<Page>>();
  const watch = (persona: string): Promise<Page> => {
    const page = watched.get(persona) ?? open(persona, { width: 1280, javaScript: true });
    watched.set(persona, page);
    return page;
  };

  async function open(
    persona: string,
    { width, javaScript }: { width: number; javaScript: boolean },
  ): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: javaScript,
    });
    const jar = (await web().signedIn(persona)).jar();
    await context.addCookies(jar.map((cookie) => ({ ...cookie, url: web().publicUrl })));
    const page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    return page;
  }

  const picture = async (page: Page, name: string) => {
    if (PICTURES !== undefined)
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  const EXPLAIN = '/figures/live/explain?until=2026-03&span=twelve-months';

  it.each([
    ['commissioner', 'measures', '/figures/measures'],
    ['commissioner', 'measure', '/figures/measures/first-conversation-in-time'],
    ['commissioner', 'measure-not-counted', '/figures/measures/cost-per-person-reached'],
    ['lead', 'live-by-month', '/figures/live'],
    ['lead', 'live-by-district', '/figures/live?table=promise-by-district'],
    ['lead', 'live-by-weekday', '/figures/live?table=promise-by-weekday&span=quarter'],
    ['lead', 'live-times', '/figures/live?table=times'],
    ['lead', 'live-misses', '/figures/live?table=misses'],
    ['lead', 'live-misses-by-weekday', '/figures/live?table=misses-by-weekday'],
    ['lead', 'live-by-start', '/figures/live?table=promise-by-start'],
    ['lead', 'live-other-staffing', '/figures/live?table=other-staffing&span=quarter'],
    ['lead', 'live-not-reached', '/figures/live?table=not-reached'],
    ['lead', 'live-reach', '/figures/live?table=reach'],
    ['lead', 'live-support', '/figures/live?table=support'],
    ['lead', 'live-justice', '/figures/live?table=justice'],
    ['lead', 'live-refused', '/figures/live?table=promise-by-district&span=quarter'],
    [
      'lead',
      'explain-share',
      `${EXPLAIN}&measure=first-conversation-in-time&table=promise-by-district&value=E07000066&limb=24h`,
    ],
    [
      'lead',
      'explain-staffing',
      `${EXPLAIN}&measure=conversation-under-other-staffing&table=other-staffing&value=every-day&limb=24h`,
    ],
    ['lead', 'explain-length', `${EXPLAIN}&measure=handover-lag&table=times`],
    ['commissioner', 'samples', '/figures/samples'],
    ['auditor', 'open-cases', '/figures/cases?table=reach&span=twelve-months&until=2026-03&limb=24h'],
  ])('have no barrier that axe knows and no sideways scroll: %s, %s', async (persona, name, path) => {
    const page = await watch(persona);
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
    expect(complaints).toEqual([]);
  });

  it('let a reader who is no developer follow one figure from the headline to its cases, without JavaScript', async () => {
    const auditor = await open('auditor', { width: 1280, javaScript: false });
    await auditor.goto(`${web().publicUrl}/figures/live`);
    expect(await auditor.getByText('9 of 12 referrals (75.0%) had a first conversation').count()).toBe(2);
    await picture(auditor, 'follow-1-headline');
    await auditor.getByLabel('Figures').selectOption('The promise by district');
    await auditor.getByRole('button', { name: 'Show these figures' }).click();
    await picture(auditor, 'follow-2-district');
    await auditor.getByRole('link', { name: /9 of 11 \(81\.8%\).*Basildon, 24 hours/ }).click();
    expect(await auditor.getByText('9 ÷ 11 = 81.8%').count()).toBe(1);
    expect(await auditor.getByText('Counted by 5pm on the next working day').count()).toBe(1);
    await picture(auditor, 'follow-3-explained');
    await auditor.getByRole('link', { name: 'Open the cases behind this number' }).click();
    await auditor.getByRole('button', { name: 'Open these cases' }).click();
    expect(await auditor.getByRole('alert').innerText()).toContain('Choose what they are looked at for');
    await auditor.getByLabel('Which cases').selectOption('Not in time');
    await auditor.getByLabel('What you look at them for').selectOption('To see why the promise was missed');
    await picture(auditor, 'follow-4-purpose');
    await auditor.getByRole('button', { name: 'Open these cases' }).click();
    expect(await auditor.getByText('2, drawn from 2').count()).toBe(1);
    expect(await auditor.getByRole('heading', { name: /^Case [0-9a-f]{10}$/ }).count()).toBe(2);
    expect(await auditor.getByText('Tried in time, and not reached').count()).toBe(1);
    await picture(auditor, 'follow-5-cases');
    expect(await auditor.locator('h1').count()).toBe(1);
  });

  it('let whoever pays ask for a sample on a telephone, without JavaScript', async () => {
    const commissioner = await open('commissioner', { width: 320, javaScript: false });
    await commissioner.goto(`${web().publicUrl}/figures/samples`);
    await commissioner.getByLabel('Over how long').selectOption('three months');
    await commissioner.getByLabel('until the end of').selectOption('March 2026');
    await commissioner.getByLabel('Under which limit').selectOption('24 hours');
    await commissioner.getByLabel('Which cases').selectOption('Not in time');
    await commissioner.getByLabel('How many cases').fill('5');
    await commissioner.getByLabel('looked at for').selectOption('To see why the promise was missed');
    await commissioner.getByRole('button', { name: 'Ask for this sample' }).click();
    expect(await commissioner.getByRole('alert').innerText()).toContain('The sample is asked for');
    await picture(commissioner, 'sample-asked');
  });
});
