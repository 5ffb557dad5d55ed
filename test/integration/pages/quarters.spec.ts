import { csvSheet, odsSheets } from '../../support/spreadsheets';
import { plain, tokensOf } from '../../support/desk';
import type { WebBrowser } from '../../support/web-browser';
import { useWeb } from '../../support/web';
import { aQuarterWithFigures, CLOSABLE, QUARTER } from '../snapshots/closed-quarter';

const web = useWeb();
const PAGE = `/figures/quarters/${QUARTER}/1`;

beforeAll(() => aQuarterWithFigures(() => web().instance), 120_000);
beforeEach(() => web().instance.setNow(CLOSABLE));

/** Sends a form whether or not this role has a page with it. */
const press = async (browser: WebBrowser, path: string, fields: Record<string, string>) =>
  browser.send(path, { ...tokensOf((await browser.get('/directory')).body), ...fields });
const revisionOf = (body: string) => /name="revision" value="(\d+)"/.exec(body)?.[1] ?? '';

describe('quarterly reports', () => {
  it('are counted by a manager, with a way out of everything that cannot be counted', async () => {
    const manager = await web().signedIn('manager');
    expect(plain((await manager.get('/figures/quarters')).body)).toContain('No report is published yet');
    const said = async (quarter: string, reason = '') => {
      const answer = await press(manager, '/figures/quarters', { quarter, reason });
      expect(answer.statusCode).toBe(400);
      return plain(answer.body);
    };
    expect(await said('')).toContain('Choose the quarter to count');
    expect(await said('2026-02')).toContain('Choose a quarter from the list');
    expect(await said('2026-04')).toContain('This quarter is not over for a month yet');
    expect(await said(QUARTER, 'late-records')).toContain('Nothing is published of this quarter');
    const counted = await press(manager, '/figures/quarters', { quarter: QUARTER, reason: '' });
    expect([counted.statusCode, counted.headers.location]).toEqual([303, PAGE]);
    expect(await said(QUARTER)).toContain('Propose, sign off or discard that count first');
  });

  it('reach the commissioner once another person has signed them off', async () => {
    const [manager, officer, commissioner] = [
      await web().signedIn('manager'),
      await web().signedIn('dpo'),
      await web().signedIn('commissioner'),
    ];
    const move = async (who: typeof manager, what: string, reason = '') => {
      const { body } = await who.get(PAGE);
      return press(who, `${PAGE}/move`, { revision: revisionOf(body), move: what, reason });
    };
    expect((await commissioner.get(PAGE)).statusCode).toBe(404);
    expect((await move(manager, 'propose')).statusCode).toBe(303);
    const own = await manager.get(PAGE);
    expect(plain(own.body)).toContain('somebody else must sign it off');
    const signed = await press(manager, `${PAGE}/move`, { revision: '2', move: 'sign-off', reason: '' });
    expect(signed.statusCode).toBe(409);
    expect(plain(signed.body)).toContain('You counted or proposed these figures');
    const unsaid = await press(officer, `${PAGE}/move`, { revision: '2', move: 'send-back', reason: '' });
    expect(unsaid.statusCode).toBe(400);
    expect(plain(unsaid.body)).toContain('Select why you send it back');
    expect(
      (await press(officer, `${PAGE}/move`, { revision: '1', move: 'sign-off', reason: '' })).statusCode,
    ).toBe(409);
    expect((await move(officer, 'sign-off')).statusCode).toBe(303);
    const page = plain((await commissioner.get(PAGE)).body);
    expect(page).toContain('Quarterly report: January to March 2026');
    expect(page).toContain('12 of 14 referrals (85.7%): first conversation within 24 hours');
    expect(page).not.toContain('Counted by');
    expect(plain((await commissioner.get('/figures/quarters')).body)).toContain('Published');
  });

  it('are the same to the digit on the page, as CSV, as a spreadsheet and as one file', async () => {
    const commissioner = await web().signedIn('commissioner');
    const page = (await commissioner.get(PAGE)).body;
    const links = [...page.matchAll(/href="([^"]+\.csv)"/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThanOrEqual(3);
    const book = odsSheets((await commissioner.get(`${PAGE}/files/all-tables.ods`)).rawPayload);
    const drawn = tablesIn(page);
    const kept = tablesIn((await commissioner.get(`${PAGE}/report.html`)).body);
    for (const [at, href] of links.entries()) {
      const csv = csvSheet((await commissioner.get(href)).body);
      expect(drawn[at]).toEqual(csv);
      expect(kept[at]).toEqual(csv);
      expect(book[at + 3]!.slice(2)).toEqual(csv);
    }
    expect(book[0]![0]).toEqual(['Quarterly report: January to March 2026']);
  });

  it('refuse a file that is not released, with what is', async () => {
    const commissioner = await web().signedIn('commissioner');
    const answer = await commissioner.get(`${PAGE}/files/ethnicity-by-district.csv`);
    expect(answer.statusCode).toBe(404);
    expect(plain(answer.body)).toContain('all-tables.ods');
    for (const path of [
      `/figures/quarters/2026-02/1`,
      `/figures/quarters/${QUARTER}/9`,
      `${PAGE}/signed.json`,
    ])
      expect((await commissioner.get(path)).statusCode).toBe(404);
  });

  it('are restated with a reason, and both can be compared', async () => {
    const manager = await web().signedIn('manager');
    const refused = await press(manager, '/figures/quarters', { quarter: QUARTER, reason: '' });
    expect(plain(refused.body)).toContain('This quarter is published. To count it again, select why');
    const next = `/figures/quarters/${QUARTER}/2`;
    await press(manager, '/figures/quarters', { quarter: QUARTER, reason: 'late-records' });
    await press(manager, `${next}/move`, { revision: '1', move: 'propose', reason: '' });
    await press(await web().signedIn('dpo'), `${next}/move`, { revision: '2', move: 'sign-off', reason: '' });
    const commissioner = await web().signedIn('commissioner');
    expect(plain((await commissioner.get(PAGE)).body)).toContain(
      'Version 2 takes their place, because records came in late.',
    );
    const compared = await commissioner.get(
      `/figures/quarters/compare?before=${QUARTER}.1&after=${QUARTER}.2`,
    );
    expect(plain(compared.body)).toContain('It was counted again because records came in late.');
    expect(plain(compared.body)).toContain('Nothing is different.');
    expect((await commissioner.get('/figures/quarters/compare')).statusCode).toBe(400);
    expect((await commissioner.get('/figures/quarters/compare?before=1&after=2')).statusCode).toBe(404);
  });

  it.each(['officer', 'responder', 'lead', 'adviser', 'coordinator', 'safeguarding', 'administrator'])(
    'are not there for the %s',
    async (key) => {
      const browser = await web().signedIn(key);
      for (const path of ['/figures/quarters', PAGE, `${PAGE}/files/all-tables.ods`, `${PAGE}/report.html`])
        expect((await browser.get(path)).statusCode).toBe(404);
      expect((await press(browser, '/figures/quarters', { quarter: QUARTER, reason: '' })).statusCode).toBe(
        404,
      );
      expect(
        (await press(browser, `${PAGE}/move`, { revision: '2', move: 'sign-off', reason: '' })).statusCode,
      ).toBe(404);
    },
  );

  it('are counted and signed off by nobody who only reads them', async () => {
    for (const key of ['commissioner', 'auditor']) {
      const browser = await web().signedIn(key);
      expect((await browser.get(PAGE)).statusCode).toBe(200);
      expect((await press(browser, '/figures/quarters', { quarter: QUARTER, reason: '' })).statusCode).toBe(
        404,
      );
      expect(
        (await press(browser, `${PAGE}/move`, { revision: '2', move: 'propose', reason: '' })).statusCode,
      ).toBe(404);
    }
  });
});

/** The cells of each table of reports in a page, commas of thousands taken out. */
function tablesIn(page: string): readonly (readonly (readonly string[])[])[] {
  return [...page.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) =>
    [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => {
        const words = plain(cell!).trim();
        return /^[\d,]+$/.test(words) ? words.replaceAll(',', '') : words;
      }),
    ),
  );
}
