import type { CaseId } from '#libs/domain';
import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import { DutyActs } from '../duties/support';

const web = useWeb();
const duties = new DutyActs(() => web().instance);

let desk: Desk;
let path: string;
let caseId: CaseId;

beforeAll(async () => {
  desk = await openDesk(web());
  path = `${await desk.aCase()}/rights`;
  caseId = path.split('/')[2] as CaseId;
});

describe('the rights of a case', () => {
  it('are twelve lines in plain English, each with what is not known of it yet', async () => {
    const { statusCode, body } = await desk.responder.get(path);
    expect(statusCode).toBe(200);
    for (let right = 1; right <= 12; right += 1) expect(body).toContain(`Right ${right}: `);
    expect(plain(body)).toContain('Yes: victim of the most serious crime');
  });

  it('are opened by what the desk records, and say what is due next and who owes it', async () => {
    const form = `${path}/events/new`;
    const wrong = await desk.responder.post(form, typedMoment('at', '2026-3-1 9am'));
    expect([wrong.statusCode, wrong.body.includes('Select what happened')]).toEqual([400, true]);
    const future = { event: 'complaint_received', ...typedMoment('at', '2027-3-1 9am') };
    const ahead = await desk.responder.post(form, future);
    expect([ahead.statusCode, ahead.body.includes('Enter a time that is not in the future')]).toEqual([
      400,
      true,
    ]);
    const good = { event: 'complaint_received', ...typedMoment('at', '2026-3-2 9am') };
    expect((await desk.responder.post(form, good)).statusCode).toBe(303);
    const page = plain((await desk.responder.get(path)).body);
    expect(page).toContain('Owed by every service, this one too, by Monday 16 March 2026');
  });

  it('are met with what somebody rests on, declined and asked for again, each by a form that keeps what was typed', async () => {
    const duty = await duties.one(caseId, 'R12.1');
    const deliver = `${path}/${duty.id}/deliver`;
    const early = await desk.responder.post(
      deliver,
      { evidence: 'person-said', ...typedMoment('at', '2026-3-1 9am') },
      { on: deliver },
    );
    expect(early.statusCode).toBe(400);
    expect(early.body).toContain('Say why it was before what opened this right');
    expect(early.body).toContain('name="early"');
    const decline = `${path}/${duty.id}/decline`;
    const missing = await desk.responder.post(decline, typedMoment('at', '2026-3-2 9am'), { on: decline });
    expect(missing.statusCode).toBe(400);
    expect(missing.body).toContain('Select what the person wants');
    expect(missing.body).toContain('Select how they told you');
    const said = { choice: 'declined', how: 'phone', ...typedMoment('at', '2026-3-2 9am') };
    expect((await desk.responder.post(decline, said, { on: decline })).statusCode).toBe(303);
    const declined = (await desk.responder.get(path)).body;
    expect(plain(declined)).toContain('The person said no');
    const again = `${path}/${duty.id}/again`;
    expect(declined).toContain(again);
    const asked = typedMoment('at', '2026-3-2 9am');
    expect((await desk.responder.post(again, asked, { on: again })).statusCode).toBe(303);
    const fresh = await duties.one(caseId, 'R12.1', 2);
    const met = `${path}/${fresh.id}/deliver`;
    const how = { evidence: 'letter-or-message-seen', ...typedMoment('at', '2026-3-2 9am') };
    expect((await desk.responder.post(met, how, { on: met })).statusCode).toBe(303);
    const page = plain((await desk.responder.get(path)).body);
    expect(page).toContain('I have seen the letter or message');
    const back = await desk.responder.post(`${path}/${fresh.id}/take-back`, { revision: '3' }, { on: path });
    expect(back.statusCode).toBe(303);
    expect(await duties.one(caseId, 'R12.1', 2)).toMatchObject({ state: 'due', deliveredAt: null });
  });

  it('explain each time day by day, from a link of its own on its row', async () => {
    const { body } = await desk.responder.get(path);
    const links = [...body.matchAll(/<a class="govuk-link" href="([^"]+\/time)">(.*?)<\/a>/gs)];
    const duty = await duties.one(caseId, 'R12.1', 2);
    expect(links.map(([, href]) => href)).toContain(`${path}/${duty.id}/time`);
    const texts = links.map(([, , text]) => plain(text ?? ''));
    expect(new Set(texts).size).toBe(texts.length);
    const explained = await desk.responder.get(`${path}/${duty.id}/time`);
    expect(explained.statusCode).toBe(200);
    const words = plain(explained.body);
    for (const said of [
      'every service, this one too',
      'An earlier Code: check it',
      'Time 1, in force',
      'The person asked for it again',
      'The time for people with Enhanced Rights. 10 working days after the day of the start',
      'Counts from: Monday 2 March 2026 at 9am',
      'So it is due by the end of: Monday 16 March 2026',
      'Saturday 7 March 2026 Not counted: a weekend Nothing',
      'Monday 16 March 2026 Working day 10 1 working day',
      'Together: 10 of 10 working days',
      'bank holidays in between: none',
    ])
      expect(words).toContain(said);
  });

  it('explain no time that there never was, nor under the case of somebody else', async () => {
    const untimed = (await duties.of(caseId)).find(({ version }) => version === 0);
    expect(untimed).toBeDefined();
    expect((await desk.responder.get(`${path}/${untimed?.id ?? ''}/time`)).statusCode).toBe(404);
    const duty = await duties.one(caseId, 'R12.1', 2);
    const elsewhere = `${await desk.aCase()}/rights/${duty.id}/time`;
    expect((await desk.responder.get(elsewhere)).statusCode).toBe(404);
  });

  it('have a sheet without any service, case or crime on it, in plain English and easy read', async () => {
    for (const sheet of ['sheet', 'sheet/easy-read']) {
      const { statusCode, body } = await desk.responder.get(`${path}/${sheet}`);
      expect(statusCode).toBe(200);
      const words = plain(body);
      expect(words).toMatch(/your rights|12 rights/i);
      for (const telling of ['Waymark', 'Synergy', 'sexual', 'rape', 'WM-'])
        expect(words).not.toContain(telling);
    }
  });

  it('are no page for the police, a service or whoever pays, and nothing to change for a manager', async () => {
    for (const persona of ['officer', 'adviser', 'commissioner', 'administrator'])
      expect((await (await web().signedIn(persona)).get(path)).statusCode).toBe(404);
    const timed = `${path}/${(await duties.one(caseId, 'R12.1', 2)).id}/time`;
    for (const persona of ['officer', 'adviser', 'commissioner', 'administrator'])
      expect((await (await web().signedIn(persona)).get(timed)).statusCode).toBe(404);
    const manager = await web().signedIn('manager');
    const { statusCode, body } = await manager.get(path);
    expect([statusCode, body.includes('/deliver"')]).toEqual([200, false]);
    expect(body).toContain(timed);
    expect((await manager.get(timed)).statusCode).toBe(200);
    expect((await manager.get(`${path}/events/new`)).statusCode).toBe(404);
  });
});

describe('the catalogue', () => {
  it('shows how firmly each row is known, and two versions side by side', async () => {
    const administrator = await web().signedIn('administrator');
    const { statusCode, body } = await administrator.get('/victims-code');
    expect(statusCode).toBe(200);
    expect(plain(body)).toContain('50 of 73 rows restated');
    expect(plain(body)).toContain('5 working days; with Enhanced Rights 1 working day');
    const compared = await administrator.get('/victims-code/compare?before=2021&after=2026-draft');
    expect(compared.statusCode).toBe(200);
    expect(plain(compared.body)).toContain('0 open rights in all would differ.');
    expect((await administrator.get('/victims-code/compare?before=2021&after=x')).statusCode).toBe(404);
    expect((await (await web().signedIn('officer')).get('/victims-code')).statusCode).toBe(404);
  });
});
