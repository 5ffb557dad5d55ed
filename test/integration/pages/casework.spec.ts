import { FireDeadlines } from '#libs/casework';
import { typedMoment, typedReferral } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import type { FormFields } from '../../support/web-forms';

const web = useWeb();
let officer: WebBrowser;
let responder: WebBrowser;

beforeEach(async () => {
  await web().instance.setNow('2026-03-02T10:05:30Z');
  officer = await web().signedIn('officer');
  responder = await web().signedIn('responder');
});

const plain = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\n\r\t ]+/g, ' ');

/** A referral made through the officer's page; answers the path of its case. */
async function aCase(change: FormFields = {}): Promise<string> {
  const sent = await officer.post('/referrals/new', typedReferral({ ...reported(), ...change }));
  const referralId = /\/referrals\/([^/]+)\//.exec(String(sent.headers.location))?.[1];
  const [row] = await web().instance.admin<{ case_id: string }>(
    'select case_id from app.case_file where referral_id = $1',
    [referralId],
  );
  return `/cases/${row?.case_id}`;
}

const reported = () => typedMoment('reported', '2026-3-2 10:00');
const idOf = (path: string) => path.replace('/cases/', '');

/** What a page's forms carry unseen. */
const tokensOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/name="(_csrf|idempotencyKey)" value="([^"]+)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );

const attempt = (path: string, change: FormFields = {}) =>
  responder.post(`${path}/attempts/new`, { outcome: 'no-answer', ...change });

async function fire(): Promise<void> {
  const { workerWork, ids } = web().instance;
  const timers = new FireDeadlines(workerWork, ids);
  while ((await timers.execute({ wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 })) > 0);
}

describe('the contact board', () => {
  it('puts danger first, says both clocks in words, and names nobody', async () => {
    await aCase();
    const danger = await aCase({ 'dangers[]': ['danger-now'] });
    const { body } = await responder.get('/board');
    const cases = [...body.matchAll(/href="(\/cases\/[^"]+)"/g)].map(([, href]) => href);
    expect(cases[0]).toBe(danger);
    const words = plain(body);
    expect(words).toContain('1 working day: tomorrow at 5pm in 1 day 6\u00a0h');
    expect(words).toContain('24 hours: tomorrow at 10am in 23\u00a0h 54\u00a0m');
    expect(words).toContain('Times as at 10:05am');
    expect(words).not.toContain('Quill');
  });

  it('shows my cases, the unassigned and the overdue by address', async () => {
    const path = await aCase();
    await responder.post(`${path}/take`, {}, { on: path });
    const shows = async (view: string) => (await responder.get(`/board?view=${view}`)).body.includes(path);
    expect([await shows('mine'), await shows('unassigned'), await shows('overdue')]).toEqual([
      true,
      false,
      false,
    ]);
    await web().instance.setNow('2026-03-03T10:30:00Z');
    await fire();
    expect(await shows('overdue')).toBe(true);
    expect(plain((await responder.get('/board')).body)).toContain('overdue by');
    expect((await responder.get('/board?view=secret')).statusCode).toBe(400);
    expect((await responder.get('/board?after=x')).statusCode).toBe(400);
  });

  it('goes on at the next page, with each case once', async () => {
    for (let made = 0; made < 27; made += 1) await aCase();
    const seen: string[] = [];
    let next: string | undefined = '/board';
    while (next !== undefined) {
      const { body }: { body: string } = await responder.get(next);
      seen.push(...[...body.matchAll(/href="(\/cases\/[^"]+)"/g)].map(([, href]) => href ?? ''));
      next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(25);
  });

  it('P7 is not there for officers, commissioners and other roles, and neither is a case', async () => {
    const path = await aCase();
    const nobodys = '/cases/018f3c1e-0000-7000-8000-000000000001';
    for (const persona of ['officer', 'officer-south', 'commissioner', 'auditor', 'administrator']) {
      const browser = await web().signedIn(persona);
      for (const page of [
        '/board',
        path,
        `${path}/deadlines`,
        `${path}/attempts/new`,
        `${path}/exceptions/new`,
      ]) {
        expect([persona, page, (await browser.get(page)).statusCode]).toEqual([persona, page, 404]);
      }
    }
    const same = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(nonce|value)="[\w.-]+"/g, '');
    const [hidden, absent] = [await officer.get(path), await officer.get(nobodys)];
    expect(same(hidden.body)).toBe(same(absent.body));
    expect((await responder.get(nobodys)).statusCode).toBe(404);
  });

  it('shows a service manager the case, and none of the acts that are not theirs', async () => {
    const path = await aCase();
    const manager = await web().signedIn('manager');
    const { statusCode, body } = await manager.get(path);
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/Show number|Record an attempt|Take this case/);
    expect((await manager.get(`${path}/attempts/new`)).statusCode).toBe(404);
  });
});

