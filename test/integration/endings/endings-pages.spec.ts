import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { RequestActs } from '../service-requests/support';

const web = useWeb();
const requests = new RequestActs(() => web().instance);
let desk: Desk;
let lead: WebBrowser;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
});

const idOf = (path: string) => String(path.split('/')[2]);
const ANSWERS = {
  reason: 'needs-met',
  door: 'any-time',
  feedback: 'yes',
  reopening: 'no',
  sameWorker: 'yes',
  saidHow: 'no-day',
};

/** As if somebody had spoken with the person: the attempt itself is tried elsewhere. */
async function aReachedCase(): Promise<string> {
  const path = await desk.aCase();
  await desk.responder.post(`${path}/take`, {}, { on: path });
  const { admin } = web().instance;
  await admin(`update app.case_file set contact_state = 'reached' where case_id = $1`, [idOf(path)]);
  await admin(
    `update app.deadline set state = 'met', met_at = due_at - interval '1 hour', next_fire_at = null, next_stage = null where case_id = $1`,
    [idOf(path)],
  );
  return path;
}

describe('the page that ends a case', () => {
  it('asks for what is missing, beside each field', async () => {
    const path = await aReachedCase();
    const sent = await desk.responder.post(`${path}/end`, {});
    expect(sent.statusCode).toBe(400);
    const words = plain(sent.body);
    for (const missing of ['Select why the case ends', 'Select what they said of coming back'])
      expect(words).toContain(missing);
  });

  it('shows the way to what ends with the case, and ends it once that was seen', async () => {
    const path = await aReachedCase();
    await requests.sent(idOf(path) as never);
    const page = plain((await desk.responder.get(`${path}/end`)).body);
    expect(page).toContain('Requests that no service has accepted: 1');
    const unseen = await desk.responder.post(`${path}/end`, ANSWERS);
    expect(plain(unseen.body)).toContain('Tick that you have seen what ends with the case');
    const ended = await desk.responder.post(`${path}/end`, { ...ANSWERS, 'seen[]': 'yes' });
    expect(ended.statusCode).toBe(303);
    const after = plain((await desk.responder.get(`${path}/end`)).body);
    expect(after).toContain('How this case ended');
    expect(after).toContain('They have what they needed');
    expect(after).toContain('Record kept until');
  });

  it('says that nobody was reached, and is not there for others', async () => {
    const path = await desk.aCase();
    await desk.responder.post(`${path}/take`, {}, { on: path });
    const early = await desk.responder.post(`${path}/end`, ANSWERS);
    expect(early.statusCode).toBe(409);
    expect(plain(early.body)).toContain('Nobody has reached the person yet');
    expect((await desk.officer.get(`${path}/end`)).statusCode).toBe(404);
  });

  it('tells the next episode how the last one ended, and who answered for it', async () => {
    const path = await aReachedCase();
    await desk.responder.post(`${path}/end`, { ...ANSWERS });
    const again = await desk.aCase();
    const { admin } = web().instance;
    await admin(
      `update app.case_file c set person_id = o.person_id from app.case_file o where c.case_id = $1 and o.case_id = $2`,
      [idOf(again), idOf(path)],
    );
    const words = plain((await lead.get(`${again}/end`)).body);
    expect(words).toContain('They had support before');
    expect(words).toContain('They said that they would want the same worker: Sample Responder Clover');
  });
});

describe('the page of a death', () => {
  it('stops everything and sends whoever saved it back to the board; a lead opens it and takes it back', async () => {
    const path = await desk.aCase();
    await desk.responder.post(`${path}/take`, {}, { on: path });
    expect((await desk.responder.post(`${path}/death`, {})).statusCode).toBe(400);
    const sent = await desk.responder.post(`${path}/death`, { toldBy: 'police', family: 'wants-support' });
    expect(sent.statusCode).toBe(303);
    expect(sent.headers.location).toBe('/board');
    expect(plain((await desk.responder.get('/board')).body)).toContain('Everything is stopped');
    expect((await desk.responder.get(path)).statusCode).toBe(404);
    const page = await lead.get(`${path}/death`);
    expect(plain(page.body)).toContain('Refer somebody of the family for support');
    expect((await lead.post(`${path}/death/correct`, {}, { on: `${path}/death` })).statusCode).toBe(400);
    const back = await lead.post(
      `${path}/death/correct`,
      { because: 'another-person' },
      { on: `${path}/death` },
    );
    expect(back.statusCode).toBe(303);
    const open = plain((await desk.responder.get(path)).body);
    expect(open).toContain('The record of a death was taken back');
  });
});
