import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
});

const admin = <Row>(sql: string, values: unknown[] = []) => web().instance.admin<Row>(sql, values);

async function referenceOf(path: string): Promise<string> {
  const [row] = await admin<{ reference: string }>('select reference from app.case_file where case_id = $1', [
    path.split('/')[2],
  ]);
  return row!.reference;
}

/** A case that a wall before the whole team, except leads, keeps from the responder. */
async function walledCase(): Promise<{ path: string; reference: string }> {
  const path = await desk.aCase();
  const sent = await lead.post(`${path}/walls`, { who: 'team', basis: 'person-said' });
  expect(sent.statusCode).toBe(303);
  expect((await desk.responder.get(path)).statusCode).toBe(404);
  return { path, reference: await referenceOf(path) };
}

const WHY = { reason: 'danger-to-life', why: 'A sample reason that names nobody' };

async function agedSession(minutes: number): Promise<void> {
  await admin(
    `update app.web_session set sess = jsonb_set(sess::jsonb, '{signedIn,authenticatedAt}',
       to_jsonb((extract(epoch from now()) * 1000)::bigint - $1 * 60000))::json
     where sess #>> '{signedIn,userId}' = $2`,
    [minutes, web().instance.persona('responder').userId],
  );
}

describe('opening a case in an emergency', () => {
  it('P7 P8 opens one case for an hour, tells the lead, and writes the reason into every look', async () => {
    const { path, reference } = await walledCase();
    const other = await walledCase();
    const opened = await desk.responder.post('/break-glass/new', { reference, ...WHY });
    expect(opened.statusCode).toBe(303);
    expect(opened.headers.location).toBe(path);
    expect((await desk.responder.get(path)).statusCode).toBe(200);
    expect((await desk.responder.get(other.path)).statusCode).toBe(404);
    const told = await admin(
      `select u.role from app.break_glass_notice n join app.break_glass g using (grant_id)
       join app.staff_user u on u.user_id = n.recipient_user_id where g.reference = $1`,
      [reference],
    );
    expect(told).toContainEqual({ role: 'duty-lead' });
    const looks = await admin(
      `select distinct basis from app.access_log where case_id = $1 and actor_id = $2`,
      [path.split('/')[2], web().instance.persona('responder').userId],
    );
    expect(looks).toEqual([{ basis: 'break-glass danger-to-life' }]);
    const { instance } = web();
    await instance.setNow('2026-03-02T11:30:00Z');
    expect((await desk.responder.get(path)).statusCode).toBe(404);
    await instance.setNow('2026-03-02T10:05:30Z');
  });

  it('P7 answers alike for a case that is not there, is open anyway, or is never opened', async () => {
    const named = await desk.aCase();
    await lead.post(`${named}/walls`, {
      who: 'colleague',
      colleague: web().instance.persona('responder').userId,
      basis: 'person-said',
    });
    const open = await desk.aCase();
    const answers = [];
    for (const reference of ['WM-2222-2222', await referenceOf(open), await referenceOf(named)]) {
      const answer = await desk.responder.post('/break-glass/new', { reference, ...WHY });
      answers.push({
        status: answer.statusCode,
        said: plain(answer.body).includes('There is no case that you can open'),
      });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ status: 400, said: true })]),
    );
  });

  it('asks for a second factor of the last five minutes', async () => {
    const { reference } = await walledCase();
    await agedSession(6);
    const page = await desk.responder.get('/break-glass/new');
    expect(page.statusCode).toBe(303);
    expect(page.headers.location).toBe('/sign-in/again?next=%2Fbreak-glass%2Fnew');
    await agedSession(0);
    await desk.responder.get('/break-glass/new');
    await agedSession(6);
    const sent = await desk.responder.send('/break-glass/new', { reference, ...WHY });
    expect(sent.statusCode).toBe(403);
    await agedSession(0);
  });

  it('is reviewed by another person, who reads the reason on the record', async () => {
    const { reference } = await walledCase();
    await desk.responder.post('/break-glass/new', { reference, ...WHY });
    const list = await lead.get('/break-glass');
    expect(plain(list.body)).toContain(reference);
    const [row] = await admin<{ grant_id: string; review_due_at: Date }>(
      'select grant_id, review_due_at from app.break_glass where reference = $1',
      [reference],
    );
    expect(row!.review_due_at.toISOString()).toBe('2026-03-03T17:00:00.000Z');
    const path = `/break-glass/${row!.grant_id}`;
    expect((await desk.responder.get(path)).statusCode).toBe(404);
    const read = await lead.get(path);
    expect(plain(read.body)).toContain(WHY.why);
    const logged = await admin(
      `select basis from app.access_log where what = 'break-glass-note' and actor_id = $1`,
      [web().instance.persona('lead').userId],
    );
    expect(logged).toEqual([{ basis: 'review' }]);
    expect((await lead.post(path)).statusCode).toBe(400);
    expect((await lead.post(path, { review: 'justified' })).statusCode).toBe(303);
    const again = await lead.post(path, { review: 'not-justified' });
    expect(again.statusCode).toBe(409);
  });

  it('P7 P12 shows the auditor counts by month and no reference', async () => {
    const auditor = await web().signedIn('auditor');
    const page = await auditor.get('/break-glass');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/WM-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(plain(page.body)).toContain('March 2026');
  });

  it('P7 is never there for officers, commissioners and administrators', async () => {
    for (const persona of ['officer', 'commissioner', 'administrator']) {
      const browser = await web().signedIn(persona);
      for (const path of ['/break-glass', '/break-glass/new']) {
        expect({ persona, path, status: (await browser.get(path)).statusCode }).toEqual({
          persona,
          path,
          status: 404,
        });
      }
    }
  });

  it('keeps the written reason out of every table that is not sealed', async () => {
    const rows = await admin<{ found: boolean }>(
      `select exists (select 1 from app.journal where payload::text like '%sample reason%') as found`,
    );
    expect(rows).toEqual([{ found: false }]);
  });
});
