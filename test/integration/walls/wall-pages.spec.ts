import { boardCounts, CallHours } from '#libs/persistence';
import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
});

const colleague = (key: string) => web().instance.persona(key).userId;

describe('the page of walls', () => {
  it('P7 hides a case from the colleague it names, on the board and by its address', async () => {
    const path = await desk.aCase();
    expect((await desk.responder.get(path)).statusCode).toBe(200);
    const sent = await lead.post(`${path}/walls`, {
      who: 'colleague',
      colleague: colleague('responder'),
      basis: 'person-said',
    });
    expect(sent.statusCode).toBe(303);
    expect(plain((await lead.get(`${path}/walls`)).body)).toContain('The wall stands.');
    expect((await desk.responder.get(path)).statusCode).toBe(404);
    expect((await lead.get(path)).statusCode).toBe(200);
  });

  it('asks for what is missing and keeps what was chosen', async () => {
    const path = await desk.aCase();
    const nothing = await lead.post(`${path}/walls`);
    expect(nothing.statusCode).toBe(400);
    expect(plain(nothing.body)).toContain('Select who must not see the case');
    const half = await lead.post(`${path}/walls`, { who: 'colleague', basis: 'person-said' });
    expect(plain(half.body)).toContain('Choose the colleague');
  });

  it('tells a lead who walls themselves off who answers for the case now', async () => {
    const path = await desk.aCase();
    const sent = await lead.post(`${path}/walls`, {
      who: 'colleague',
      colleague: colleague('lead'),
      basis: 'colleague-said',
    });
    expect(sent.statusCode).toBe(303);
    expect(sent.headers.location).toBe('/board');
    expect((await lead.get(path)).statusCode).toBe(404);
  });

  it('P7 is not there for responders, officers, auditors and commissioners', async () => {
    const path = await desk.aCase();
    for (const persona of ['responder', 'officer', 'auditor', 'commissioner']) {
      const browser = await web().signedIn(persona);
      expect((await browser.get(`${path}/walls`)).statusCode).toBe(404);
    }
  });

  it('P7 counts on the board leave the case out for whoever is behind the wall, and for nobody else', async () => {
    const path = await desk.aCase();
    const counts = (key: string) => {
      const { webWork, persona } = web().instance;
      const actor = persona(key);
      return webWork.read(actor, async (manager, now) => {
        const asked = { userId: actor.userId, since: null, callHours: new CallHours() };
        return (await boardCounts(manager, asked, now)).views;
      });
    };
    const before = [await counts('responder'), await counts('lead')] as const;
    await lead.post(`${path}/walls`, {
      who: 'colleague',
      colleague: colleague('responder'),
      basis: 'person-said',
    });
    const after = [await counts('responder'), await counts('lead')] as const;
    expect(after[1]).toEqual(before[1]);
    expect(after[0]).toMatchObject({ all: before[0].all - 1, unassigned: before[0].unassigned - 1 });
  });

  it('takes a wall down for a lead, and refuses an old page', async () => {
    const path = await desk.aCase();
    await lead.post(`${path}/walls`, {
      who: 'colleague',
      colleague: colleague('responder'),
      basis: 'person-said',
    });
    const page = await lead.get(`${path}/walls`);
    const [, lift] = /action="([^"]+\/lift)"/.exec(page.body) ?? [];
    const down = await lead.post(String(lift), {}, { on: `${path}/walls` });
    expect(down.statusCode).toBe(303);
    expect((await desk.responder.get(path)).statusCode).toBe(200);
  });
});
