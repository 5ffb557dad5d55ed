import { Client } from 'pg';
import { OpenCase } from '#libs/casework';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);
let referred: ReferredCase;

beforeAll(async () => {
  const { setNow, webWork, vault, persona } = web().instance;
  await setNow('2026-03-02T10:05:30Z');
  referred = await acts.refer('2026-03-02T10:00:00Z');
  await acts.refer('2026-03-02T10:00:00Z');
  for (let minute = 11; minute < 20; minute += 1) {
    const at = `2026-03-02T11:${minute}`;
    await acts.attempt(referred, 'no-answer', { happened: `${at}:00Z`, typedIn: `${at}:30Z` });
  }
  await new OpenCase(webWork, vault).execute(persona('responder'), referred.caseId);
});

describe('who saw what', () => {
  it('lists each time a person was shown, with the ground, and no name', async () => {
    const { statusCode, body } = await (await web().signedIn('auditor')).get('/audit/access');
    expect(statusCode).toBe(200);
    expect(body).toContain('Name and date of birth or age');
    expect(body).toContain(referred.reference);
    expect(body).toContain(web().instance.persona('responder').userId);
    expect(body).toContain('Monday 2 March 2026 at 11:19am');
    expect(body).not.toContain('Clover');
  });

  it('is searched by case and by who looked', async () => {
    const auditor = await web().signedIn('auditor');
    const { userId: lead } = web().instance.persona('lead');
    const { userId: responder } = web().instance.persona('responder');
    const rows = async (asked: string) =>
      (await auditor.get(`/audit/access?${asked}`)).body.includes('Name and date of birth or age');
    expect(await rows(`reference=+${referred.reference.toLowerCase()}+&user=`)).toBe(true);
    expect(await rows(`user=${responder}`)).toBe(true);
    expect(await rows(`user=${lead}`)).toBe(false);
    expect(await rows('reference=WM-0000-0000')).toBe(false);
  });

  it('goes on page by page, showing each line once and keeping the search', async () => {
    const { persona, admin } = web().instance;
    const { userId, agencyId } = persona('lead');
    await admin(
      `insert into app.access_log (seen_at, actor_id, role, agency_id, person_id, case_id, what, basis, leaf_hash)
       select '2026-03-01T00:00:00Z'::timestamptz + (n / 2) * interval '1 second', $1, 'duty-lead', $2, $3, $4,
         'identity', 'test-' || n, sha256('x') from generate_series(1, 120) n`,
      [userId, agencyId, referred.personId, referred.caseId],
    );
    const auditor = await web().signedIn('auditor');
    const seen: string[] = [];
    let path: string | undefined = `/audit/access?user=${userId}`;
    while (path !== undefined) {
      const { body } = await auditor.get(path);
      seen.push(...[...body.matchAll(/>(test-\d+)</g)].map(([, basis]) => basis!));
      path = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it.each([
    'reference=%3Cb%3E',
    'reference=a&reference=b',
    'user=me',
    'user=%00',
    'reference=WM-4F7K',
    'after=x',
  ])('asks again when searched by %s', async (asked) => {
    const { statusCode, body } = await (await web().signedIn('auditor')).get(`/audit/access?${asked}`);
    expect(statusCode).toBe(400);
    expect(body).not.toContain('<b>');
    if (asked !== 'after=x') expect(body).toMatch(/<a href="#(reference|user)">/);
  });
});

describe('the journal of one case', () => {
  const journal = async () =>
    (await web().signedIn('auditor')).get(`/audit/journal?reference=${referred.reference}`);

  it('tells every event in order and says that its rows are as they were written', async () => {
    const { statusCode, body } = await journal();
    expect(statusCode).toBe(200);
    expect(body).toMatch(/Sound\. \d\d rows of \d+ records/);
    const lines = [...body.matchAll(/<td class="govuk-table__cell">(\d+)<\/td>/g)].map(([, line]) => line);
    expect(lines.length).toBeGreaterThan(12);
    expect(body.indexOf('referral.submitted')).toBeLessThan(body.indexOf('attempt.recorded'));
    expect(body).toContain('recorded Monday 2 March 2026 at 11:19am');
  });

  it('P9 names the row that somebody changed behind the service', async () => {
    const client = new Client({ connectionString: web().instance.database.adminUrl });
    await client.connect();
    const change = (type: string) =>
      client.query(
        `alter table app.journal disable trigger user;
         update app.journal set event_type = '${type}' where case_id = '${referred.caseId}'
           and subject_kind = 'referral' and sequence = 1;
         alter table app.journal enable trigger user;`,
      );
    try {
      await change('referral.withdrawn');
      const { body } = await journal();
      expect(body).toContain('Not sound. 1 fault in');
      expect(body).toContain(`Line 1, referral ${referred.referralId}, row 1, was altered`);
      await change('referral.submitted');
      expect((await journal()).body).toContain('Sound.');
    } finally {
      await client.end();
    }
  });

  it('is asked for by a reference that exists', async () => {
    const auditor = await web().signedIn('auditor');
    const unknown = await auditor.get('/audit/journal?reference=WM-0000-0000');
    expect(unknown.statusCode).toBe(404);
    expect(unknown.body).toContain('<a href="#reference">There is no case with this reference</a>');
    for (const asked of ['reference=', "reference='--", 'reference=%00', 'reference=a&reference=b']) {
      const { statusCode, body } = await auditor.get(`/audit/journal?${asked}`);
      expect([asked, statusCode, body.includes('href="#reference"')]).toEqual([asked, 400, true]);
    }
    expect((await auditor.get('/audit/journal')).statusCode).toBe(200);
  });
});

describe('the auditor', () => {
  it('alone has these pages', async () => {
    expect((await (await web().signedIn('auditor')).get('/audit')).statusCode).toBe(200);
    for (const persona of ['officer', 'responder', 'lead', 'manager', 'commissioner', 'administrator']) {
      const browser = await web().signedIn(persona);
      for (const path of ['/audit', '/audit/access', `/audit/journal?reference=${referred.reference}`]) {
        expect([persona, (await browser.get(path)).statusCode]).toEqual([persona, 404]);
      }
    }
  });
});
