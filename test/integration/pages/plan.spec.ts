import type { CaseId } from '#libs/domain';
import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { ConsentActs, WILLOW } from '../consent/support';

const web = useWeb();
const consent = new ConsentActs(() => web().instance);

let desk: Desk;
let adviser: WebBrowser;
let path: string;
let shared: string;

beforeAll(async () => {
  desk = await openDesk(web());
  adviser = await web().signedIn('adviser');
  path = await desk.aCase();
  const caseId = path.split('/')[2] as CaseId;
  shared = `/shared/${await consent.shared(caseId, ['identity', 'support-fact'])}`;
});

const leadAction = (body: string, event: string) =>
  new RegExp(`action="([^"]+/lead/[0-9a-f-]{36}/${event})"`).exec(body)?.[1] ?? `no ${event}`;

describe('the plan of a case', () => {
  it('P15 says who leads, offers the lead, and moves it only when a worker of the service accepts', async () => {
    const { responder } = desk;
    const empty = await responder.get(`${path}/plan`);
    expect(empty.statusCode).toBe(200);
    expect(plain(empty.body)).toContain('The duty lead, for the team');
    const missing = await responder.post(`${path}/plan/lead`, {}, { on: `${path}/plan` });
    expect([missing.statusCode, missing.body.includes('href="#agencyId"')]).toEqual([400, true]);
    const offer = await responder.post(`${path}/plan/lead`, { agencyId: WILLOW }, { on: `${path}/plan` });
    expect(offer.statusCode).toBe(303);
    const waiting = plain((await responder.get(`${path}/plan`)).body);
    expect(waiting).toContain('The duty lead, for the team');
    expect(waiting).toContain('Until one of their workers accepts, nothing changes.');

    const theirs = (await adviser.get(`${shared}/plan`)).body;
    expect(plain(theirs)).toContain('you are the lead worker from this minute');
    const accept = leadAction(theirs, 'accept');
    expect((await adviser.post(accept, {}, { on: `${shared}/plan` })).statusCode).toBe(303);
    expect(plain((await adviser.get(`${shared}/plan`)).body)).toContain('You lead.');
    const led = (await responder.get(`${path}/plan`)).body;
    expect(plain(led)).toContain('A worker of Willow');
    expect((await responder.post(leadAction(led, 'end'), {}, { on: `${path}/plan` })).statusCode).toBe(303);
    expect(plain((await responder.get(`${path}/plan`)).body)).toContain('The duty lead, for the team');
  });

  it('takes a contact with its time, and shows it to whoever the person agreed to', async () => {
    const { responder } = desk;
    const form = `${path}/plan/contacts/new`;
    const wrong = await responder.post(form, { ...typedMoment('at', '2026-3-1 9am') });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('Select how you will be in touch');
    const past = await responder.post(form, { way: 'visit', ...typedMoment('at', '2026-3-1 9am') });
    expect([past.statusCode, past.body.includes('The time must be in the future')]).toEqual([400, true]);
    const good = await responder.post(form, { way: 'visit', ...typedMoment('at', '2026-3-5 9am') });
    expect(good.statusCode).toBe(303);
    expect(plain((await responder.get(`${path}/plan`)).body)).toContain('Thursday 5 March 2026 at 9am');
    const theirs = plain((await adviser.get(`${shared}/plan`)).body);
    expect(theirs).toContain('Thursday 5 March 2026 at 9am');
    expect(theirs).not.toContain('Take out of the plan');
  });

  it('P6 keeps topics by service, and shows another service only what the person agreed to', async () => {
    const { responder } = desk;
    const form = `${path}/plan/told`;
    expect((await responder.post(form, { 'topics[]': 'health' })).statusCode).toBe(303);
    expect((await adviser.post(`${shared}/plan/told`, { 'topics[]': 'home-and-safety' })).statusCode).toBe(
      303,
    );
    const whole = plain((await responder.get(`${path}/plan`)).body);
    expect(whole).toContain('Told to us, noted by you');
    expect(whole).toContain('Home and safety');
    const theirs = plain((await adviser.get(`${shared}/plan`)).body);
    expect(theirs).toContain('Home and safety');
    expect(theirs).not.toContain('Health');
    expect((await responder.post(form, { 'topics[]': 'gossip' })).statusCode).toBe(400);
  });

  it('P7 is not there for anybody else, and neither are its acts', async () => {
    for (const persona of ['officer', 'sarc', 'commissioner', 'administrator', 'auditor']) {
      const browser = await web().signedIn(persona);
      expect((await browser.get(`${path}/plan`)).statusCode).toBe(404);
      expect((await browser.get(`${shared}/plan`)).statusCode).toBe(404);
    }
    expect((await adviser.get(`${path}/plan`)).statusCode).toBe(404);
    expect((await desk.responder.get(`${shared}/plan`)).statusCode).toBe(404);
    const manager = await web().signedIn('manager');
    expect((await manager.get(`${path}/plan`)).statusCode).toBe(200);
    expect((await manager.get(`${path}/plan/told`)).statusCode).toBe(404);
    const [, , caseId] = path.split('/');
    await consent.withdraw(caseId as CaseId);
    expect((await adviser.get(`${shared}/plan`)).statusCode).toBe(404);
  });
});
