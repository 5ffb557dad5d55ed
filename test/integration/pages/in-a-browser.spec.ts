import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FireDeadlines } from '#libs/casework';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, withChromium } from '../../support/chromium';
import { casePathOf } from '../../support/desk';
import { fillDraft, pathOf, sendReferral, typedMoment, typedReferral } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A folder to keep a picture of each page in, for looking at them. */
const PICTURES = process.env.PICTURES;

withChromium('the pages of officers and responders in Chromium (skipped where it is not installed)', () => {
  const web = useWeb();
  let browser: Browser;
  let officer: WebBrowser;
  let responder: WebBrowser;
  let casePath: string;
  let metPath: string;
  let receipt: string;
  const complaints: string[] = [];

  const caseOf = (receiptPath: string) => casePathOf(web(), receiptPath);
  let draft: string;
  let declined: string;
  let latePath: string;
  const refer = async (change = {}) => pathOf(await sendReferral(officer, change));

  beforeAll(async () => {
    const { instance, listen, signedIn } = web();
    await listen();
    browser = await launchChromium();
    officer = await signedIn('officer');
    responder = await signedIn('responder');
    await instance.setNow('2026-02-27T10:05:30Z');
    const late = await caseOf(await refer());
    await instance.setNow('2026-03-02T10:05:30Z');
    receipt = await refer({
      'dangers[]': ['danger-now'],
      'safeTimes[]': ['weekday-mornings'],
      voicemail: 'yes',
    });
    await refer({ number: '', alternative: 'safe-place' });
    const under16 = { age: '15', whenBand: 'within-72-hours', 'dangers[]': ['danger-now', 'suicide-risk'] };
    draft = pathOf(await fillDraft(officer, typedReferral(under16))).replace('/check', '');
    declined = pathOf(await fillDraft(officer, typedReferral({ agreement: 'not-now' })));
    const yesterday = typedReferral(typedMoment('reported', '2026-3-1 11:30'));
    latePath = pathOf(await officer.post(pathOf(await fillDraft(officer, yesterday)), {}));
    metPath = await caseOf(await refer());
    casePath = await caseOf(receipt);
    const { workerWork, ids } = instance;
    const timers = new FireDeadlines(workerWork, ids);
    while ((await timers.execute({ wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 })) > 0);
    await responder.post(`${late}/attempts/new`, { outcome: 'someone-else-answered' });
    await responder.post(`${casePath}/attempts/new`, { outcome: 'no-answer' });
    await responder.post(`${metPath}/attempts/new`, { outcome: 'support-accepted' });
    await responder.post(`${casePath}/take`, {}, { on: casePath });
  }, 120_000);
  afterAll(() => browser?.close());

  async function open(visitor: WebBrowser): Promise<Page> {
    const context = await browser.newContext();
    await context.addCookies(visitor.jar().map((cookie) => ({ ...cookie, url: web().publicUrl })));
    const page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    return page;
  }

  /** Looks at the page as it stands, on a wide screen and on a narrow one. */
  async function examine(page: Page, name: string): Promise<void> {
    await page.evaluate(axe);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      if (PICTURES !== undefined) {
        mkdirSync(PICTURES, { recursive: true });
        await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
      }
      const found = `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.target)))`;
      expect([name, width, await page.evaluate(found)]).toEqual([name, width, []]);
      const root = 'document.documentElement';
      const sideways = await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`);
      expect([name, width, sideways]).toEqual([name, width, 0]);
    }
    expect([name, await page.locator('h1').count()]).toEqual([name, 1]);
    expect(complaints).toEqual([]);
  }

  const visits = (): readonly [string, WebBrowser, string][] => [
    ['referral-new', officer, '/referrals/new'],
    ['draft-contact', officer, `${draft}/contact`],
    ['draft-report', officer, `${draft}/report`],
    ['draft-agreement', officer, `${draft}/agreement`],
    ['draft-check', officer, `${draft}/check`],
    ['draft-delete', officer, `${draft}/delete`],
    ['draft-declined', officer, declined],
    ['draft-late', officer, latePath],
    ['cover', officer, '/cover?back=/referrals'],
    ['referral-list', officer, '/referrals'],
    ['referral-receipt', officer, receipt],
    ['referral-status', officer, receipt.replace('/receipt', '')],
    ['corrected-start', officer, receipt.replace('/receipt', '/corrected-start')],
    ['corrected-start-asked', officer, receipt.replace('/receipt', '/corrected-start/asked')],
    ['board', responder, '/board'],
    [
      'board-empty',
      responder,
      '/board?view=overdue&after=0.9999999999999.018f3c1e-0000-7000-8000-000000000001',
    ],
    ['case', responder, casePath],
    ['case-met', responder, metPath],
    ['deadlines', responder, `${casePath}/deadlines`],
    ['attempt-new', responder, `${casePath}/attempts/new`],
    ['exception-new', responder, `${casePath}/exceptions/new`],
  ];

  it('have no barrier that axe knows, no sideways scroll and one main heading', async () => {
    const pages = new Map([
      [officer, await open(officer)],
      [responder, await open(responder)],
    ]);
    for (const [name, visitor, path] of visits()) {
      const page = pages.get(visitor)!;
      const answer = await page.goto(web().publicUrl + path);
      expect([name, answer?.status()]).toEqual([name, 200]);
      await examine(page, name);
    }
    for (const page of pages.values()) await page.context().close();
  }, 240_000);

  it('keep all that in error, and when a number is shown', async () => {
    const page = await open(officer);
    await page.goto(`${web().publicUrl}/referrals/new`);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await examine(page, 'referral-new-error');
    await page.goto(`${web().publicUrl}${draft}/contact`);
    await page.getByLabel('Number that is safe to call').fill('');
    await page.getByRole('button', { name: 'Continue' }).click();
    await examine(page, 'draft-contact-error');
    await page.goto(`${web().publicUrl}${draft}/report`);
    await page.getByLabel('Time (When was it reported to police?)').fill('half past');
    await page.getByRole('button', { name: 'Continue' }).click();
    await examine(page, 'draft-report-error');
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${web().publicUrl}${draft}/contact`);
      await page.getByLabel('Number that is safe to call').fill('07700 900199');
      await page.getByRole('button', { name: 'Cover screen' }).click();
      expect([await page.title(), (await page.locator('body').innerText()).trim()]).toEqual([
        'Blank page',
        'Show again',
      ]);
      await page.getByRole('button', { name: 'Show again' }).press('Enter');
      expect(await page.getByLabel('Number that is safe to call').inputValue()).toBe('07700 900199');
      expect(await page.title()).toContain('Safe contact');
    }
    await page.context().close();
    const atTheDesk = await open(responder);
    await atTheDesk.goto(web().publicUrl + casePath);
    await atTheDesk.getByRole('button', { name: 'Show number' }).click();
    await examine(atTheDesk, 'route');
    await atTheDesk.getByRole('button', { name: 'Save the attempt' }).click();
    await examine(atTheDesk, 'attempt-new-error');
    await atTheDesk.getByLabel('No answer').check();
    await atTheDesk.getByRole('button', { name: 'Save the attempt' }).click();
    await examine(atTheDesk, 'case-saved');
    await atTheDesk.context().close();
  }, 240_000);
});
