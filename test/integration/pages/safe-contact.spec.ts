import { openDesk, plain, type Desk } from '../../support/desk';
import type { FormFields } from '../../support/web-forms';
import { useWeb } from '../../support/web';

const web = useWeb();
let desk: Desk;
let path: string;
let card: string;

beforeEach(async () => {
  desk = await openDesk(web());
  path = await desk.aCase();
  card = `${path}/safe-contact`;
});

const caseId = () => path.replace('/cases/', '');
const words = async (page = card) => plain((await desk.responder.get(page)).body);
const change = (part: string, fields: FormFields) => desk.responder.post(`${card}/${part}`, fields);
const week = (hours: string): FormFields =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [`${day}Hours`, hours]));
const admin = <Row>(sql: string) => web().instance.admin<Row>(sql, [caseId()]);
const versions = () =>
  admin<{ version: number; changed: string; recorded_by: string | null }>(
    `select s.version, s.changed, s.recorded_by from app.safe_contact_card s join app.case_file c using (person_id)
     where c.case_id = $1 order by s.version`,
  );
const routeId = async () => {
  const [row] = await admin<{ route_id: string }>(
    'select r.route_id from app.contact_route r join app.case_file c using (person_id) where c.case_id = $1',
  );
  return row?.route_id ?? '';
};

