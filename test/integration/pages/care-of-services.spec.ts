import type { CaseId } from '#libs/domain';
import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { ConsentActs } from '../consent/support';

const web = useWeb();
const consent = new ConsentActs(() => web().instance);

const ALL = ['identity', 'safe-contact', 'needs', 'investigation'] as const;
const PAGES = [
  'appointments',
  'needs',
  'outcomes',
  'feedback',
  'rights',
  'rights/sheet',
  'rights/sheet/easy-read',
];
const FORMS = ['appointments/new', 'needs/new', 'needs/risks/new', 'outcomes/new', 'feedback/new'];

let desk: Desk;
let adviser: WebBrowser;
let casePath: string;
let shared: string;

beforeAll(async () => {
  desk = await openDesk(web());
  casePath = await desk.aCase();
  shared = `/shared/${await consent.shared(casePath.split('/')[2] as CaseId, [...ALL])}`;
  adviser = await web().signedIn('adviser');
});

const day = (prefix: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${prefix}Day`]: date, [`${prefix}Month`]: month, [`${prefix}Year`]: year };
};
const send = (end: string, fields: Readonly<Record<string, string>>) =>
  adviser.post(`${shared}/${end}`, fields, { on: `${shared}/${end}` });
const hrefTo = (body: string, end: string) => new RegExp(`href="([^"]+/${end})"`).exec(body)?.[1] ?? '';

describe('what a service keeps of somebody, on its pages', () => {
  it('is linked from the shared record, opens, and links nothing of the desk', async () => {
    const { body } = await adviser.get(shared);
    for (const page of PAGES.slice(0, 5)) expect(body).toContain(`href="${shared}/${page}"`);
    for (const page of [...PAGES, ...FORMS]) {
      const opened = await adviser.get(`${shared}/${page}`);
      expect([page, opened.statusCode]).toEqual([page, 200]);
      expect(opened.body).not.toContain('href="/cases/');
      expect(opened.body).not.toContain('href="/board"');
    }
  });

  it('says what is missing, keeps what was typed, and saves nothing', async () => {
    for (const form of FORMS.filter((one) => one !== 'outcomes/new')) {
      const { statusCode, body } = await send(form, {});
      expect([form, statusCode]).toEqual([form, 400]);
      expect(body).toContain('There is a problem');
    }
  });

  it('books an appointment, offers what comes next, and tells the desk whose it is', async () => {
    const booking = { place: 'at-our-centre', words: 'Sample room', minutes: '60' };
    const sent = await send('appointments/new', { ...booking, ...typedMoment('starts', '2027-3-27 2:30pm') });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${shared}/appointments`]);
    const { body } = await adviser.get(`${shared}/appointments`);
    expect(plain(body)).toContain('Sample room');
    const remind = hrefTo(body, 'remind');
    expect(remind).toContain(shared);
    expect((await adviser.get(remind)).statusCode).toBe(200);
    const confirm = hrefTo(body, 'confirm');
    const revision = /name="revision" value="(\d+)"/.exec((await adviser.get(confirm)).body)?.[1] ?? '';
    expect((await adviser.post(confirm, { revision }, { on: confirm })).statusCode).toBe(303);
    const atDesk = plain((await desk.responder.get(`${casePath}/appointments`)).body);
    expect(atDesk).toContain('Kept by Willow Advocacy');
    expect(atDesk).toContain('Booked, and the person confirmed it');
    const booked = { ...booking, ...typedMoment('starts', '2027-3-28 2:30pm') };
    const form = `${casePath}/appointments/new`;
    await desk.responder.post(form, booked, { on: form });
    const [theirs] = await web().instance.admin<{ appointment_id: string }>(
      'select appointment_id from app.appointment where kept_by is null',
    );
    const there = `appointments/${theirs!.appointment_id}/cancel`;
    expect((await desk.responder.get(`${casePath}/${there}`)).statusCode).toBe(200);
    expect((await adviser.get(`${shared}/${there}`)).statusCode).toBe(404);
  });

  it('records a risk that cannot wait, for the duty lead to see at once', async () => {
    const risk = { risk: 'danger-now', words: 'Sample words', ...day('review', '2026-03-03') };
    const sent = await send('needs/risks/new', risk);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${shared}/needs`]);
    expect((await adviser.get(`${shared}/needs`)).body).toContain('Sample words');
    const lead = await web().signedIn('lead');
    expect((await lead.get('/alerts/urgent')).body).toContain('In danger now');
    expect(plain((await desk.responder.get(`${casePath}/needs`)).body)).toContain('Kept by Willow Advocacy');
  });

  it('shows whose rights are due and who owes them, and changes nothing there', async () => {
    const form = `${casePath}/rights/events/new`;
    const told = { event: 'complaint_received', ...typedMoment('at', '2026-3-2 9am') };
    expect((await desk.responder.post(form, told, { on: form })).statusCode).toBe(303);
    const { body } = await adviser.get(`${shared}/rights`);
    expect(plain(body)).toContain('Owed by every service, this one too, by Monday 16 March 2026');
    expect(body).not.toContain('/time"');
    expect(body).not.toContain('/deliver"');
    expect((await adviser.get(`${shared}/rights/sheet`)).body).not.toContain('Willow');
  });

  it('P7 is nobody’s who does not work with the person, and no coordinator of another service', async () => {
    for (const persona of ['sarc', 'officer', 'responder', 'commissioner']) {
      const other = await web().signedIn(persona);
      for (const page of [...PAGES, ...FORMS])
        expect([persona, page, (await other.get(`${shared}/${page}`)).statusCode]).toEqual([
          persona,
          page,
          404,
        ]);
    }
    for (const page of ['appointments', 'needs', 'outcomes', 'feedback', 'rights'])
      expect((await adviser.get(`${casePath}/${page}`)).statusCode).toBe(404);
  });

  it('P6 shows as much as is shared, and is gone with the consent', async () => {
    const other = await desk.aCase();
    const little = `/shared/${await consent.shared(other.split('/')[2] as CaseId, ['identity'])}`;
    const opened = (page: string) => adviser.get(`${little}/${page}`);
    for (const page of ['needs', 'needs/new', 'outcomes', 'outcomes/new', 'rights', 'rights/sheet'])
      expect([page, (await opened(page)).statusCode]).toEqual([page, 404]);
    for (const page of ['appointments', 'feedback'])
      expect([page, (await opened(page)).statusCode]).toEqual([page, 200]);
    expect((await opened('')).body).not.toContain(`${little}/needs"`);
    await consent.withdraw(casePath.split('/')[2] as CaseId);
    for (const page of [...PAGES, ...FORMS])
      expect([page, (await adviser.get(`${shared}/${page}`)).statusCode]).toEqual([page, 404]);
    expect(plain((await desk.responder.get(`${casePath}/appointments`)).body)).toContain('Kept by Willow');
  });
});