describe('a case', () => {
  const accesses = (path: string) =>
    web().instance.admin<{ what: string; basis: string }>(
      'select what, basis from app.access_log where case_id = $1 order by access_id',
      [idOf(path)],
    );

  it('P8 opening it writes one access row for the person shown, committed before the page leaves', async () => {
    const path = await aCase();
    expect(await accesses(path)).toEqual([]);
    const { body } = await responder.get(path);
    expect(body).toContain('Sample Person Quill');
    expect(await accesses(path)).toEqual([{ what: 'identity', basis: 'case-work' }]);
  });

  it('P8 if the access log cannot be written, the name does not leave', async () => {
    const path = await aCase();
    const { admin } = web().instance;
    const { body } = await responder.get(path);
    const show = /action="([^"]+\/show)"/.exec(body)?.[1] ?? '';
    await admin('revoke insert on app.access_log from waymark_web');
    try {
      const [page, number] = [await responder.get(path), await responder.send(show, tokensOf(body))];
      expect([page.statusCode, number.statusCode]).toEqual([500, 500]);
      expect(page.body + number.body).not.toMatch(/Quill|900 ?123|lantern/);
    } finally {
      await admin('grant insert on app.access_log to waymark_web');
    }
  });

  it('P8 shows a number only when asked, with the words that go with it, and records both', async () => {
    const path = await aCase();
    const { body } = await responder.get(path);
    expect(body).not.toMatch(/7700 ?900123|lantern|library survey/);
    const show = /action="([^"]+\/show)"/.exec(body)?.[1] ?? '';
    const shown = await responder.post(show, {}, { on: path });
    expect(shown.headers['cache-control']).toBe('no-store');
    const words = plain(shown.body);
    for (const said of [
      '+44 7700 900123',
      'lantern',
      'It is about the library survey',
      'Sample Person Quill',
    ]) {
      expect(words).toContain(said);
    }
    const whats = (await accesses(path)).map(({ what }) => what);
    expect(whats).toEqual(expect.arrayContaining(['contact-route', 'safe-contact-words']));
  });

  it('does not show a number outside the safe times, and says why', async () => {
    const path = await aCase({ 'safeTimes[]': ['weekday-evenings'] });
    const { body } = await responder.get(path);
    expect(plain(body)).toContain('Call only: Monday to Friday, 5pm to 8pm.');
    expect(plain(body)).toContain('It is outside the times that are safe for the person.');
    expect(body).not.toContain('/show"');
  });

  it('is taken once: a stale form is answered with what changed', async () => {
    const path = await aCase();
    const page = await responder.get(path);
    const colleague = await web().signedIn('responder-two');
    const taken = await colleague.post(`${path}/take`, {}, { on: path });
    expect([taken.statusCode, taken.headers.location]).toEqual([303, path]);
    const hidden = /name="revision" value="(\d+)"/.exec(page.body)?.[1] ?? '';
    const stale = await responder.post(`${path}/take`, { revision: hidden }, { on: path });
    expect(stale.statusCode).toBe(409);
    expect(plain(stale.body)).toContain('Owner Sample Responder Dill');
    expect(plain(stale.body)).toContain('Case taken on, by Sample Responder Dill');
  });

  it('explains each deadline from its ledger row, in parts that add up', async () => {
    const path = await aCase();
    const words = plain((await responder.get(`${path}/deadlines`)).body);
    expect(words).toContain('Close of service, 5pm, on the next working day after the day of the report.');
    expect(words).toContain('Together 1 of 1 working day');
    expect(words).toContain('Together 24 hours');
    expect(words).toContain('Policy essex-first-responders version 1');
  });

  it('keeps both versions in sight when the start was corrected', async () => {
    const path = await aCase();
    const referral =
      /href="(\/referrals\/[^"]+\/corrected-start)"/.exec((await responder.get(path)).body)?.[1] ?? '';
    const change = { ...typedMoment('corrected', '2026-3-1 09:00'), reason: 'typed-wrongly' };
    const asked = await officer.post(referral, change);
    expect([asked.statusCode, asked.headers.location]).toEqual([303, `${referral}/asked`]);
    expect((await officer.get(`${referral}/asked`)).statusCode).toBe(200);
    expect(plain((await responder.get(path)).body)).toContain('Correction of the start asked for');
    const future = await officer.post(referral, {
      ...typedMoment('corrected', '2026-3-2 10:30'),
      reason: 'typed-wrongly',
    });
    expect(future.statusCode).toBe(400);
    expect(plain(future.body)).toContain('The report must be now or in the past');
    const other = await web().signedIn('officer-south');
    expect((await other.get(referral)).statusCode).toBe(404);
  });
});

