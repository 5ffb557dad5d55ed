import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PromiseFactProjector } from '#libs/persistence';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, withChromium } from '../../support/chromium';
import { caughtUp } from '../../support/caught-up';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { useWeb } from '../../support/web';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A folder to keep a picture of each page in, for looking at them. */
const PICTURES = process.env.PICTURES;

withChromium('the pages of oversight in Chromium (skipped where it is not installed)', () => {
  const web = useWeb();
  const acts = new PromiseActs(() => web().instance);
  let browser: Browser;
  let claimed: ReferredCase;
  const complaints: string[] = [];

  beforeAll(async () => {
    const { instance, listen } = web();
    await listen();
    browser = await launchChromium();
    await instance.setNow('2026-02-27T10:05:30Z');
    await acts.refer('2026-02-27T10:00:00Z');
    await instance.setNow('2026-03-02T10:05:30Z');
    const referred: ReferredCase[] = [];
    for (let n = 0; n < 11; n += 1) referred.push(await acts.refer('2026-03-02T10:00:00Z'));
    const inTime = { happened: '2026-03-02T12:00:00Z', typedIn: '2026-03-02T12:10:00Z' };
    for (const one of referred.slice(0, 8)) await acts.attempt(one, 'spoke', inTime);
    claimed = referred[8]!;
    await acts.sweepAt('2026-03-03T17:00:30Z');
    await acts.sweepAt('2026-03-03T18:30:30Z');
    const late = { happened: '2026-03-03T09:00:00Z', typedIn: '2026-03-03T18:40:30Z' };
    await acts.attempt(claimed, 'spoke', late);
    await acts.correctStart(referred[9]!.referralId, '2026-03-02T11:00:00Z');
    await acts.correctStart(referred[10]!.referralId, '2026-03-02T09:00:00Z', 'lead');
    await caughtUp(instance, new PromiseFactProjector(instance.worker));
    await instance.admin(
      `insert into app.waiting_release (as_at, rule_id, rule_version, made_at)
       values ('2026-03-01T00:00:00Z', 'small-counts', '2026-1', '2026-03-01T00:10:00Z')`,
    );
    await instance.admin(
      `insert into app.waiting_release_line
       select '2026-03-01T00:00:00Z', service_id, 'isva', case when n % 3 > 0 then 10 + 5 * n end,
         case when n % 3 > 0 then n end, case when n % 3 > 0 then 2 * n + 3 end,
         case when n % 3 > 0 then 3 * n + 5 end, 0
       from (select service_id, row_number() over (order by service_id)::integer as n from app.directory_service) listed`,
    );
    const { persona } = instance;
    await instance.admin(
      `insert into app.access_log (seen_at, actor_id, role, agency_id, person_id, case_id, what, basis, leaf_hash)
       values (app.service_now(), $1, 'first-responder', $2, $3, $4, 'identity', 'handles-case', sha256('x'))`,
      [persona('responder').userId, persona('responder').agencyId, claimed.personId, claimed.caseId],
    );
  }, 120_000);
  afterAll(() => browser?.close());

  /** The pages with scripts that were opened so far: whoever looks again goes on in theirs. */
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

  it.each([
    ['lead', 'alerts', '/alerts'],
    ['responder', 'alerts-read-only', '/alerts'],
    ['lead', 'alerts-none', '/alerts?after=4102444800000_018f3c1e-0000-7000-8000-000000000001'],
    ['lead', 'checks', '/checks'],
    ['lead', 'checks-none', '/checks?after=4102444800000_018f3c1e-0000-7000-8000-000000000001'],
    ['commissioner', 'promise', '/promise?month=2026-03'],
    ['commissioner', 'promise-small', '/promise?month=2026-02'],
    ['commissioner', 'promise-none', '/promise?month=2025-12'],
    ['commissioner', 'promise-error', '/promise?month=soon'],
    ['commissioner', 'waiting-lists', '/waiting-lists'],
    ['commissioner', 'explain', '/promise/explain?month=2026-03&limb=1wd'],
    ['auditor', 'audit', '/audit'],
    ['auditor', 'access', '/audit/access'],
    ['auditor', 'access-error', '/audit/access?reference=x&user=y'],
    ['auditor', 'seals', '/audit/seals'],
    ['auditor', 'receipt-proof', '/audit/receipt'],
    ['auditor', 'receipt-proof-unknown', '/audit/receipt?reference=WM-0000-0000'],
    ['auditor', 'journal', '/audit/journal?reference='],
    ['auditor', 'journal-unknown', '/audit/journal?reference=WM-0000-0000'],
    ['administrator', 'policies', '/policies'],
    ['administrator', 'policy-draft', '/policies/essex-first-responders/new'],
    ['administrator', 'hours-draft', '/calendars/first-responders-desk/hours/new'],
    ['administrator', 'holidays-draft', '/calendars/first-responders-desk/holidays/new'],
    ['administrator', 'attempt-policy-draft', '/attempt-policy/new'],
    ['administrator', 'proposals', '/proposals'],
  ])('have no barrier that axe knows and no sideways scroll: %s, %s', async (persona, name, path) => {
    const page = await watch(persona);
    await page.goto(web().publicUrl + (name === 'journal' ? path + claimed.reference : path));
    await page.evaluate(axe);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      if (PICTURES !== undefined)
        await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
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

  it.each([
    ['promise', '/promise?month=2026-03', 4],
    ['waiting-lists', '/waiting-lists', 2],
  ])(
    'keep solid and outline apart in forced colours and on paper: the charts of %s',
    async (name, path, charts) => {
      const page = await watch('commissioner');
      await page.setViewportSize({ width: 320, height: 900 });
      await page.goto(web().publicUrl + path);
      expect(await page.getByRole('img').count()).toBe(charts);
      const fill = (part: string) =>
        page.evaluate(`getComputedStyle(document.querySelector('.waymark-chart__${part}')).fill`);
      const media = [
        ['screen', {}],
        ['forced', { forcedColors: 'active', colorScheme: 'dark' }],
        ['print', { media: 'print', forcedColors: 'none', colorScheme: 'light' }],
      ] as const;
      for (const [medium, emulated] of media) {
        await page.emulateMedia(emulated);
        if (PICTURES !== undefined)
          await page.screenshot({ path: join(PICTURES, `${name}-${medium}.png`), fullPage: true });
        const [solid, outline, words] = [
          await fill('bar--solid'),
          await fill('bar--outline'),
          await fill('text'),
        ];
        expect([medium, solid === outline, words === outline]).toEqual([medium, false, false]);
      }
      await page.emulateMedia({ media: 'screen' });
      expect(
        await page.locator('.waymark-chart [style], .waymark-chart style, .waymark-chart script').count(),
      ).toBe(0);
    },
  );

  it('let a duty lead answer an alert, confirm a late entry, and a commissioner open a figure, without JavaScript', async () => {
    const lead = await open('lead', { width: 320, javaScript: false });
    await lead.goto(`${web().publicUrl}/alerts`);
    const before = await lead.getByRole('button', { name: 'I have this' }).count();
    await lead.getByRole('button', { name: 'I have this' }).first().click();
    expect(await lead.getByRole('alert').innerText()).toContain('You have it in hand');
    expect(await lead.getByRole('button', { name: 'I have this' }).count()).toBe(before - 1);
    await lead.goto(`${web().publicUrl}/checks`);
    await lead.getByRole('button', { name: new RegExp(`^Confirm.*${claimed.reference}`) }).click();
    expect(await lead.getByRole('alert').innerText()).toContain('Confirmed');
    expect((await acts.limbs(claimed.caseId))['1wd']?.state).toBe('met-on-confirmation');

    await caughtUp(web().instance, new PromiseFactProjector(web().instance.worker));
    const commissioner = await open('commissioner', { width: 1280, javaScript: false });
    await commissioner.goto(`${web().publicUrl}/promise`);
    await commissioner.getByLabel('Month of the report to the police').selectOption('March 2026');
    await commissioner.getByRole('button', { name: 'Show this month' }).click();
    expect(await commissioner.getByText('9 of 11 referrals (81.8%)').count()).toBe(2);
    await commissioner.getByRole('link', { name: /Explain this number.*1 working day/ }).click();
    expect(await commissioner.getByText('9 ÷ 11 = 81.8%').count()).toBe(1);
  });
});
