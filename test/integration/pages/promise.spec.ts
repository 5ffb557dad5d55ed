import { PromiseFactProjector } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { recomputeFromJournal } from '../../support/journal-recount';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);

const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/\s+/g, ' ');
/** The numbers in the cells of the row with this heading. */
const cells = (html: string, heading: string) =>
  [...(html.split(`>${heading}</th>`)[1]?.split('</tr>')[0] ?? '').matchAll(/>([\d,]+)</g)].map(([, n]) =>
    Number(n),
  );

describe('the county figure, before anything was referred', () => {
  it('says so, for the month it is', async () => {
    await web().instance.setNow('2026-03-02T10:05:00Z');
    const { statusCode, body } = await (await web().signedIn('commissioner')).get('/promise');
    expect(statusCode).toBe(200);
    expect(body).toContain('No police referral was reported in March 2026.');
  });
});

describe('the county figure', () => {
  beforeAll(async () => {
    const { setNow } = web().instance;
    await setNow('2026-03-02T10:05:00Z');
    const referred = [];
    for (let n = 0; n < 14; n += 1) referred.push(await acts.refer('2026-03-02T10:00:00Z'));
    for (const one of referred.slice(0, 7)) {
      await acts.attempt(one, 'spoke', { happened: '2026-03-02T12:00:00Z', typedIn: '2026-03-02T12:10:00Z' });
    }
    const [seven, eight, nine, ten, eleven] = referred.slice(7);
    await acts.attempt(seven!, 'spoke', {
      happened: '2026-03-03T11:00:00Z',
      typedIn: '2026-03-03T11:10:00Z',
    });
    await acts.attempt(ten!, 'no-answer', {
      happened: '2026-03-03T11:20:00Z',
      typedIn: '2026-03-03T11:25:00Z',
    });
    await acts.sweepAt('2026-03-03T17:00:30Z');
    const late = { happened: '2026-03-02T16:00:00Z', typedIn: '2026-03-03T17:30:00Z' };
    await acts.attempt(eight!, 'spoke', late);
    await acts.decide(eight!.caseId, 'confirmed', 'lead');
    await acts.attempt(nine!, 'spoke', { ...late, typedIn: '2026-03-03T17:40:00Z' });
    await acts.attempt(eleven!, 'spoke', {
      happened: '2026-03-03T18:00:00Z',
      typedIn: '2026-03-03T18:10:00Z',
    });
    await acts.correctStart(eleven!.referralId, '2026-03-03T10:00:00Z');
    await acts.decide(eleven!.caseId, 'confirmed', 'lead');
    await acts.refer('2026-03-03T18:05:00Z');
    await setNow('2026-03-01T09:00:00Z');
    await acts.refer('2026-02-27T09:00:00Z');
    await setNow('2026-03-03T19:00:30Z');
    await caughtUp(web().instance, new PromiseFactProjector(web().instance.worker));
  });

  it('says the headline of both limits, provisional, with counts that add up', async () => {
    const { body } = await (await web().signedIn('commissioner')).get('/promise?month=2026-03');
    const text = textOf(body);
    expect(text).toContain(
      '10 of 14 referrals (71.4%) had a first conversation by 5pm on the next working day, March 2026.',
    );
    expect(text).toContain('9 of 14 referrals (64.3%) had a first conversation within 24 hours, March 2026.');
    expect(text).toContain('Provisional.');
    expect(cells(body, 'Police referrals in the month')).toEqual([15, 15]);
    expect(cells(body, 'In time')).toEqual([10, 9]);
    expect(cells(body, 'of these, entered late and confirmed by a second person')).toEqual([1, 1]);
    expect(cells(body, 'of these, after the start of the clock was corrected')).toEqual([1, 1]);
    expect(cells(body, 'Not in time')).toEqual([4, 5]);
    expect(cells(body, 'Still open: not decided yet')).toEqual([1, 1]);
    expect(cells(body, 'Cancelled before it was decided')).toEqual([0, 0]);
  });

  it('draws what the table month by month says, both limits alike, and tells it in words', async () => {
    const { body } = await (await web().signedIn('commissioner')).get('/promise?month=2026-03');
    const drawings = [...body.matchAll(/<svg class="waymark-chart".*?<\/svg>/gs)].map(([svg]) => svg);
    expect(drawings.map((svg) => textOf(/<title[^>]*>(.*?)\./s.exec(svg)?.[1] ?? ''))).toEqual([
      'Share in time: 1 working day',
      'Share in time: 24 hours',
      'How many: 1 working day',
      'How many: 24 hours',
    ]);
    const [working = '', hours = '', howMany = ''] = drawings;
    expect(textOf(working)).toContain('The only figure shown: 71.4%, March 2026. Marked [u]: February 2026.');
    expect(textOf(hours)).toContain('The only figure shown: 64.3%, March 2026. Marked [u]: February 2026.');
    expect(textOf(howMany)).toContain('Highest: 14 decided and 10 of them in time, March 2026.');
    for (const svg of [working, hours]) expect(svg.match(/<rect/g)?.length).toBe(1);
    for (const svg of drawings) expect(svg).not.toMatch(/ style=|<style|<script/);
    expect(textOf(body.slice(body.lastIndexOf('</svg>')))).toContain(
      'March 2026 10 of 14 (71.4%) 9 of 14 (64.3%)',
    );
  });

  it('gives counts but no percentage on a small base, and says why', async () => {
    const text = textOf((await (await web().signedIn('commissioner')).get('/promise?month=2026-02')).body);
    expect(text).toContain('0 of 1 referrals had a first conversation within 24 hours, February 2026.');
    expect(text).toContain('No percentage is given on fewer than 10 decided referrals');
    expect(text).not.toContain('%');
  });

  it('P10 is the same to the digit when counted again from the journal by other means', async () => {
    const rows = await web().instance.admin<{ subject_id: string; event_type: string; payload: object }>(
      `select subject_id, event_type, payload from app.journal where subject_kind = 'deadline' order by position`,
    );
    const commissioner = await web().signedIn('commissioner');
    for (const month of ['2026-02', '2026-03']) {
      const recount = recomputeFromJournal(rows, { month, asAt: '2026-03-03T19:00:30Z' });
      expect(recount.length).toBe(2);
      for (const { limb, met, decided, open, percent } of recount) {
        const { body } = await commissioner.get(`/promise/explain?month=${month}&limb=${limb}`);
        const text = textOf(body);
        const share = percent === null ? '' : ` (${percent}%)`;
        expect(text).toContain(`${met} of ${decided} referrals${share} had a first conversation`);
        expect(text).toContain(`No conversation yet, and the deadline has not passed ${open} `);
        expect(text).toContain(`All police referrals of the month ${decided + open} `);
      }
    }
  });

  it('P10 opens to its formula, parts, versions and what the other limit would make of it', async () => {
    const { statusCode, body } = await (
      await web().signedIn('commissioner')
    ).get('/promise/explain?month=2026-03&limb=1wd');
    const text = textOf(body);
    expect(statusCode).toBe(200);
    expect(text).toContain('10 ÷ 14 = 71.4%');
    expect(text).toContain('first-conversation-in-time, version 2');
    expect(text).toContain('essex-first-responders v1');
    expect(text).toContain('first-responders-desk v1');
    expect(text).toContain('Data as at Tuesday 3 March 2026 at 7pm');
    expect(text).toContain('Counted within 24 hours: 9 of 14 (64.3%). That is 1 fewer in time.');
  });

  it('P7 holds nothing that leads to a person or a case', async () => {
    const commissioner = await web().signedIn('commissioner');
    const bodies = await Promise.all(
      ['/promise', '/promise/explain?month=2026-03&limb=24h'].map(
        async (path) => (await commissioner.get(path)).body,
      ),
    );
    const ids = await web().instance.admin<{ id: string }>(
      `select reference as id from app.case_file union select case_id::text from app.case_file
       union select deadline_id::text from app.deadline union select referral_id::text from app.referral`,
    );
    expect(ids.length).toBeGreaterThan(50);
    for (const { id } of ids) for (const body of bodies) expect(body).not.toContain(id);
  });

  it.each(['soon', '2026-13', '2026-3', '20260-03', '2026-03-01', '%00', '2026-03&month=2026-02'])(
    'asks again, at the field, when the month is %s',
    async (month) => {
      const { statusCode, body } = await (
        await web().signedIn('commissioner')
      ).get(`/promise?month=${month}`);
      expect(statusCode).toBe(400);
      expect(body).toContain('<a href="#month">Choose a month from the list</a>');
    },
  );

  it.each([
    ['month=2019-01', 'figures are counted from the first referral until this month'],
    ['month=2099-01', 'figures are counted from the first referral until this month'],
    ['month=2026-03&district=E07000066', 'Districts are told over twelve months only'],
    [
      'month=2026-03&ethnic-group=asian',
      'Sex, age and ethnic group are told for the whole area and a whole year',
    ],
    ['weekday=mon', 'These figures cannot be narrowed by “weekday”. Choose one of the tables that there are'],
  ])('refuses %s at the field, and says what there is', async (query, words) => {
    const { statusCode, body } = await (await web().signedIn('commissioner')).get(`/promise?${query}`);
    expect(statusCode).toBe(400);
    expect(body).toContain('<a href="#month">');
    expect(textOf(body)).toContain(words);
  });

  it('draws no error where there is none', async () => {
    for (const [persona, path] of [
      ['commissioner', '/promise'],
      ['auditor', '/audit/journal'],
      ['auditor', '/audit/access'],
    ] as const) {
      const { body } = await (await web().signedIn(persona)).get(path);
      expect(body).toContain('<form method="get"');
      expect(body).not.toMatch(/govuk-(form-group--error|error-message|error-summary)/);
    }
  });

  it.each([
    'limb=1wd&month=soon',
    'month=2026-03',
    'month=2026-03&limb=none',
    'month=2026-03&limb=1wd&limb=24h',
  ])('explains nothing that is not a figure: %s', async (asked) => {
    const { statusCode } = await (await web().signedIn('commissioner')).get(`/promise/explain?${asked}`);
    expect(statusCode).toBe(404);
  });

  it('is there for those who answer for the promise, and for nobody else', async () => {
    for (const persona of ['commissioner', 'lead', 'manager', 'auditor']) {
      expect((await (await web().signedIn(persona)).get('/promise')).statusCode).toBe(200);
    }
    for (const persona of ['officer', 'responder', 'administrator']) {
      const browser = await web().signedIn(persona);
      expect((await browser.get('/promise')).statusCode).toBe(404);
      expect((await browser.get('/promise/explain?month=2026-03&limb=1wd')).statusCode).toBe(404);
    }
  });

  it('tells the duty lead how far a rebuild has come, and nobody else', async () => {
    const { admin } = web().instance;
    await admin(`update report.figure_build set building_side = case live_side when 'a' then 'b' else 'a' end,
      rows_read = 43, rows_all = 100, begun_at = now()`);
    const pageOf = async (persona: string) => (await (await web().signedIn(persona)).get('/promise')).body;
    expect(await pageOf('lead')).toContain('43% is read');
    expect(await pageOf('commissioner')).not.toContain('is read');
    await admin('update report.figure_build set building_side = null');
  });
});