describe('recording an attempt', () => {
  it('takes three answers, two of them given already, and tells the timeline', async () => {
    const path = await aCase();
    const saved = await attempt(path);
    expect([saved.statusCode, saved.headers.location]).toEqual([303, path]);
    const first = plain((await responder.get(path)).body);
    expect(first).toContain('The attempt is saved.');
    expect(first).toMatch(/What has happened .*No answer by You/);
    expect(plain((await responder.get(path)).body)).not.toContain('The attempt is saved.');
  });

  it('keeps the promise when they were spoken with', async () => {
    const path = await aCase();
    await attempt(path, { outcome: 'spoke' });
    const words = plain((await responder.get(path)).body);
    expect(words).toContain('1 working day Kept.');
    expect((await responder.get('/board')).body).not.toContain(path);
    const status = /href="\/referrals\/([^"/]+)\/corrected/.exec((await responder.get(path)).body)?.[1];
    const back = plain((await officer.get(`/referrals/${status}`)).body);
    expect(back).toContain('First responders have reached the person.');
  });

  it('puts a number on hold for everyone when someone else answered', async () => {
    const path = await aCase();
    const { body } = await responder.get(path);
    const show = /action="([^"]+\/show)"/.exec(body)?.[1] ?? '';
    const before = await responder.get(path);
    await attempt(path, { outcome: 'someone-else-answered' });
    const after = plain((await responder.get(path)).body);
    expect(after).toContain('That number is on hold for everyone, from now.');
    expect(after).toContain('Do not call');
    const refused = await responder.send(show, tokensOf(before.body));
    expect(refused.statusCode).toBe(409);
    expect(plain(refused.body)).toContain('This number is on hold: someone else answered.');
    expect(refused.body).not.toContain('900123');
  });

  it('P4 a late entry is saved and waits for a colleague', async () => {
    const path = await aCase();
    await web().instance.setNow('2026-03-03T17:30:30Z');
    await fire();
    const late = await responder.post(`${path}/attempts/new`, {
      outcome: 'spoke',
      ...typedMoment('happened', '2026-3-3 09:30'),
    });
    expect(late.statusCode).toBe(303);
    const words = plain((await responder.get(path)).body);
    expect(words).toContain('It counts once a colleague has confirmed it');
    expect(words).toContain('1 working day today at 5pm overdue by');
  });

  it.each<[string, FormFields, string, string]>([
    ['nothing ticked', { outcome: '' }, 'outcome', 'Select what happened'],
    ['an outcome of nobody’s', { outcome: 'waved' }, 'outcome', 'Select what happened'],
    [
      'a number of someone else',
      { route: '018f3c1e-0000-7000-8000-000000000001' },
      'route',
      'Select which number',
    ],
    ['a time to come', typedMoment('happened', '2026-3-2 10:30'), 'happenedDay', 'now or in the past'],
    [
      'a time before the report',
      typedMoment('happened', '2026-3-2 09:59'),
      'happenedDay',
      'before the report',
    ],
    ['30 February', typedMoment('happened', '2026-2-30 10:00'), 'happenedDay', 'real date'],
  ])('asks again about %s', async (_what, change, field, sentence) => {
    const path = await aCase();
    const { statusCode, body } = await attempt(path, change);
    expect(statusCode).toBe(400);
    expect(body).toContain(`<a href="#${field}">`);
    expect(body).toMatch(new RegExp(`id="${field}"`));
    expect(plain(body)).toContain(sentence);
  });
});

