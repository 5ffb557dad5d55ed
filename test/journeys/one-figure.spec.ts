import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FigureSampleSigner, JournalSealer, SnapshotSealer } from '#libs/persistence';
import type { Browser, Page } from 'playwright-core';
import { aQuarterWithFigures, QUARTER, QuarterActs } from '../integration/snapshots/closed-quarter';
import { launchChromium, withChromium } from '../support/chromium';
import { newSealSigner } from '../support/seal-keys';
import { sealedUp } from '../support/sealed-up';
import { useWeb } from '../support/web';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WAYS = [
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const;

/** The pictures of the documentation are taken anew where this is set. */
const PICTURES = process.env['UPDATE_PICTURES'] === '1' ? resolve(__dirname, '../../docs/pictures') : null;

withChromium('one figure, from its headline to its cases (skipped without Chromium)', () => {
  const web = useWeb();
  const signer = newSealSigner();
  let browser: Browser;

  beforeAll(async () => {
    const { instance, listen } = web();
    await listen();
    browser = await launchChromium();
    await aQuarterWithFigures(() => instance);
    await seal();
    await new QuarterActs(() => instance).published();
    await new SnapshotSealer(instance.worker, signer).step();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
  });

  /** The pages that axe can be run in: it needs JavaScript. */
  const scripted = new WeakSet<Page>();
  const seal = () => sealedUp(web().instance, new JournalSealer(web().instance.worker, { signer }));

  async function reader(persona: string, javaScript: boolean): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: javaScript,
    });
    const jar = (await web().signedIn(persona)).jar();
    await context.addCookies(jar.map((cookie) => ({ ...cookie, url: web().publicUrl })));
    const page = await context.newPage();
    if (javaScript) scripted.add(page);
    return page;
  }

  /** Fails with what stands in the way of somebody on the page as it is, on a telephone and at a desk. */
  async function look(page: Page): Promise<void> {
    const { pathname } = new URL(page.url());
    const scripts = scripted.has(page);
    if (scripts) await page.evaluate(axe);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const run = `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.target)))`;
      if (scripts) expect([pathname, width, await page.evaluate(run)]).toEqual([pathname, width, []]);
      const root = 'document.documentElement';
      const sideways = await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`);
      expect([pathname, width, sideways]).toEqual([pathname, width, 0]);
    }
    expect(await page.locator('h1').count()).toBe(1);
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES === null) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  const words = (page: Page) => page.locator('main').innerText();

  async function openExplanation(page: Page): Promise<void> {
    await page.goto(`${web().publicUrl}/figures/quarters`);
    await page.getByRole('link', { name: /^January to March 2026/ }).click();
    expect(await page.getByText(/^12 of 14 referrals \(85\.7%\)/).count()).toBe(2);
    await look(page);
    await picture(page, 'figure-1-report');
    await page.getByRole('link', { name: /^Explain this number.*24 hours/ }).click();
  }

  describe.each(WAYS)('%s', (_, javaScript) => {
    let sample = '';

    it('is explained to whoever pays: formula, each exclusion with its count, versions, the other limit', async () => {
      const page = await reader('commissioner', javaScript);
      await openExplanation(page);
      await look(page);
      await picture(page, 'figure-2-explained');
      const text = await words(page);
      expect(text).toContain('The formula');
      expect(text).toContain('12 ÷ 14 = 85.7%, to one decimal, a half rounded up');
      expect(text).toContain('In time (12) + Not in time (2) = Decided (14)');
      expect(text).toContain('Decided (14) + Still open (0) + Cancelled (0) = Referrals (14)');
      expect(text).toMatch(/What is left out\n.*: 0\n.*: 0\n/);
      expect(text).toMatch(/one working day, .*The whole quarter: referrals 14; .*in time 12/);
      expect(text).toMatch(/first-conversation-in-time v\d/);
      expect(text).toContain('essex-first-responders v1');
      expect(text).toContain('first-responders-desk v1');
      expect(text).toMatch(/Rule small-counts 2026-\d/);
      expect(text).toMatch(/Counted after seal \d+ of the journal/);
    });

    it('leads whoever pays to a sample of its cases', async () => {
      const page = await reader('commissioner', javaScript);
      await openExplanation(page);
      await page.getByRole('link', { name: 'Ask for a sample of the cases behind this number' }).click();
      await look(page);
      expect(await page.getByLabel('Over how long').inputValue()).toBe('quarter');
      expect(await page.getByLabel('until the end of').inputValue()).toBe('2026-03');
      expect(await page.getByLabel('Under which limit').inputValue()).toBe('24h');
      await page.getByLabel('Which cases').selectOption('Not in time');
      await page.getByLabel('How many cases').fill('5');
      await page.getByLabel('looked at for').selectOption('To see why the promise was missed');
      await page.getByRole('button', { name: 'Ask for this sample' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('The sample is asked for');
      await look(page);
      sample = new URL(page.url()).pathname;
    });

    it('is drawn by an auditor, and whoever asked sees how many and the signed hash, and never a case', async () => {
      await seal();
      const auditor = await reader('auditor', javaScript);
      await auditor.goto(`${web().publicUrl}/figures/samples`);
      await look(auditor);
      await auditor.locator(`a[href="${sample}"]`).click();
      await auditor.getByRole('button', { name: 'Draw this sample' }).click();
      await look(auditor);
      const cases = await auditor.getByRole('heading', { name: /^Case [0-9a-f]{10}$/ }).allInnerTexts();
      expect(cases).toHaveLength(2);
      await new FigureSampleSigner(web().instance.worker, signer).step();
      const payer = await reader('commissioner', javaScript);
      await payer.goto(web().publicUrl + sample);
      const text = await words(payer);
      expect(text).toContain('2, drawn from 2');
      expect(text).toContain(`Signed with key ${signer.keyId}`);
      for (const name of cases) expect(text).not.toContain(name.replace('Case ', ''));
    });

    it('opens to its cases for an auditor with a purpose', async () => {
      const page = await reader('auditor', javaScript);
      await openExplanation(page);
      await page.getByRole('link', { name: 'Open the cases behind this number' }).click();
      await page.getByRole('button', { name: 'Open these cases' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Choose what they are looked at for');
      await look(page);
      await page.getByLabel('Which cases').selectOption('Not in time');
      await page
        .getByLabel('What you look at them for')
        .selectOption('To check a figure that was published or told');
      await page.getByRole('button', { name: 'Open these cases' }).click();
      expect(await page.getByText('2, drawn from 2').count()).toBe(1);
      await look(page);
      await page.getByRole('heading', { name: 'The cases' }).scrollIntoViewIfNeeded();
      await picture(page, 'figure-3-cases');
      const told = await web().instance.admin<{ reason: string }>(
        `select reason from app.journal where subject_kind = 'figure-sample' order by position desc limit 2`,
      );
      expect(told.map(({ reason }) => reason)).toEqual(['check-a-figure', 'check-a-figure']);
    });
  });

  it('explains every number of the report that has a measure, and nothing that is not in it', async () => {
    const commissioner = await web().signedIn('commissioner');
    const report = `/figures/quarters/${QUARTER}/1`;
    const { body } = await commissioner.get(report);
    const links = [...body.matchAll(/href="([^"]+\/explain\?[^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(3);
    for (const link of new Set(links)) {
      const { statusCode, body: page } = await commissioner.get(link);
      expect([link, statusCode]).toEqual([link, 200]);
      expect(page).toContain('What the report says of it');
    }
    for (const none of [
      '',
      '?table=promise-24h',
      '?table=promise-24h&row=nobody',
      '?table=people&row=quarter',
    ])
      expect((await commissioner.get(`${report}/explain${none}`)).statusCode).toBe(404);
    expect((await (await web().signedIn('officer')).get(links[0]!)).statusCode).toBe(404);
  });
});
