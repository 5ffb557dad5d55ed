import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let administrator: WebBrowser;
let manager: WebBrowser;
let casePath: string;

beforeAll(async () => {
  desk = await openDesk(web());
  administrator = await web().signedIn('administrator');
  manager = await web().signedIn('manager');
  casePath = await desk.aCase({ whenBand: 'within-72-hours' });
});

const hrefs = (html: string, pattern: RegExp) =>
  [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => pattern.test(href));

describe('the routing page of a case', () => {
  it('suggests before anybody asks, keeps nothing, and puts the centre first with its number', async () => {
    const page = plain((await desk.responder.get(`${casePath}/routing`)).body);
    expect(page).toContain('Nothing is kept yet');
    expect(page).toContain('First: Sexual assault referral centre');
    expect(page).toContain('0330 223 0099');
    expect(page).toContain('Emergency contraceptive pill');
    expect(page).toContain('Willow Advocacy: advisers for adults');
    expect(page).not.toContain('Ask this service');
  });

  it('asks what is wanted, beside its field', async () => {
    const sent = await desk.responder.send(`${casePath}/routing`, {
      ...(await tokens(`${casePath}/routing`)),
      hoursAgo: 'a while',
    });
    expect(sent.statusCode).toBe(400);
    for (const field of ['wanted', 'hoursAgo']) {
      expect(sent.body).toContain(`href="#${field}"`);
      expect(sent.body).toContain(`id="${field}"`);
    }
    expect(sent.body).toContain('value="a while"');
  });

  it('keeps the answer, leads on to asking the first, and takes a reason for another', async () => {
    const sent = await desk.responder.post(`${casePath}/routing`, {
      'wanted[]': ['isva'],
      workerGender: 'woman',
    });
    expect(sent.statusCode).toBe(303);
    const answer = (await desk.responder.get(`${casePath}/routing`)).body;
    expect(plain(answer)).toContain('Kept: You');
    expect(plain(answer)).toContain('Can offer the worker asked for');
    expect(hrefs(answer, /requests\/new\?kind=isva/)).toHaveLength(1);
    const [choose = ''] = hrefs(answer, /routing\/choose\?kind=isva/);
    const form = `${casePath}/routing/choose`;
    const missing = await desk.responder.post(form, {}, { on: choose });
    expect(missing.statusCode).toBe(400);
    expect(plain(missing.body)).toContain('Select why this one');
    const choice = { reason: 'nearer-or-easier', note: 'A sample note' };
    const chosen = await desk.responder.post(form, choice, { on: choose });
    expect(chosen.headers.location).toBe(`${casePath}/routing`);
    const after = (await desk.responder.get(`${casePath}/routing`)).body;
    expect(plain(after)).toContain('It is nearer or easier to reach');
    expect(new Set(hrefs(after, /requests\/new\?kind=isva/)).size).toBe(2);
    expect(plain((await desk.responder.get(`${casePath}/history`)).body)).toContain('Another service chosen');
  });

  it('P8: shows what was written to those who handle the case, and records that they read it', async () => {
    const path = `${casePath}/routing/notes`;
    const reads = () =>
      web().instance.admin<{ n: number }>(
        `select count(*)::integer as n from app.access_log where case_id = $1 and what = 'routing-note'`,
        [casePath.split('/')[2]],
      );
    const [before] = await reads();
    expect(plain((await manager.get(path)).body)).toContain('A sample note');
    expect(await reads()).toEqual([{ n: before!.n + 1 }]);
    for (const browser of [desk.officer, administrator])
      expect((await browser.get(path)).statusCode).toBe(404);
    expect((await desk.responder.get(`${casePath}/routing`)).body).not.toContain('A sample note');
  });

  it('is the same 404 for those who may not see the case as for a case that is not there', async () => {
    for (const persona of ['officer', 'sarc', 'coordinator', 'auditor', 'administrator', 'commissioner']) {
      const browser = await web().signedIn(persona);
      for (const path of [`${casePath}/routing`, '/cases/01920000-0000-7000-8000-000000000000/routing'])
        expect([persona, (await browser.get(path)).statusCode]).toEqual([persona, 404]);
    }
    expect((await manager.get(`${casePath}/routing`)).statusCode).toBe(200);
    expect((await manager.get(`${casePath}/routing`)).body).not.toContain('routing/choose');
  });

  it('under 13 says who phones the centre, and suggests no centre', async () => {
    const child = await desk.aCase({ age: '11', whenBand: 'within-72-hours' });
    const page = plain((await desk.responder.get(`${child}/routing`)).body);
    expect(page).toContain('Under 13 the police or children’s social care phone the centre');
    expect(page).toContain('This is for the safeguarding lead to decide');
    expect(page).not.toContain('0330 223 0099');
  });

  it('P7: says of a service behind a wall what it says of whatever the lead decides, and names no service', async () => {
    const path = await desk.aCase();
    const { admin, persona } = web().instance;
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_agency_id, basis, set_by,
         set_at)
       select gen_random_uuid(), c.person_id, c.case_id, c.handling_agency_id, 'staff',
         '00000000-0000-7000-8000-000000000006', 'colleague-said', $2, now()
       from app.case_file c where c.case_id = $1`,
      [path.split('/')[2], persona('lead').userId],
    );
    const page = plain((await desk.responder.get(`${path}/routing`)).body);
    expect(page).toContain('This is for the duty lead to decide');
    expect(page).not.toMatch(/conflict|wall|suspect is|Not suitable|Willow Advocacy/i);
    const form = plain((await desk.responder.get(`${path}/requests/new?kind=isva`)).body);
    expect(form).toContain('This is for the duty lead to decide');
    expect(form).not.toMatch(/conflict|wall|Not suitable|Willow Advocacy/i);
    const lead = await web().signedIn('lead');
    const whole = plain((await lead.get(`${path}/routing`)).body);
    expect(whole).toContain('a wall or a conflict stands');
  });
});

async function tokens(path: string) {
  const { body } = await desk.responder.get(path);
  const found = [...body.matchAll(/name="(_csrf|idempotencyKey)" value="([^"]+)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}

describe('the routing rules', () => {
  it('are read in words by those who work with them, and are not there for others', async () => {
    const lead = await web().signedIn('lead');
    for (const browser of [desk.responder, lead, manager, administrator])
      expect(plain((await browser.get('/routing')).body)).toContain('The rules, in their order');
    expect((await desk.officer.get('/routing')).statusCode).toBe(404);
    expect((await manager.get('/routing')).body).not.toContain('Begin a draft');
  });

  it('are drafted, put right, tried, sent, and approved by another person', async () => {
    const begun = await administrator.post('/routing/drafts', {}, { on: '/routing' });
    const draft = String(begun.headers.location);
    expect((await manager.get(draft)).statusCode).toBe(404);
    expect((await (await web().signedIn('administrator-two')).get(draft)).statusCode).toBe(404);

    const empty = await administrator.post(`${draft}/rules`, {});
    expect(empty.statusCode).toBe(400);
    const rule = {
      title: 'Adults are told of remote support',
      effect: 'prompt',
      prompt: 'offer-remote-support',
    };
    const added = await administrator.post(`${draft}/rules`, { ...rule, ageFrom: '18' });
    expect(added.headers.location).toBe(draft);
    const nobody = { ...rule, title: 'Nobody at all', ageFrom: '30', ageTo: '40', thenFrom: '50' };
    await administrator.post(`${draft}/rules`, nobody);
    const faulty = (await administrator.get(draft)).body;
    expect(plain(faulty)).toContain('It can count for nobody');
    expect(faulty).not.toContain(`${draft}/send`);
    const ids = hrefs(faulty, /\/rules\/rule-/).map((href) => href.split('/').at(-1) ?? '');
    const stale = await administrator.get(draft);
    const out = await administrator.post(
      `${draft}/edit`,
      { edit: 'remove', rule: ids.at(-1) ?? '' },
      { on: draft },
    );
    expect(out.statusCode).toBe(303);
    const revision = /name="revision" value="(\d+)"/.exec(stale.body)?.[1] ?? '';
    const late = { edit: 'up', rule: ids[0] ?? '', revision };
    expect((await administrator.post(`${draft}/edit`, late, { on: draft })).statusCode).toBe(409);

    const window = `${draft}/windows/oral-after-puberty`;
    const unread = await administrator.post(window, { hours: '0', text: '' });
    expect(unread.statusCode).toBe(400);
    for (const field of ['hours', 'text']) expect(unread.body).toContain(`href="#${field}"`);
    const said = { hours: '72', mark: 'V', text: 'The centre said so in a letter' };
    expect((await administrator.post(window, said)).headers.location).toBe(draft);
    expect((await administrator.get(`${draft}/windows/nowhere`)).statusCode).toBe(404);
    expect(plain((await administrator.get(`${draft}/replay`)).body)).toContain('Last quarter');

    const tried = await administrator.post(
      '/routing/try',
      { age: '30', district: 'E07000066', 'wanted[]': ['isva'] },
      { on: `/routing/try?draft=${draft.split('/').at(-1)}` },
    );
    expect(plain(tried.body)).toContain('Offer support by telephone or video as well');

    const preview = await administrator.post(`${draft}/send`, {
      reason: 'learning-from-practice',
      step: 'preview',
    });
    expect(plain(preview.body)).toContain('Adults are told of remote support');
    expect(plain(preview.body)).toContain('Last quarter');
    expect(plain(preview.body)).toContain('Oral penetration, after puberty');
    const sent = await administrator.post(`${draft}/send`, {
      reason: 'learning-from-practice',
      step: 'send',
    });
    const proposal = String(sent.headers.location);
    expect(proposal).toMatch(/^\/proposals\//);
    const own = await administrator.post(`${proposal}/decision`, { decision: 'approve' }, { on: proposal });
    expect(own.statusCode).toBeGreaterThanOrEqual(400);
    const approved = await manager.post(`${proposal}/decision`, { decision: 'approve' }, { on: proposal });
    expect(approved.statusCode).toBe(303);
    expect(plain((await manager.get('/routing')).body)).toContain('Version 2');
  });

  it('are tried on somebody made up, with what is missing beside its field', async () => {
    const wrong = await administrator.post('/routing/try', { age: 'young' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('href="#age"');
    const lead = await web().signedIn('lead');
    const answer = await lead.post('/routing/try', { age: '12', hoursAgo: '500', 'wanted[]': ['sarc'] });
    expect(answer.statusCode).toBe(200);
    const page = plain(answer.body);
    expect(page).toContain('Ask the centre; they decide');
    expect(page).toContain('It is reached through the police or children’s social care');
    expect((await desk.responder.get('/routing/try')).statusCode).toBe(404);
  });
});