describe('recording why contact had to wait', () => {
  const wait = (path: string, change: FormFields = {}) =>
    responder.post(`${path}/exceptions/new`, {
      reason: 'no-interpreter',
      ...typedMoment('to', '2026-3-2 16:00'),
      ...change,
    });

  it('stands beside the deadline and does not move it', async () => {
    const path = await aCase();
    expect((await wait(path)).statusCode).toBe(303);
    const words = plain((await responder.get(`${path}/deadlines`)).body);
    expect(words).toContain('Due Tuesday 3 March 2026 at 10am');
    expect(words).toContain('Adjusted, beside it');
    expect(plain((await responder.get(path)).body)).toContain('No interpreter was available, from');
  });

  it.each<[string, FormFields, string, string]>([
    ['no reason', { reason: '' }, 'reason', 'Select the reason'],
    [
      'a wish nobody can have told us',
      { reason: 'asked-to-wait' },
      'reason',
      'Record first how the person was reached',
    ],
    ['an end before the beginning', typedMoment('to', '2026-3-2 10:01'), 'toDay', 'after the beginning'],
    ['a wait without end', typedMoment('to', '2026-5-2 10:01'), 'toDay', '30 days at most'],
    ['an end that is missing', typedMoment('to', '-- '), 'toDay', 'Enter until when'],
  ])('asks again about %s', async (_what, change, field, sentence) => {
    const { statusCode, body } = await wait(await aCase(), change);
    expect(statusCode).toBe(400);
    expect(body).toContain(`<a href="#${field}">`);
    expect(plain(body)).toContain(sentence);
  });
});

describe('after a full journey', () => {
  it('P12 no name and no number is in any table, log line, address or title', async () => {
    const path = await aCase({ 'dangers[]': ['suicide-risk'] });
    const pages = [
      await responder.get(path),
      await responder.get('/board'),
      await responder.get(`${path}/deadlines`),
    ];
    const show = /action="([^"]+\/show)"/.exec(pages[0]?.body ?? '')?.[1] ?? '';
    pages.push(await responder.post(show, {}, { on: path }));
    await attempt(path, { outcome: 'someone-else-answered' });
    await web().instance.setNow('2026-03-03T17:30:30Z');
    await fire();
    pages.push(await officer.post('/referrals/new', typedReferral({ ageYears: 'x' })));
    const { admin } = web().instance;
    const secrets = /Quill|900123|900 123|lantern|library survey|ZZ\/000000/i;
    const tables = await admin<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables) {
      const [row] = await admin<{ text: string | null }>(
        `select string_agg(t::text, ' ') as text from ${name} t`,
      );
      expect([name, secrets.test(row?.text ?? '')]).toEqual([name, false]);
    }
    expect(web().logs.length).toBeGreaterThan(0);
    expect(web().logs.filter((line) => secrets.test(line))).toEqual([]);
    for (const { body } of pages) {
      expect(/<title>([^<]*)/.exec(body)?.[1]).not.toMatch(secrets);
      expect(
        [...body.matchAll(/(?:href|action)="([^"]*)"/g)].filter(([, address = '']) => secrets.test(address)),
      ).toEqual([]);
    }
  });
});
