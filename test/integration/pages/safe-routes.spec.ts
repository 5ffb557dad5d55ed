import { openMailbox, type Mailbox } from '../../timers/support/mailbox';
import { openDesk, plain, type Desk } from '../../support/desk';
import type { FormFields } from '../../support/web-forms';
import { useWeb } from '../../support/web';
import { channelsTo, handOverBy } from '../person-messages/support';

const web = useWeb();
let desk: Desk;
let path: string;
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await openMailbox();
});
afterAll(() => mailbox.close());
beforeEach(async () => {
  desk = await openDesk(web());
  path = await desk.aCase();
});

const PHONE = { value: '07700 900789', call: 'yes', text: 'no', voicemail: 'no', saidBy: 'person' };
const MAIL = { value: 'wren@sample.example', owner: 'own', email: 'yes', saidBy: 'person' };
const add = (way: string, fields: FormFields) => desk.responder.post(`${path}/routes/new/${way}`, fields);
const routes = () =>
  web().instance.admin<{ route_id: string; kind: string; state: string; permissions: object }>(
    `select r.route_id, r.kind, r.state, r.permissions from app.contact_route r
     join app.case_file c using (person_id) where c.case_id = $1 order by r.rank`,
    [path.split('/')[2]],
  );

describe('adding a way to reach the person', () => {
  it('P5 takes an e-mail address that somebody has just named, and a message for it reaches a mailbox', async () => {
    const choose = await desk.responder.get(`${path}/routes/new`);
    expect(choose.body).toContain(`href="${path}/routes/new/email"`);
    const form = await desk.responder.get(`${path}/routes/new/email`);
    expect(form.body).not.toMatch(/name="(call|text|voicemail)"/);

    const added = await add('email', MAIL);
    expect([added.statusCode, added.headers.location]).toEqual([303, `${path}/safe-contact`]);
    const card = await desk.responder.get(`${path}/safe-contact`);
    expect(plain(card.body)).toContain('E-mail: yes.');
    expect(card.body).not.toContain('wren@sample.example');
    const [, mail] = await routes();
    expect(mail).toMatchObject({
      kind: 'email',
      state: 'active',
      permissions: { call: 'no', text: 'no', voicemail: 'no', email: 'yes' },
    });

    await desk.responder.post(`${path}/safe-contact/wording`, { wording: 'we-will-ring' });
    const asked = { aboutDay: '3', aboutMonth: '3', aboutYear: '2026', aboutTime: '4pm', aboutWhich: '' };
    const message = { ...asked, route: `email:${mail?.route_id}` };
    expect((await desk.responder.post(`${path}/messages`, message)).statusCode).toBe(303);
    await handOverBy(web().instance, channelsTo(mailbox.url)).execute({ limit: 20 });
    expect(mailbox.received).toMatchObject([
      { to: ['wren@sample.example'], body: expect.stringContaining('Tuesday 3 March at 4pm') as string },
    ]);
  });

  it.each([
    ['mobile', { value: '' }, 'value', 'Enter the mobile number'],
    ['mobile', { value: '01632 960123' }, 'value', 'Enter a mobile number. This one is a landline'],
    ['landline', { text: '' }, 'value', 'Enter a landline number. This one is a mobile'],
    ['work', { value: '01632 960123 ext 4' }, 'value', 'Enter a number without an extension'],
    ['someone-else', { whose: ' ' }, 'whose', 'Enter who they are to the person'],
    ['mobile', { call: '' }, 'call', 'Select whether it is safe to call this number'],
    ['mobile', { call: 'perhaps' }, 'call', 'Select one of the answers on the list'],
    ['mobile', { saidBy: '' }, 'saidBy', 'Select who said so'],
    ['email', { ...MAIL, value: 'wren at sample' }, 'value', 'Enter an e-mail address, such as'],
    ['email', { ...MAIL, owner: '' }, 'owner', 'Select whose address it is'],
    ['email', { ...MAIL, owner: 'someone-else' }, 'whose', 'Enter who they are to the person'],
    ['email', { ...MAIL, email: '' }, 'email', 'Select whether it is safe to send e-mail to it'],
  ])(
    'says of %s with %j what to put right, and keeps what was typed',
    async (way, change, field, sentence) => {
      const typed: FormFields = way === 'email' ? change : { ...PHONE, ...change };
      const again = await add(way, typed);
      expect(again.statusCode).toBe(400);
      expect(again.body).toContain(`href="#${field}"`);
      expect(plain(again.body)).toContain(sentence);
      if (typed.value) expect(again.body).toContain(`value="${String(typed.value)}"`);
      expect(await routes()).toHaveLength(1);
    },
  );

  it('adds nothing twice, and what a channel cannot carry stays a no whatever is sent', async () => {
    expect((await add('landline', { ...PHONE, value: '01632 960123', text: 'yes' })).statusCode).toBe(303);
    const again = await add('landline', { ...PHONE, value: '01632 960123' });
    expect([again.statusCode, plain(again.body).includes('on the safe-contact card already')]).toEqual([
      400,
      true,
    ]);
    expect((await add('email', { ...MAIL, call: 'yes', text: 'yes' })).statusCode).toBe(303);
    const permitted = (await routes()).slice(1).map(({ permissions }) => permissions);
    expect(permitted).toMatchObject([
      { call: 'yes', text: 'no' },
      { call: 'no', text: 'no', voicemail: 'no', email: 'yes' },
    ]);
  });

  it('P5 holds an e-mail address of somebody else while the person is a child', async () => {
    path = await desk.aCase({ age: '15' });
    const elses = { ...MAIL, owner: 'someone-else', whose: 'a sample aunt' };
    expect((await add('email', elses)).statusCode).toBe(303);
    expect((await routes()).at(-1)).toMatchObject({ kind: 'email', state: 'suspended' });
  });

  it('P7 is not there for an officer, of no kind that is not on the list', async () => {
    expect((await desk.officer.get(`${path}/routes/new`)).statusCode).toBe(404);
    expect((await desk.officer.get(`${path}/routes/new/email`)).statusCode).toBe(404);
    expect((await desk.responder.get(`${path}/routes/new/pigeon`)).statusCode).toBe(404);
  });
});
