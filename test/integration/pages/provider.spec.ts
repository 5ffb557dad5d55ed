import { openDesk, plain, tokensOf, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { agree, press, propose, sentRequest, takeBackConsent } from './service-request-support';

const web = useWeb();
let desk: Desk;
let coordinator: WebBrowser;
let adviser: WebBrowser;

beforeEach(async () => {
  desk = await openDesk(web());
  coordinator = await web().signedIn('coordinator');
  adviser = await web().signedIn('adviser');
});

const refOf = (html: string) => /WM-[0-9A-Z-]+/.exec(plain(html))?.[0] ?? '';

describe('the inbox of a service', () => {
  it('shows what is needed for an answer, and no name and no number before it (P6, P7)', async () => {
    const { atService } = await sentRequest(desk);
    const inbox = await coordinator.get('/provider/inbox');
    expect(inbox.body).toContain(`href="${atService}"`);
    const page = await coordinator.get(atService);
    expect(plain(page.body)).toContain('No name and no number before you accept.');
    expect(plain(page.body)).toContain('From this minute your team answers for the next contact.');
    for (const html of [inbox.body, page.body]) expect(html).not.toMatch(/Quill|7700900|07700|lantern|ZZ\//);
    expect(/<title>([^<]*)<\/title>/.exec(page.body)?.[1]).not.toContain('Quill');
  });

  it('shows the name and the number after acceptance, through the share that it opened (P8)', async () => {
    const { atService, casePath } = await sentRequest(desk);
    expect((await press(coordinator, atService, 'accept')).statusCode).toBe(303);
    const page = await coordinator.get(atService);
    const shared = /href="(\/shared\/[0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
    expect(page.body).not.toContain('Quill');
    const read = plain((await coordinator.get(shared)).body);
    expect(read).toContain('Sample Person Quill');
    expect(read).toContain('+447700900123');
    expect(plain((await desk.responder.get(`${casePath}/consent`)).body)).toMatch(/Name: 1 person, once/);
  });

  it('says nothing of who was asked before, and after acceptance for how long the person has waited (P7)', async () => {
    const { atService } = await sentRequest(desk);
    await web().instance.admin(
      `update app.service_request set first_asked_at = first_asked_at - interval '23 days' where request_id = $1`,
      [atService.split('/').at(-1)],
    );
    expect(plain((await coordinator.get(atService)).body)).not.toMatch(/waited|waiting since/i);
    await press(coordinator, atService, 'accept');
    const accepted = plain((await coordinator.get(atService)).body);
    expect(accepted).toContain('Waited so far 3 weeks');
    expect(accepted).not.toMatch(/waiting since/i);
  });

  it('records that somebody looked, on each page that shows it (P8)', async () => {
    const { atService } = await sentRequest(desk);
    await coordinator.get('/provider/inbox');
    await coordinator.get(atService);
    const rows = await web().instance.admin<{ basis: string }>(
      `select distinct l.basis from app.access_log l join app.service_request r using (person_id)
       where r.request_id = $1 and l.what = 'needs' and l.role = 'provider-coordinator'`,
      [atService.split('/').at(-1)],
    );
    expect(rows.map(({ basis }) => basis).toSorted()).toEqual(['request-list', 'share']);
  });

  it('says no with a reason, and the desk has it again', async () => {
    const { atService, casePath } = await sentRequest(desk);
    const missing = await coordinator.post(`${atService}/decline`, {}, { on: `${atService}/decline` });
    expect([missing.statusCode, missing.body.includes('href="#choice"')]).toEqual([400, true]);
    const no = await coordinator.post(
      `${atService}/decline`,
      { choice: 'age' },
      { on: `${atService}/decline` },
    );
    expect(no.statusCode).toBe(303);
    expect(plain((await coordinator.get(atService)).body)).toContain('Its clock still runs');
    expect(plain((await desk.responder.get(`${casePath}/support`)).body)).toContain('Choose a service');
    expect(plain((await coordinator.get('/provider/inbox?tab=declined')).body)).toContain('You said no');
  });

  it('answers the second of two who accept with how it stands, and not with a fault', async () => {
    const { atService } = await sentRequest(desk);
    const fields = tokensOf((await adviser.get(atService)).body);
    await press(coordinator, atService, 'accept');
    const late = await adviser.send(`${atService}/accept`, { ...fields, revision: '2' });
    expect(late.statusCode).toBe(409);
    expect(plain(late.body)).toContain('Somebody was quicker.');
  });

  it('is a 404 for the service of another agency, and for everybody who is no service', async () => {
    const { atService } = await sentRequest(desk);
    for (const key of ['sarc', 'responder', 'lead', 'officer', 'commissioner', 'auditor', 'administrator']) {
      const browser = await web().signedIn(key);
      expect([key, (await browser.get(atService)).statusCode]).toEqual([key, 404]);
      expect([key, (await browser.get(`${atService}/decline`)).statusCode]).toEqual([key, 404]);
    }
    const sarc = await web().signedIn('sarc');
    const sent = await sarc.send(`${atService}/accept`, {
      ...tokensOf((await sarc.get('/provider/export')).body),
      revision: '2',
    });
    expect(sent.statusCode).toBe(404);
    expect(plain((await coordinator.get(atService)).body)).toContain('New');
  });
});

describe('the caseload of a service', () => {
  it('goes from nobody named, to an adviser, to the first session, to its end, with a date each', async () => {
    const { atService } = await sentRequest(desk);
    await press(coordinator, atService, 'accept');
    expect((await coordinator.get('/provider/caseload?view=unassigned')).body).toContain(atService);
    const named = await coordinator.post(
      `${atService}/allocate`,
      { choice: web().instance.persona('adviser').userId },
      { on: `${atService}/allocate` },
    );
    expect(named.statusCode).toBe(303);
    expect((await adviser.get('/provider/caseload?view=my')).body).toContain(atService);
    expect((await coordinator.get('/provider/caseload?view=unassigned')).body).not.toContain(atService);
    expect((await press(adviser, atService, 'start')).statusCode).toBe(303);
    expect(plain((await adviser.get(atService)).body)).toContain('First session – Monday 2 March 2026');
    const ended = await adviser.post(`${atService}/end`, { choice: 'planned' }, { on: `${atService}/end` });
    expect(ended.statusCode).toBe(303);
    expect((await coordinator.get('/provider/caseload?view=closed')).body).toContain(atService);
  });

  it('lets a worker take on what is nobody’s, and name nobody else', async () => {
    const { atService } = await sentRequest(desk);
    await press(adviser, atService, 'accept');
    expect((await adviser.get(`${atService}/allocate`)).statusCode).toBe(404);
    expect((await press(adviser, atService, 'take')).statusCode).toBe(303);
    expect(plain((await adviser.get(atService)).body)).toContain('You do.');
  });

  it('says in words and as a meter how much room each service has', async () => {
    const { body } = await coordinator.get('/provider/caseload');
    expect(body).toContain('<meter');
    expect(plain(body)).toMatch(/\d+ open of \d+/);
    expect(plain(body)).not.toContain('Oakwood');
  });
});

describe('the file for a service’s own system', () => {
  const make = (browser: WebBrowser, fields: Record<string, string>) =>
    browser.post('/provider/export', fields, { on: '/provider/export' });

  it('has a row for each accepted request, with what the person agrees to and nothing besides (P6)', async () => {
    const { atService, atDesk } = await sentRequest(desk, { agreed: ['identity', 'needs'] });
    const open = await sentRequest(desk);
    await press(coordinator, atService, 'accept');
    const file = await make(coordinator, { which: 'live' });
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.headers['content-disposition']).toBe('attachment; filename="requests-2026-03-02.csv"');
    const reference = refOf((await desk.responder.get(atDesk)).body);
    const row = file.body.split('\r\n').find((line) => line.includes(`,${reference},`)) ?? '';
    expect(row).toContain('Sample Person Quill');
    expect(row).toContain('identity;needs');
    expect(row).not.toMatch(/7700900|07700|lantern|rape|ZZ\//);
    const unanswered = refOf((await desk.responder.get(open.atDesk)).body);
    expect(file.body).not.toContain(unanswered);
  });

  it('leaves out whoever took their agreement back, and records each look before it (P6, P8)', async () => {
    const kept = await sentRequest(desk);
    const gone = await sentRequest(desk);
    for (const { atService } of [kept, gone]) await press(coordinator, atService, 'accept');
    await takeBackConsent(desk, gone.casePath);
    const file = await make(coordinator, { which: 'live' });
    const ids = [kept, gone].map(({ atService }) => atService.split('/').at(-1) ?? '');
    expect([file.body.includes(ids[0] ?? ''), file.body.includes(ids[1] ?? '')]).toEqual([true, false]);
    const seen = await web().instance.admin<{ what: string }>(
      `select l.what from app.access_log l join app.service_request r using (person_id)
       where r.request_id = $1 and l.basis = 'share' and l.what = 'identity'`,
      [ids[0]],
    );
    expect(seen).toHaveLength(1);
    const history = plain((await desk.responder.get(`${kept.casePath}/history`)).body);
    expect(history).toContain('The service copied it into its own system');
  });

  it('does nothing when somebody opens it in a spreadsheet', async () => {
    const casePath = await desk.aCase({ nameToAskFor: '=HYPERLINK("x")' });
    await agree(desk, casePath, ['identity', 'needs']);
    const atDesk = await propose(desk, casePath);
    await press(desk.responder, atDesk, 'send');
    const atService = `/provider/requests/${atDesk.split('/').at(-1)}`;
    await press(coordinator, atService, 'accept');
    const file = await make(coordinator, { which: 'live' });
    expect(file.body).toContain(`"'=HYPERLINK(""x"")"`);
    expect(file.body).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it('has nobody of another agency in it, and nothing for whoever may not', async () => {
    const { atService } = await sentRequest(desk);
    await press(coordinator, atService, 'accept');
    const sarc = await web().signedIn('sarc');
    const none = await make(sarc, { which: 'live' });
    expect([none.statusCode, none.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    expect(plain(none.body)).toContain('Nothing can leave just now');
    for (const key of ['responder', 'commissioner', 'officer'])
      expect((await (await web().signedIn(key)).get('/provider/export')).statusCode).toBe(404);
  });
});