describe('the safe-contact card', () => {
  it('keeps every version: what was said, by whom, with the hours that follow from it', async () => {
    expect((await change('safe-times', week('9am to 5pm'))).statusCode).toBe(303);
    expect((await change('never-times', { ...week(''), monHours: '10am to 3pm' })).statusCode).toBe(303);
    const said = await versions();
    expect(said.map(({ version, changed }) => [version, changed])).toEqual([
      [1, 'referral'],
      [2, 'times'],
      [3, 'times'],
    ]);
    expect(new Set(said.slice(1).map(({ recorded_by }) => recorded_by)).size).toBe(1);
    const page = await words();
    for (const part of [
      'Call only: Monday, 9am to 10am and 3pm to 5pm.',
      'Call only: Tuesday to Sunday, 9am to 5pm.',
      'Never: Monday, 10am to 3pm.',
      'Opens today at 3pm',
      'Card, version 3: Safe times or never-times changed',
      'By you, today at 10:05am',
    ]) {
      expect(page).toContain(part);
    }
  });

  it('P5 keeps a never-time at the number, on the board and in the next safe time alike', async () => {
    await change('never-times', { ...week(''), monHours: '10am to 3pm' });
    expect(await words(`${path}/call`)).toContain('It is outside the times that are safe for the person.');
    const [row] = await admin<{ known: boolean; act_by_at: Date }>(
      `select h.hours -> 'schedule' -> 'mon' = '[["00:00", "10:00"], ["15:00", "24:00"]]' as known, c.act_by_at
       from app.case_file c join app.safe_hours h on h.hours_key = c.call_hours where c.case_id = $1`,
    );
    expect(row?.known).toBe(true);
    expect(await words('/board?view=open-now')).not.toContain('Open until');
  });

  it('lays a date of its own over the week, and takes it away again', async () => {
    await change('safe-times', { ...week(''), tueHours: '9am to 5pm' });
    const date = { dateDay: '2', dateMonth: '3', dateYear: '2026' };
    expect((await change('dates', { ...date, kind: 'open', hours: '10am to 11am' })).statusCode).toBe(303);
    const page = await desk.responder.get(card);
    expect(plain(page.body)).toContain('On 2 March 2026: also safe 10am to 11am.');
    expect(plain(page.body)).toContain('Open until today at 11am');
    const removed = await desk.responder.post(`${card}/dates/remove`, { date: '2026-03-02' }, { on: card });
    expect(removed.statusCode).toBe(303);
    expect(await words()).toContain('Opens tomorrow at 9am');
  });

  it('seals addresses and the name of the other person: they are on no page until shown, and in no plain column', async () => {
    const address = { purpose: 'police-check', address: '1 Sample Lane, Heronsby', post: '' };
    expect((await change('address', address)).statusCode).toBe(303);
    const other = { relation: 'friend', name: 'Sample Wren', knows: 'might-ring' };
    expect((await change('other-person', other)).statusCode).toBe(303);
    const lost = { policeCheck: 'yes', afterDays: '7', via: 'police-check-address' };
    expect((await change('lost-contact', lost)).statusCode).toBe(303);
    const { body } = await desk.responder.get(card);
    expect(body).not.toMatch(/Heronsby|Wren/);
    expect(plain(body)).toContain('A police check after 7 days');
    const shown = await desk.responder.post(`${card}/show`, { what: 'third-party' }, { on: card });
    expect([shown.statusCode, /Wren/.test(shown.body), /Heronsby/.test(shown.body)]).toEqual([
      200,
      true,
      false,
    ]);
    const journal = await admin<{ all: string }>(
      `select string_agg(payload::text || coalesce(reason, ''), ' ') as all from app.journal where case_id = $1`,
    );
    expect(journal[0]?.all).not.toMatch(/Heronsby|Wren/);
  });

  it('P8 shows one word at a time, and records each showing in a row of its own', async () => {
    await desk.responder.post(`${path}/safe-contact/words`, { stopWord: 'marigold' });
    expect((await desk.responder.get(card)).body).not.toMatch(/lantern|marigold/);
    const code = await desk.responder.post(`${card}/show`, { what: 'code' }, { on: card });
    expect([/lantern/.test(code.body), /marigold/.test(code.body)]).toEqual([true, false]);
    const stop = await desk.responder.post(`${card}/show`, { what: 'stop' }, { on: card });
    expect([/lantern/.test(stop.body), /marigold/.test(stop.body)]).toEqual([false, true]);
    const rows = await admin<{ what: string; basis: string }>(
      'select what, basis from app.access_log where case_id = $1 order by what',
    );
    expect(rows).toEqual([
      { what: 'code-word', basis: 'card' },
      { what: 'stop-word', basis: 'card' },
    ]);
  });

  it('keeps a version of a way to reach the person for each change, whoever makes it', async () => {
    const id = await routeId();
    await change(`routes/${id}`, { 'seenBy[]': ['household'], recheckDays: '7' });
    await desk.attempt(path, { outcome: 'someone-else-answered' });
    const rows = await admin<{ version: number; state: string; seen_by: string[] }>(
      `select v.version, v.state, v.seen_by from app.contact_route_version v join app.case_file c using (person_id)
       where c.case_id = $1 order by v.version`,
    );
    expect(rows).toEqual([
      { version: 1, state: 'active', seen_by: [] },
      { version: 2, state: 'active', seen_by: ['household'] },
      { version: 3, state: 'suspended', seen_by: ['household'] },
    ]);
    await expect(
      web().instance.admin(`update app.contact_route_version set state = 'active'`),
    ).rejects.toThrow(/append-only/);
    const refused = await change(`routes/${id}`, { recheckDays: '30' });
    expect([refused.statusCode, plain(refused.body)]).toEqual([409, expect.stringContaining('on hold')]);
  });
});

