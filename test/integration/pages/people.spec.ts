import type { UserId } from '#libs/domain';
import { useWeb } from '../../support/web';
import { typedMoment } from '../../support/referral-form';
import type { WebBrowser } from '../../support/web-browser';
import { formOn } from '../../support/web-forms';

const web = useWeb();

beforeAll(() => web().instance.setNow('2026-03-02T10:05:00Z'));

const idOf = (persona: string): UserId => web().instance.persona(persona).userId;

async function addShift(browser: WebBrowser, from: string, to: string, userId = idOf('responder')) {
  return browser.post('/rota/shifts/new', { userId, ...typedMoment('from', from), ...typedMoment('to', to) });
}

describe('the rota', () => {
  it('says who gets pages and alerts now, and every gap of the week in words', async () => {
    const lead = await web().signedIn('lead');
    const empty = await lead.get('/rota');
    expect(empty.statusCode).toBe(200);
    expect(empty.body).toContain('Nobody is on call.');
    expect(empty.body).toMatch(/Monday 2 March 2026 at 10:\d\dam to Monday 9 March 2026 at midnight/);

    expect((await addShift(lead, '2026-3-2 9am', '2026-3-3 9am')).statusCode).toBe(303);

    const { body } = await lead.get('/rota');
    expect(body).toContain('Sample Responder Clover, until tomorrow at 9am');
    expect(body).toContain('On call from 9am');
    expect(body).toContain('Gap from 9am');
    expect(body).toContain('Then nobody, from tomorrow at 9am.');
    expect(body).toContain('Tuesday 3 March 2026 at 9am to Monday 9 March 2026 at midnight');
    expect(body).toContain('Desk closed');
  });

  it('opens a gap’s form with both ends filled in', async () => {
    const lead = await web().signedIn('lead');
    const [fill] = /\/rota\/shifts\/new\?from=\d+&amp;to=\d+/.exec((await lead.get('/rota')).body) ?? [];
    const { body } = await lead.get((fill ?? '').replace('&amp;', '&'));
    expect(formOn(body, '/rota/shifts/new')).toMatchObject({ toDay: '9', toMonth: '3', toTime: '00:00' });
  });

  it('answers a shift that overlaps, or has no sense, beside the field', async () => {
    const lead = await web().signedIn('lead');
    const over = await addShift(lead, '2026-3-3 8am', '2026-3-3 5pm');
    expect(over.statusCode).toBe(400);
    expect(over.body).toContain('Somebody else is on call for part of that time');
    expect(over.body).toContain('href="#fromDay"');
    const backwards = await addShift(lead, '2026-3-5 5pm', '2026-3-5 9am');
    expect([backwards.statusCode, backwards.body.includes('must be after its start')]).toEqual([400, true]);
    const nobody = await lead.post('/rota/shifts/new', { userId: '' });
    expect([nobody.statusCode, nobody.body.includes('Select who is on call')]).toEqual([400, true]);
  });

  it('tells whoever changes a shift second that it moved on', async () => {
    const lead = await web().signedIn('lead');
    await addShift(lead, '2026-3-6 5pm', '2026-3-7 9am', idOf('responder-two'));
    const paths = [...(await lead.get('/rota')).body.matchAll(/href="(\/rota\/shifts\/[0-9a-f-]{36})"/g)];
    const path = paths.at(-1)?.[1] ?? '';
    const stale = formOn((await lead.get(path)).body, path);
    expect((await lead.post(path, typedMoment('to', '2026-3-7 10am'))).statusCode).toBe(303);
    const second = await lead.send(path, stale);
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('Somebody changed this shift after you opened the page');
    expect((await lead.post(`${path}/remove`, {}, { on: path })).statusCode).toBe(303);
    expect((await lead.get(path)).statusCode).toBe(404);
  });

  it('is read by responders, kept by leads, and not there for others', async () => {
    const responder = await web().signedIn('responder');
    expect((await responder.get('/rota')).statusCode).toBe(200);
    expect((await responder.get('/rota/shifts/new')).statusCode).toBe(404);
    for (const persona of ['officer', 'commissioner', 'auditor', 'administrator']) {
      expect((await (await web().signedIn(persona)).get('/rota')).statusCode).toBe(404);
    }
    for (const week of ['x', '2026-13-01', '1850-01-01']) {
      expect((await responder.get(`/rota?week=${week}`)).statusCode).toBe(400);
    }
    expect((await responder.get('/rota?week=2026-10-25')).statusCode).toBe(200);
  });
});

