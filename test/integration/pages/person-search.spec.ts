import { casePathOf, openDesk, plain, type Desk } from '../../support/desk';
import { throughDoor } from '../../support/doors';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
});

const SEARCH = '/people/search';
const DOOR = `${SEARCH}?door=school`;

async function search(browser: WebBrowser, fields: Record<string, string>, on = DOOR): Promise<string> {
  const begun = await browser.post(SEARCH, { age: '', number: '', ...fields }, { on });
  expect(begun.statusCode).toBe(303);
  return String(begun.headers.location);
}

async function knownWren(): Promise<string> {
  return desk.aCase({ nameToAskFor: 'Zoë', fullName: 'Zoë O’Wren', age: '7 3 1991', number: '07700 900411' });
}

const accessesBy = (persona: string) =>
  web().instance.admin<{ person_id: string }>(
    `select person_id from app.access_log where actor_id = $1 and basis = 'search'`,
    [web().instance.persona(persona).userId],
  );

describe('searching before a referral', () => {
  it('is what a responder does first at every door', async () => {
    for (const door of ['self', 'school', 'police-by-phone']) {
      const opened = await desk.responder.get(`/referrals/doors/${door}`);
      expect(opened.headers.location).toBe(`${SEARCH}?door=${door}`);
    }
  });

  it('P12 P8 finds a person in spite of accents, order and swapped dates, names nobody in the address, and logs each', async () => {
    const path = await knownWren();
    const before = (await accessesBy('responder')).length;
    const results = await search(desk.responder, { name: 'OWREN Zoe', age: '3 7 1991' });
    expect(results).toMatch(/^\/people\/search\/[0-9a-f-]{36}$/);
    const { body, statusCode } = await desk.responder.get(results);
    expect(statusCode).toBe(200);
    const words = plain(body);
    expect(words).toContain('Zoë O’Wren');
    expect(words).toContain('Same names in another order');
    expect(words).toContain('Date of birth with day and month the other way round');
    expect(words).not.toContain('900411');
    expect(body).toContain(path);
    expect((await accessesBy('responder')).length).toBe(before + 1);
    const title = /<title>([^<]*)</.exec(body)?.[1] ?? '';
    expect(title).not.toMatch(/wren/i);
  });

  it('asks for more than a first name, and says so beside the field', async () => {
    const { body, statusCode } = await desk.responder.post(
      SEARCH,
      { name: 'Zoë', age: '', number: '' },
      { on: DOOR },
    );
    expect([statusCode, body.includes('<a href="#name">')]).toEqual([400, true]);
    const empty = await desk.responder.post(SEARCH, { name: '', age: '', number: '' }, { on: DOOR });
    expect(empty.statusCode).toBe(400);
  });

  it('P7 another responder’s search is not there, and neither is it after half an hour', async () => {
    await knownWren();
    const results = await search(desk.responder, { name: 'Zoe OWren', age: '7 3 1991' });
    expect((await lead.get(results)).statusCode).toBe(404);
    const tokens = await lead.get(SEARCH);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(tokens.body)?.[1] ?? '';
    const key = '00000000-0000-4000-8000-00000000e001';
    const stolen = await lead.send(results, { _csrf: csrf, idempotencyKey: key, answer: 'new' });
    expect(stolen.statusCode).toBe(404);
    expect((await lead.get(`/referrals/doors/school?search=${results.split('/')[3]}`)).statusCode).toBe(303);
    await web().instance.setNow('2026-03-02T10:36:00Z');
    expect((await desk.responder.get(results)).statusCode).toBe(410);
    await web().instance.setNow('2026-03-02T10:05:30Z');
  });

  it.each(['officer', 'sarc', 'manager', 'commissioner', 'auditor', 'administrator'])(
    'P7 %s has no search',
    async (persona) => {
      const browser = await web().signedIn(persona);
      expect((await browser.get(SEARCH)).statusCode).toBe(404);
      expect((await browser.get('/matches')).statusCode).toBe(404);
    },
  );

  it('links a new report to the person who was chosen, with what was typed carried over', async () => {
    const known = await knownWren();
    const caseId = known.split('/')[2];
    const results = await search(desk.responder, {
      name: 'Zoe OWren',
      age: '7 3 1991',
      number: '07700 900411',
    });
    const answered = await desk.responder.post(results, { answer: `same-person:${caseId}` });
    const on = String(answered.headers.location);
    const form = await desk.responder.get(on);
    expect(form.body).toContain('value="Zoe OWren"');
    expect(plain(form.body)).toContain('A new referral for the person of');
    const fields = { agreement: 'agreed', whoseNumber: 'own' };
    const sent = await desk.responder.post('/referrals/doors/school', fields, { on });
    expect(sent.statusCode).toBe(303);
    const path = await casePathOf(web(), String(sent.headers.location));
    const links = await web().instance.admin<{ state: string; found_by: string }>(
      `select m.state, m.found_by from app.person_link l join app.match_review m using (review_id)
       where l.unlinked_at is null and m.case_id = $1 and m.other_case_id = $2`,
      [path.split('/')[2], caseId],
    );
    expect(links).toEqual([{ state: 'same-person', found_by: 'search' }]);
  });

  it('one more call about a report we have makes no second referral', async () => {
    const known = await knownWren();
    const count = async () => (await web().instance.admin('select 1 from app.referral')).length;
    const before = await count();
    const results = await search(desk.responder, { name: 'Zoe OWren', age: '7 3 1991' });
    const told = await desk.responder.post(results, { answer: `same-report:${known.split('/')[2]}` });
    expect(told.headers.location).toBe(known);
    expect(await count()).toBe(before);
    expect(plain((await desk.responder.get(`${known}/history`)).body)).toContain('Told of again');
  });

  it('takes no referral from a responder who has not looked', async () => {
    const page = await desk.responder.get(SEARCH);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const sent = await desk.responder.send('/referrals/doors/self', {
      _csrf: csrf,
      idempotencyKey: '00000000-0000-4000-8000-00000000e002',
      nameToAskFor: 'Sample Person Quill',
      age: '31',
      number: '07700 900123',
    });
    expect([sent.statusCode, sent.body.includes('Look for the person first')]).toEqual([400, true]);
    expect(
      (
        await throughDoor(desk.responder, 'self', {
          nameToAskFor: 'Quill',
          age: '31',
          number: '07700 900123',
        })
      ).statusCode,
    ).toBe(303);
  });

  it('P12 keeps what was typed sealed', async () => {
    await search(desk.responder, { name: 'Marmalade Chiffchaff', age: '' });
    const rows = await web().instance.admin<{ sealed: Buffer }>(
      'select sealed from vault.person_search_record',
    );
    expect(rows.some(({ sealed }) => sealed.toString('latin1').includes('Chiffchaff'))).toBe(false);
    expect(web().logs.some((line) => line.includes('Chiffchaff'))).toBe(false);
  });
});