describe('a card that would contradict itself is not written', () => {
  it.each<[string, string, FormFields, string, string]>([
    [
      'hours that leave nothing',
      'never-times',
      week('all day'),
      'monHours',
      'there is no safe time left at all',
    ],
    [
      'the other person who is not there',
      'lost-contact',
      { policeCheck: 'yes', afterDays: '7', via: 'third-party' },
      'via',
      'There is no other person on the card yet',
    ],
    [
      'a police check at no address',
      'lost-contact',
      { policeCheck: 'yes', afterDays: '7', via: 'police-check-address' },
      'via',
      'There is no address for a police check on the card yet',
    ],
    [
      'hours that run past midnight',
      'safe-times',
      { ...week(''), friHours: '10pm to 6am' },
      'friHours',
      'Friday:',
    ],
    [
      'a date that is over',
      'dates',
      { dateDay: '1', dateMonth: '3', dateYear: '2026', kind: 'never', hours: '9am to 5pm' },
      'dateDay',
      'today or later',
    ],
    [
      'an empty week, sent by mistake',
      'safe-times',
      week(''),
      'monHours',
      'or tick that no time was ruled out',
    ],
    ['a text that is not approved', 'wording', { wording: 'my-own' }, 'wording', 'Select the text'],
  ])(
    '%s: 400, with the way out beside the field and what was typed',
    async (_, part, fields, field, sentence) => {
      const answer = await change(part, fields);
      expect([answer.statusCode, plain(answer.body)]).toEqual([400, expect.stringContaining(sentence)]);
      expect(answer.body).toContain(`href="#${field}"`);
      expect((await versions()).length).toBe(1);
    },
  );

  it('a message left where the suspect may see it, from either side', async () => {
    const id = await routeId();
    const permit = (text: string) =>
      desk.responder.post(`${path}/routes/${id}/permissions`, {
        call: 'yes',
        text,
        voicemail: 'no',
        saidBy: 'person',
      });
    expect((await permit('yes')).statusCode).toBe(303);
    const seen = await change(`routes/${id}`, { 'seenBy[]': ['suspect'], recheckDays: '30' });
    expect([seen.statusCode, plain(seen.body)]).toEqual([
      400,
      expect.stringContaining('may see what is left'),
    ]);
    await permit('no');
    await change(`routes/${id}`, { 'seenBy[]': ['suspect'], recheckDays: '30' });
    const text = await permit('yes');
    expect([text.statusCode, plain(text.body)]).toEqual([
      400,
      expect.stringContaining('may see what is left'),
    ]);
  });

  it('a stop word that sounds like the code word', async () => {
    const same = await desk.responder.post(`${path}/safe-contact/words`, { stopWord: ' Lantern!' });
    expect([same.statusCode, plain(same.body)]).toEqual([
      400,
      expect.stringContaining('must not sound like the code word'),
    ]);
  });
});

describe('others at the card', () => {
  it('P7 find nothing there: not the card, not a form, not a word', async () => {
    for (const persona of ['officer', 'sarc', 'commissioner', 'auditor', 'administrator']) {
      const browser = await web().signedIn(persona);
      for (const page of ['', '/safe-times', '/address', `/routes/${await routeId()}`]) {
        expect([persona, page, (await browser.get(`${card}${page}`)).statusCode]).toEqual([
          persona,
          page,
          404,
        ]);
      }
    }
    const rows = await admin('select 1 from app.access_log where case_id = $1');
    expect(rows).toEqual([]);
  });

  it('a service manager reads it, and changes and opens nothing', async () => {
    const manager = await web().signedIn('manager');
    const page = await manager.get(card);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain(`${card}/show`);
    expect(page.body).not.toContain(`${card}/words`);
    for (const part of ['words', 'safe-times', 'address', `routes/${await routeId()}`])
      expect([part, (await manager.get(`${card}/${part}`)).statusCode]).toEqual([part, 404]);
  });

  it('the address that it had before leads there, and nowhere for whoever may not see the case', async () => {
    const old = card.replace(/safe-contact$/, 'safety');
    const kept = await desk.responder.get(old);
    expect([kept.statusCode, kept.headers.location]).toEqual([301, card]);
    expect((await desk.officer.get(old)).statusCode).toBe(404);
    const unknown = await desk.responder.get('/cases/01920000-0000-7000-8000-000000000000/safety');
    expect(unknown.statusCode).toBe(404);
  });

  it('a form drawn before somebody else changed the case saves nothing and says what changed', async () => {
    const { body } = await desk.responder.get(`${card}/our-number`);
    const revision = /name="revision" value="(\d+)"/.exec(body)?.[1] ?? '';
    await change('wording', { wording: 'none' });
    const stale = await change('our-number', { callerId: 'show', revision });
    expect([stale.statusCode, plain(stale.body)]).toEqual([
      409,
      expect.stringContaining('Someone changed this case first'),
    ]);
    expect(await words()).toContain('Not asked yet, so withheld');
  });

  it('the same form sent twice writes one version', async () => {
    const { body } = await desk.responder.get(`${card}/our-number`);
    const idempotencyKey = /name="idempotencyKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const revision = /name="revision" value="(\d+)"/.exec(body)?.[1] ?? '';
    const send = () => change('our-number', { callerId: 'show', revision, idempotencyKey });
    expect([(await send()).statusCode, (await send()).statusCode]).toEqual([303, 303]);
    expect((await versions()).length).toBe(2);
  });

  it('a forged route or part is not there', async () => {
    const other = await desk.aCase();
    const [route] = await web().instance.admin<{ route_id: string }>(
      'select r.route_id from app.contact_route r join app.case_file c using (person_id) where c.case_id = $1',
      [other.replace('/cases/', '')],
    );
    const forged = [`routes/${route?.route_id}`, 'nothing'];
    for (const part of forged) expect((await desk.responder.get(`${card}/${part}`)).statusCode).toBe(404);
    const shown = await desk.responder.post(`${card}/show`, { what: String(route?.route_id) }, { on: card });
    expect(shown.statusCode).toBe(404);
  });
});

