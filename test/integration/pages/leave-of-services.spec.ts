import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { press, sentRequest } from './service-request-support';

const web = useWeb();
let desk: Desk;
let adviser: WebBrowser;
let coordinator: WebBrowser;
const idOf = (persona: string) => web().instance.persona(persona).userId as string;

beforeAll(async () => {
  desk = await openDesk(web());
  adviser = await web().signedIn('adviser');
  coordinator = await web().signedIn('coordinator');
});

const days = (first: string, last: string) => ({
  firstDay: first,
  firstMonth: '3',
  firstYear: '2026',
  lastDay: last,
  lastMonth: '3',
  lastYear: '2026',
});

describe('leave of people who work for a service', () => {
  it('P15 makes the coordinator answer for what an adviser carries, until they are back', async () => {
    const { instance } = web();
    const { atService, casePath } = await sentRequest(desk);
    await press(coordinator, atService, 'accept');
    const allocated = await coordinator.post(
      `${atService}/allocate`,
      { choice: idOf('adviser') },
      { on: `${atService}/allocate` },
    );
    expect(allocated.statusCode).toBe(303);
    const planned = await adviser.post('/leave/new', { userId: idOf('adviser'), ...days('4', '6') });
    expect(planned.statusCode).toBe(303);
    const own = plain((await adviser.get(String(planned.headers.location))).body);
    expect(own).toContain('1 request is theirs');
    expect(own).not.toContain('duty lead');
    await instance.setNow('2026-03-04T10:00:00Z');
    const list = plain((await coordinator.get('/leave')).body);
    expect(list).toContain('Away now');
    expect(plain((await coordinator.get(atService)).body)).toContain('on leave');
    expect(plain((await desk.responder.get(`${casePath}/support`)).body)).toContain('on leave');
    const back = `${String(planned.headers.location)}/come-back`;
    const ended = await coordinator.post(back, { revision: '1' }, { on: String(planned.headers.location) });
    expect(ended.statusCode).toBe(303);
    expect(plain((await coordinator.get(atService)).body)).not.toContain('on leave');
  });

  it('P7 is the service’s own: an adviser plans nobody else’s, and no other agency sees any', async () => {
    const theirs = await adviser.post('/leave/new', { userId: idOf('coordinator'), ...days('10', '11') });
    expect(theirs.statusCode).toBe(404);
    const planned = await coordinator.post('/leave/new', { userId: idOf('adviser'), ...days('20', '21') });
    expect(planned.statusCode).toBe(303);
    const place = String(planned.headers.location);
    for (const key of ['lead', 'sarc', 'responder'])
      expect([key, (await (await web().signedIn(key)).get(place)).statusCode]).toEqual([key, 404]);
    const lead = plain((await (await web().signedIn('lead')).get('/leave')).body);
    expect(lead).not.toContain('20 March 2026');
    const foreign = await coordinator.post('/leave/new', { userId: idOf('sarc'), ...days('24', '25') });
    expect(foreign.statusCode).toBe(404);
    for (const key of ['officer', 'commissioner', 'auditor'])
      expect([key, (await (await web().signedIn(key)).get('/leave')).statusCode]).toEqual([key, 404]);
  });
});
