import { FireRequests, PlanLeave } from '#libs/casework';
import { instant } from '#libs/domain';
import { openDesk, plain, tokensOf, type Desk } from '../../support/desk';
import { onlyOnce } from '../../support/instance';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { agree, SERICC_ISVA, press, propose, sentRequest, takeBackConsent } from './service-request-support';

const web = useWeb();
let desk: Desk;
let coordinator: WebBrowser;

beforeEach(async () => {
  desk = await openDesk(web());
  coordinator = await web().signedIn('coordinator');
});

describe('support on the case page', () => {
  it('asks what support, then shows the services that give it with what speaks for each', async () => {
    const path = await desk.aCase();
    const support = await desk.responder.get(`${path}/support`);
    expect(plain(support.body)).toContain('No support has been asked for yet.');
    const kinds = await desk.responder.get(`${path}/requests/new`);
    expect(plain(kinds.body)).toContain('What support?');
    const services = await desk.responder.get(`${path}/requests/new?kind=isva`);
    expect(plain(services.body)).toContain('Willow Advocacy: advisers for adults');
    expect(plain(services.body)).toContain('Hand over by telephone, then note the answer.');
    const gp = await desk.responder.get(`${path}/requests/new?kind=gp`);
    expect(plain(gp.body)).toContain('Only named to the person');
  });

  it('names each missing answer beside its field, and keeps what was chosen', async () => {
    const path = await desk.aCase();
    const on = { on: `${path}/requests/new?kind=isva` };
    const answer = await desk.responder.post(`${path}/requests/new`, { serviceId: SERICC_ISVA }, on);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('href="#band"');
    expect(answer.body).toMatch(new RegExp(`value="${SERICC_ISVA}" checked`));
  });

  it('asks why beside a service that is not suggested first, and leaves to the lead what nobody has confirmed', async () => {
    const path = await desk.aCase();
    const on = { on: `${path}/requests/new?kind=isva` };
    const page = plain((await desk.responder.get(on.on)).body);
    expect(page).toContain('Suggested first');
    expect(page).toContain('The duty lead decides about these: CARA');
    const form = `${path}/requests/new`;
    const wanted = { serviceId: SERICC_ISVA, band: 'soon' };
    const unsaid = await desk.responder.post(form, wanted, on);
    expect([unsaid.statusCode, unsaid.body.includes('href="#reason"')]).toEqual([400, true]);
    const said = await desk.responder.post(form, { ...wanted, reason: 'persons-choice' }, on);
    expect(said.statusCode).toBe(303);
    const cara = { serviceId: '00000000-0000-7000-8000-000000000301', band: 'soon', reason: 'safety' };
    const left = await desk.responder.post(form, cara, on);
    expect([left.statusCode, left.body.includes('href="#serviceId"')]).toEqual([400, true]);
    const lead = await web().signedIn('lead');
    expect((await lead.post(form, cara, on)).statusCode).toBe(303);
  });

  it('puts the reason where the button would be while nobody has agreed (P6)', async () => {
    const path = await desk.aCase();
    const request = await propose(desk, path);
    const before = await desk.responder.get(request);
    expect(plain(before.body)).toContain(
      'Not yet. The person has not agreed that this service may know anything.',
    );
    expect(before.body).not.toContain(`${request}/send`);
    expect((await coordinator.get('/provider/inbox')).body).not.toContain('WM-');
    await agree(desk, path);
    expect((await desk.responder.get(request)).body).toContain(`${request}/send`);
  });

  it('says who answers for it this minute, and what is due next and when (P1, P15)', async () => {
    const { casePath, atDesk, atService } = await sentRequest(desk);
    const sent = plain((await desk.responder.get(`${casePath}/support`)).body);
    expect(sent).toMatch(/Answers for it now (You \(owner of this case\)|The duty lead)/);
    expect(sent).toContain('The service confirms that it has it');
    expect((await press(coordinator, atService, 'accept')).statusCode).toBe(303);
    const accepted = plain((await desk.responder.get(atDesk)).body);
    expect(accepted).toContain('Answers for it now The coordinator of Willow Advocacy (sample)');
    expect(accepted).toContain('Ask whether they still want the support');
    const history = plain((await desk.responder.get(`${casePath}/history`)).body);
    expect(history).toContain('The service said yes');
    expect(history).not.toContain('Another record was made (service-request');
  });

  it('says that the duty lead answers while the owner of the case is away, and again the owner (P15)', async () => {
    const { casePath, atDesk } = await sentRequest(desk);
    await desk.responder.post(`${casePath}/take`, {}, { on: casePath });
    const { webWork, ids, persona, setNow } = web().instance;
    const responder = persona('responder');
    const span = { fromAt: instant('2026-03-04T00:00:00Z'), toAt: instant('2026-03-05T00:00:00Z') };
    await new PlanLeave(webWork, ids).execute(responder, { userId: responder.userId, ...span }, onlyOnce());
    const lead = await web().signedIn('lead');
    const saysWhileAway = async () => {
      const pages = [`${casePath}/support`, atDesk, '/service-requests?view=all'];
      return Promise.all(pages.map(async (page) => plain((await lead.get(page)).body)));
    };
    for (const page of await saysWhileAway()) expect(page).not.toContain('on leave)');
    await setNow('2026-03-04T09:00:00Z');
    for (const page of await saysWhileAway())
      expect(page).toMatch(/The duty lead \(in place of .+, on leave\)/);
    await setNow('2026-03-05T09:00:00Z');
    for (const page of await saysWhileAway()) expect(page).not.toContain('on leave)');
  });

  it('answers 409 with how it stands now when somebody was quicker, and saves nothing', async () => {
    const { atDesk, atService } = await sentRequest(desk);
    await press(coordinator, atService, 'acknowledge');
    const stale = await desk.responder.post(
      `${atDesk}/withdraw`,
      { choice: 'not-needed', revision: '1' },
      { on: `${atDesk}/withdraw` },
    );
    expect(stale.statusCode).toBe(409);
    expect(plain(stale.body)).toContain('Somebody changed this request since you opened it.');
    expect(plain(stale.body)).toContain('Received there');
  });

  it('takes a request back with a reason; the service loses sight of it at once (P6)', async () => {
    const { atDesk, atService } = await sentRequest(desk);
    expect((await coordinator.get(atService)).statusCode).toBe(200);
    const missing = await desk.responder.post(`${atDesk}/withdraw`, {}, { on: `${atDesk}/withdraw` });
    expect([missing.statusCode, missing.body.includes('href="#choice"')]).toEqual([400, true]);
    const away = await desk.responder.post(
      `${atDesk}/withdraw`,
      { choice: 'asked-in-error' },
      { on: `${atDesk}/withdraw` },
    );
    expect(away.statusCode).toBe(303);
    expect((await coordinator.get(atService)).statusCode).toBe(404);
    const told = plain((await coordinator.get('/provider/inbox?tab=withdrawn')).body);
    expect(told).toContain('Taken back');
    expect(plain((await desk.responder.get(atDesk)).body)).toContain('It was asked for by mistake');
  });

  it('P6 is gone for the service at the next click after the person took their agreement back', async () => {
    const { casePath, atService } = await sentRequest(desk);
    expect((await takeBackConsent(desk, casePath)).statusCode).toBe(303);
    expect((await coordinator.get(atService)).statusCode).toBe(404);
    expect((await coordinator.get('/provider/inbox')).body).not.toContain(atService);
    expect(plain((await desk.responder.get(`${casePath}/support`)).body)).toContain(
      'The person took back their agreement to share',
    );
  });

  it('notes the answer of a service where nobody works here', async () => {
    const path = await desk.aCase();
    const sericc = 'agency%3A00000000-0000-7000-8000-000000000022';
    await desk.responder.post(
      `${path}/consent/new`,
      { decision: 'given', 'dataClasses[]': ['needs'], giver: 'person', how: 'by-phone' },
      { on: `${path}/consent/new?purpose=support&recipient=${sericc}` },
    );
    const request = await propose(desk, path, { serviceId: SERICC_ISVA });
    expect((await press(desk.responder, request, 'send')).statusCode).toBe(303);
    expect((await press(desk.responder, request, 'acknowledge')).statusCode).toBe(303);
    const no = await desk.responder.post(
      `${request}/decline`,
      { choice: 'list-closed' },
      { on: `${request}/decline` },
    );
    expect(no.statusCode).toBe(303);
    const support = plain((await desk.responder.get(`${path}/support`)).body);
    expect(support).toContain('The service is full, or its list is closed');
    expect(support).toContain('Choose a service');
    const declined = await desk.responder.get(request);
    expect(plain(declined.body)).toContain('Asked in its place No service chosen yet (Not sent yet)');
  });

  it('is not there for officers, commissioners, auditors and providers (P7)', async () => {
    const { casePath, atDesk } = await sentRequest(desk);
    for (const key of ['officer', 'commissioner', 'auditor', 'sarc', 'coordinator', 'administrator']) {
      const browser = await web().signedIn(key);
      for (const page of [`${casePath}/support`, `${casePath}/requests/new`, atDesk, `${atDesk}/withdraw`])
        expect([key, page, (await browser.get(page)).statusCode]).toEqual([key, page, 404]);
    }
    const manager = await web().signedIn('manager');
    expect((await manager.get(`${casePath}/support`)).statusCode).toBe(200);
    expect((await manager.get(`${casePath}/requests/new`)).statusCode).toBe(404);
  });

  it('has no request under another case', async () => {
    const { atDesk } = await sentRequest(desk);
    const other = await desk.aCase({ nameToAskFor: 'Sample Person Siskin' });
    const forged = `${other}/requests/${atDesk.split('/').at(-1)}`;
    expect((await desk.responder.get(forged)).statusCode).toBe(404);
  });

  it('lists what is late, by when it was due, and leads whoever is alerted there (P1)', async () => {
    const { atDesk } = await sentRequest(desk);
    const inTime = plain((await desk.responder.get('/service-requests')).body);
    expect(inTime).toContain('Nothing is late, and nothing waits for a manager.');
    expect((await desk.responder.get('/service-requests?view=all')).body).toContain(`href="${atDesk}"`);
    await web().instance.setNow('2026-03-04T10:00:00Z');
    expect((await desk.responder.get('/service-requests')).body).toContain(`href="${atDesk}"`);
    const alerts = await (await web().signedIn('manager')).get('/alerts');
    expect(alerts.body).toContain('href="/service-requests"');
    for (const key of ['officer', 'commissioner', 'coordinator', 'administrator'])
      expect((await (await web().signedIn(key)).get('/service-requests')).statusCode).toBe(404);
  });

  it('P15 lands on a manager when nobody answers, who takes it on', async () => {
    const { atDesk } = await sentRequest(desk);
    const { instance } = web();
    await instance.setNow('2026-03-30T10:00:00Z');
    const fire = new FireRequests(instance.workerWork, instance.ids);
    while ((await fire.execute({ limit: 200 })) === 200);
    expect(plain((await desk.responder.get(atDesk)).body)).toContain(
      'Nobody has answered in time. A manager has been told, and must take it on.',
    );
    expect((await desk.responder.get(atDesk)).body).not.toContain(`${atDesk}/take-on`);
    const manager = await web().signedIn('manager');
    expect((await press(manager, atDesk, 'take-on')).statusCode).toBe(303);
    expect(plain((await manager.get(atDesk)).body)).toContain('You (took it on as manager)');
  });

  it('keeps one of two services when the person has chosen, and takes the other back', async () => {
    const { casePath, atDesk, atService } = await sentRequest(desk);
    const { instance } = web();
    await instance.setNow('2026-03-11T18:00:00Z');
    const fire = new FireRequests(instance.workerWork, instance.ids);
    while ((await fire.execute({ limit: 200 })) === 200);
    const page = await desk.responder.get(atDesk);
    expect(plain(page.body)).toContain('Two services');
    const kept = await desk.responder.send(`${atDesk}/keep`, {
      ...tokensOf(page.body),
      revision: /name="revision" value="(\d+)"/.exec(page.body)?.[1] ?? '',
      keep: atDesk.split('/').at(-1) ?? '',
    });
    expect(kept.statusCode).toBe(303);
    expect((await coordinator.get(atService)).statusCode).toBe(200);
    expect(plain((await desk.responder.get(`${casePath}/support`)).body)).toContain(
      'They chose another service',
    );
  });
});