describe('a check that has run out', () => {
  it('is said on the card and beside the number, and asking again renews it', async () => {
    await web().instance.setNow('2026-04-20T10:00:00Z');
    const line = 'Check again before you rely on it: nobody has asked since Monday 2 March 2026.';
    expect(await words()).toContain(line);
    expect(await words(`${path}/call`)).toContain(line);
    await change(`routes/${await routeId()}`, { recheckDays: '14' });
    const page = await words();
    expect(page).not.toContain('Check again before');
    expect(page).toContain('Last checked Monday 20 April 2026; good until Monday 4 May 2026.');
  });

  it('marks the row on the board', async () => {
    expect(await words('/board')).not.toContain('Check the number again');
    await web().instance.setNow('2026-04-20T10:00:00Z');
    expect(await words('/board')).toContain('Check the number again');
  });

  it('is renewed by a conversation in which the person says that the number is still safe', async () => {
    await web().instance.setNow('2026-04-20T10:00:00Z');
    const spoke = await desk.attempt(path, { outcome: 'spoke' });
    const followUp = String(spoke.headers.location);
    const told = {
      identity: 'known-voice',
      'emotional-support': 'given',
      'justice-information': 'given',
      'support-offer': 'given',
    };
    expect((await desk.responder.post(followUp, { ...told, stillSafe: 'yes' })).statusCode).toBe(303);
    expect(await words()).toContain('Last checked Monday 20 April 2026; good until Wednesday 20 May 2026.');
    expect(await words(`${path}/history`)).toContain('Number checked: still safe');
  });

  it('is not renewed by a voice that may be anyone’s', async () => {
    await web().instance.setNow('2026-04-20T10:00:00Z');
    const spoke = await desk.attempt(path, { outcome: 'spoke' });
    await desk.responder.post(String(spoke.headers.location), { identity: 'not-sure', stillSafe: 'yes' });
    expect(await words()).toContain('Check again before you rely on it');
  });
});

describe('a number that goes on hold', () => {
  it('P5 takes every message that waits for it along, in the same act', async () => {
    await web().instance.admin(
      `insert into app.person_message (message_id, case_id, person_id, handling_agency_id, route_id, channel, kind,
         template_id, template_version, about_at, queued_by, queued_at, next_try_at)
       select gen_random_uuid(), c.case_id, c.person_id, c.handling_agency_id, r.route_id, 'text', 'appointment',
         'reminder', 1, '2026-03-03T10:00:00Z', f.referred_by, '2026-03-02T10:00:00Z',
         '2026-03-02T10:05:00Z'
       from app.case_file c join app.contact_route r using (person_id) join app.referral f using (referral_id)
       where c.case_id = $1`,
      [caseId()],
    );
    await desk.attempt(path, { outcome: 'someone-else-answered' });
    const messages = await admin<{ state: string; reason: string }>(
      'select state, reason from app.person_message where case_id = $1',
    );
    expect(messages).toEqual([{ state: 'cancelled', reason: 'route-suspended' }]);
  });
});
