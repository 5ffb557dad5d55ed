import { MatchReferrals } from '#libs/casework';
import { MatchQueue } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { openDesk, plain, type Desk } from '../../support/desk';
import { sendReferral, typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
});

async function matched(): Promise<void> {
  const { worker, workerWork, vault, ids } = web().instance;
  await caughtUp(web().instance, new MatchQueue(worker));
  const matching = new MatchReferrals(workerWork, vault, ids);
  while ((await matching.execute({ limit: 20 })) > 0);
}

const PERSON = {
  nameToAskFor: 'Merlin',
  fullName: 'Merlin Turnstone',
  age: '9 11 1984',
  number: '07700 900777',
};

async function aMatch(change: Record<string, string> = {}): Promise<string> {
  const first = await desk.aCase({ ...PERSON, ...change });
  await desk.aCase({ ...PERSON, ...change, fullName: 'Merlin Turnstone-Tern' });
  await matched();
  const [row] = await web().instance.admin<{ review_id: string }>(
    'select review_id from app.match_review where other_case_id = $1 order by found_at limit 1',
    [first.split('/')[2]],
  );
  return `/matches/${row?.review_id}`;
}

describe('possible matches', () => {
  it('are listed by reference and evidence without a name, compared side by side, decided, and taken back', async () => {
    const path = await aMatch();
    const list = await desk.responder.get('/matches');
    expect(list.body).toContain(path);
    expect(plain(list.body)).not.toContain('Merlin');
    const page = plain((await desk.responder.get(path)).body);
    expect(page).toContain('Merlin Turnstone-Tern');
    expect(page).toContain('9 November 1984');
    const decided = await desk.responder.post(path, { decision: 'same-report', reason: 'details-agree' });
    expect(decided.headers.location).toBe(path);
    const after = plain((await desk.responder.get(path)).body);
    expect(after).toContain('One report: one case goes on');
    expect(plain((await lead.get('/matches?show=decided')).body)).toContain('One person, one report');
    const undone = await lead.post(`${path}/undo`, { undoReason: 'chosen-by-mistake' }, { on: path });
    expect(undone.statusCode).toBe(303);
    expect((await lead.get(path)).body).toContain('Save the decision');
  });

  it('asks again beside the field for what is missing', async () => {
    const path = await aMatch({ number: '07700 900778', age: '9 12 1984' });
    const { body, statusCode } = await desk.responder.post(path, {});
    expect(statusCode).toBe(400);
    for (const field of ['decision', 'reason']) expect(body).toContain(`<a href="#${field}">`);
    const unsure = await desk.responder.post(path, { decision: 'same-person', reason: 'not-sure' });
    expect([unsure.statusCode, unsure.body.includes('<a href="#reason">')]).toEqual([400, true]);
  });

  it('tells the second of two who decide what the first chose', async () => {
    const path = await aMatch({ number: '07700 900779', age: '9 10 1984' });
    const mine = await desk.responder.get(path);
    await lead.post(path, { decision: 'different-person', reason: 'details-differ' });
    const tokens = Object.fromEntries(
      [...mine.body.matchAll(/name="(_csrf|idempotencyKey|revision)" value="([^"]+)"/g)].map(
        ([, n = '', v = '']) => [n, v],
      ),
    );
    const late = await desk.responder.send(path, {
      ...tokens,
      decision: 'same-person',
      reason: 'details-agree',
      note: '',
    });
    expect(late.statusCode).toBe(409);
    expect(plain(late.body)).toContain('Two people');
  });
});

/** What an officer sees of a referral, without what must differ between any two. */
const neutral = (html: string) =>
  html
    .replaceAll(/WM-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'REFERENCE')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/(name="(?:_csrf|idempotencyKey)" value=")[^"]*/g, '$1TOKEN')
    .replaceAll(/nonce="[^"]*"/g, 'nonce="N"')
    .replaceAll(/\d{1,2}:\d{2}(:\d{2})?\s?[ap]m|\d{1,2}[ap]m/g, 'TIME');

describe('P7 what the police are told', () => {
  async function asOfficer(person: Record<string, string>, settle: (referralPath: string) => Promise<void>) {
    await web().instance.setNow('2026-03-02T10:05:30Z');
    const officer = await web().signedIn('officer-south');
    const sent = await sendReferral(officer, {
      ...typedMoment('reported', '2026-3-2 10:00'),
      crimeReference: '',
      ...person,
    });
    const receipt = String(sent.headers.location);
    const path = receipt.replace('/receipt', '');
    const pages = [await officer.get(receipt), await officer.get(path)].map(({ body }) => neutral(body));
    await matched();
    await settle(path);
    await web().instance.setNow('2026-03-02T10:05:40Z');
    const later = [await officer.get(receipt), await officer.get(path)].map(({ body }) => neutral(body));
    const tasks = neutral((await officer.get('/tasks')).body).length > 0;
    return { status: sent.statusCode, headers: Object.keys(sent.headers).toSorted(), pages, later, tasks };
  }

  it('is the same to the byte whether or not the person was known, and after they were linked as one report', async () => {
    const known = {
      nameToAskFor: 'Gannet',
      fullName: 'Gannet Dotterel',
      age: '2 6 1979',
      number: '07700 900661',
    };
    await desk.aCase(known);
    const stranger = {
      nameToAskFor: 'Osprey',
      fullName: 'Osprey Yaffle',
      age: '3 8 1979',
      number: '07700 900662',
    };
    const unknown = await asOfficer(stranger, async () => undefined);
    let decided = '';
    const duplicate = await asOfficer(known, async (path) => {
      const [row] = await web().instance.admin<{ review_id: string }>(
        'select review_id from app.match_review where $1 in (referral_id, other_referral_id)',
        [path.split('/')[2]],
      );
      decided = String(
        (await lead.post(`/matches/${row?.review_id}`, { decision: 'same-report', reason: 'details-agree' }))
          .statusCode,
      );
    });
    expect(decided).toBe('303');
    expect(duplicate).toEqual(unknown);
    expect(unknown.later).toEqual(unknown.pages);
  });
});