const RESPONDERS = '00000000-0000-7000-8000-000000000002';

describe('people', () => {
  const invited = {
    agencyId: RESPONDERS,
    name: 'Sample Colleague Wren',
    email: 'colleague.wren@responders.example',
    subject: 'wren-object-id',
    role: 'first-responder',
    teamId: '00000000-0000-7000-8000-000000000203',
  };
  const FORM = `/staff/new?agency=${RESPONDERS}`;

  it('are added with what they may do, and P12 no name gets into an address or a log', async () => {
    const administrator = await web().signedIn('administrator');
    const saved = await administrator.post('/staff/new', invited, { on: FORM });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/staff']);
    const list = await administrator.get('/staff');
    expect(list.body).toContain('They can sign in now');
    expect(list.body).toContain('Sample Colleague Wren');
    expect(list.body).toContain('Invited');
    expect(web().logs.join('\n')).not.toContain('Wren');
    expect(/<title>[^<]*Wren/.test(list.body)).toBe(false);
  });

  it('are asked about field by field, echoing what was typed', async () => {
    const manager = await web().signedIn('manager');
    const wrong = {
      ...invited,
      email: 'a@b.example, c@d.example',
      subject: 'wren@responders.example',
      role: 'auditor',
    };
    const { statusCode, body } = await manager.post('/staff/new', wrong, { on: '/staff/new' });
    expect(statusCode).toBe(400);
    for (const field of ['email', 'subject', 'role']) expect(body).toContain(`href="#${field}"`);
    expect(body).toContain('a@b.example, c@d.example');
    const taken = await manager.post(
      '/staff/new',
      { ...invited, subject: 'persona-lead' },
      { on: '/staff/new' },
    );
    expect([taken.statusCode, taken.body.includes('Somebody signs in with this id already')]).toEqual([
      400,
      true,
    ]);
  });

  it('of other agencies stay out of a manager’s sight', async () => {
    const manager = await web().signedIn('manager');
    expect((await manager.get(`/staff/${idOf('officer')}`)).statusCode).toBe(404);
    expect((await manager.get('/staff')).body).not.toContain('Sample Officer Alder');
    const police = { ...invited, agencyId: '00000000-0000-7000-8000-000000000001' };
    expect((await manager.post('/staff/new', police, { on: '/staff/new' })).statusCode).toBe(404);
  });

  it('are not there for anybody else', async () => {
    for (const persona of ['officer', 'responder', 'lead', 'commissioner', 'auditor']) {
      const browser = await web().signedIn(persona);
      for (const path of ['/staff', '/staff/new', `/staff/${idOf('responder')}`, '/teams', '/teams/new'])
        expect({ persona, path, status: (await browser.get(path)).statusCode }).toEqual({
          persona,
          path,
          status: 404,
        });
    }
  });

  it('change nothing on their own account', async () => {
    const manager = await web().signedIn('manager');
    const own = `/staff/${idOf('manager')}`;
    const { body } = await manager.get(own);
    expect(body).toContain('Somebody else changes it');
    expect(body).not.toContain('Close this account');
    const csrf = formOn((await manager.get(`/staff/${idOf('lead')}`)).body, `/staff/${idOf('lead')}`);
    const forged = await manager.send(`${own}/close`, {
      _csrf: csrf['_csrf'] ?? '',
      idempotencyKey: 'a-forged-key-12345',
      revision: '1',
    });
    expect(forged.statusCode).toBe(409);
    expect((await manager.get('/staff')).statusCode).toBe(200);
  });

  it('leave with the effects said first, and come back by another invitation', async () => {
    const manager = await web().signedIn('manager');
    const leaver = `/staff/${idOf('responder-two')}`;
    const browser = await web().signedIn('responder-two');
    const confirm = await manager.get(`${leaver}/close`);
    expect(confirm.body).toContain('They are signed out at their next page');
    expect(confirm.body).toContain('They own no open case.');
    expect((await manager.post(`${leaver}/close`)).statusCode).toBe(303);
    expect((await browser.get('/board')).headers.location).toBe('/sign-in?next=%2Fboard');
    expect((await manager.post(`${leaver}/open`, {}, { on: leaver })).statusCode).toBe(303);
    expect((await manager.get(leaver)).body).toContain('Invited, until');
  });

  it('get another role or team, and a form that is out of date changes nothing', async () => {
    const manager = await web().signedIn('manager');
    const path = `/staff/${idOf('responder')}`;
    const old = formOn((await manager.get(path)).body, path);
    expect((await manager.post(path, { role: 'duty-lead' })).statusCode).toBe(303);
    const stale = await manager.send(path, { ...old, role: 'service-manager' });
    expect([stale.statusCode, stale.body.includes('Nothing was saved')]).toEqual([409, true]);
    expect((await manager.post(path, { role: 'first-responder' })).statusCode).toBe(303);
    const same = await manager.post(path);
    expect([same.statusCode, same.body.includes('That is what they have now')]).toEqual([400, true]);
  });
});

describe('teams', () => {
  it('are added and renamed by the administrator, each name once', async () => {
    const administrator = await web().signedIn('administrator');
    const add = (name: string) => administrator.post('/teams/new', { name, agencyId: RESPONDERS });
    expect((await add('Sample Team Heron')).statusCode).toBe(303);
    const again = await add('SAMPLE TEAM HERON');
    expect([again.statusCode, again.body.includes('has a team of that name')]).toEqual([400, true]);
    expect((await administrator.get('/teams')).body).toContain('Sample Team Heron');
  });
});

describe('messages to staff', () => {
  const PATH = '/message-templates/urgent-page/new';
  const ending = { reason: 'learning-from-practice' };

  it('are shown as they look, lock screen first', async () => {
    const { statusCode, body } = await (await web().signedIn('administrator')).get('/message-templates');
    expect(statusCode).toBe(200);
    expect(body).toContain('Waymark: WM-0000-AAAA needs an answer now');
    expect(body).toContain('Waymark: 3 references need you');
    expect((await (await web().signedIn('officer')).get('/message-templates')).statusCode).toBe(404);
    expect((await (await web().signedIn('lead')).get(PATH)).statusCode).toBe(404);
  });

  it.each<[string, Record<string, string>, string]>([
    ['oneBody', { oneBody: 'Ring the victim: {{reference}} {{link}}' }, 'Remove “victim”'],
    ['oneBody', { oneBody: '{{reference}} {{name}} {{link}}' }, 'Remove {{name}}'],
    ['manyBody', { manyBody: '{{references}}' }, 'Put {{link}} where it belongs'],
    ['oneSubject', { oneSubject: 'Waymark: ring 07700 900123' }, 'Remove the address or number'],
    ['oneSubject', { oneSubject: '' }, 'Enter a subject about one reference'],
  ])('with a fault in %s %j are refused in words', async (field, change, sentence) => {
    const administrator = await web().signedIn('administrator');
    const { statusCode, body } = await administrator.post(PATH, { ...change, ...ending });
    expect(statusCode).toBe(400);
    expect(body).toContain(`href="#${field}"`);
    expect(body.replaceAll(/&#x7B;/g, '{')).toContain(sentence);
  });

  it('count once a second person has approved them, and not before', async () => {
    const { instance } = web();
    const administrator = await web().signedIn('administrator');
    const text = { oneSubject: 'Waymark: {{reference}} waits for you now', ...ending };
    const seen = await administrator.post(PATH, { ...text, step: 'preview' });
    expect(seen.statusCode).toBe(200);
    expect(seen.body).toContain('Waymark: WM-0000-AAAA waits for you now');
    const sent = await administrator.post(PATH, { ...text, step: 'send' });
    expect(sent.statusCode).toBe(303);
    const proposal = String(sent.headers.location);
    const versions = () =>
      instance.admin<{ version: number; subject: string }>(
        `select version, body -> 'one' ->> 'subject' as subject from app.message_template_version
         where template_id = 'urgent-page' order by version`,
      );
    expect(await versions()).toHaveLength(1);

    const manager = await web().signedIn('manager');
    const form = formOn((await manager.get(proposal)).body, `${proposal}/decision`);
    const decided = await manager.send(`${proposal}/decision`, { ...form, decision: 'approve' });
    expect(decided.statusCode).toBe(303);
    expect((await versions()).map(({ subject }) => subject)).toEqual([
      'Waymark: {{reference}} needs an answer now',
      'Waymark: {{reference}} waits for you now',
    ]);
  });

  it('P5 are appended by no other statement', async () => {
    const { webWork, persona } = web().instance;
    for (const by of ['administrator', 'manager']) {
      await expect(
        webWork.read(persona(by), (manager) =>
          manager.query(
            `insert into app.message_template_version (template_id, version, body, effective_from)
             values ('urgent-page', 9, '{}', now() + interval '1 year')`,
          ),
        ),
      ).rejects.toThrow(/row-level security/);
    }
  });
});
