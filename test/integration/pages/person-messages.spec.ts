import { openDesk, plain, type Desk } from '../../support/desk';
import { sendAs } from '../../support/send-as';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { handOverBy, heldTransport, withEmail } from '../person-messages/support';

describe('messages to the person of a case', () => {
  const web = useWeb();
  let desk: Desk;
  let lead: WebBrowser;
  beforeAll(async () => {
    desk = await openDesk(web());
    lead = await web().signedIn('lead');
  });

  async function someone(): Promise<{ path: string; caseId: string; routeId: string }> {
    const path = await desk.aCase();
    const caseId = path.split('/')[2] as never;
    const { instance } = web();
    const [row] = await instance.admin<{ person_id: never }>(
      'select person_id from app.case_file where case_id = $1',
      [caseId],
    );
    const found = {
      caseId,
      personId: row?.person_id as never,
      referralId: '' as never,
      reference: '',
      routeId: null,
    };
    const { emailRouteId } = await withEmail(instance, found);
    return { path, caseId, routeId: emailRouteId };
  }
  const asked = (routeId: string, change = {}) => ({
    route: `email:${routeId}`,
    aboutDay: '3',
    aboutMonth: '3',
    aboutYear: '2026',
    aboutTime: '4pm',
    aboutWhich: '',
    ...change,
  });

  it('shows all that a message says before it is asked for, and never the address it goes to', async () => {
    const { path } = await someone();
    const page = await desk.responder.get(`${path}/messages`);
    expect(page.statusCode).toBe(200);
    expect(plain(page.body)).toContain('We will ring you on Tuesday 3 March at 4pm.');
    expect(page.body).not.toContain('wren@sample.example');
    expect(page.body).not.toContain('Sample Person');
  });

  it('P12 is asked for, waits, is taken back, and says so in the history', async () => {
    const { path, routeId } = await someone();
    const sent = await desk.responder.post(`${path}/messages`, asked(routeId));
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${path}/messages`]);
    const page = await desk.responder.get(`${path}/messages`);
    expect(plain(page.body)).toContain('Waiting to leave');
    const [, action = ''] = /action="([^"]+\/cancel)"/.exec(page.body) ?? [];

    expect((await sendAs(desk.responder, action)).statusCode).toBe(303);
    expect((await sendAs(desk.responder, action)).statusCode).toBe(409);
    expect(plain((await desk.responder.get(`${path}/history`)).body)).toContain('A colleague took it back.');
    expect(web().logs.join('\n')).not.toContain('wren@sample');
  });

  it.each([
    [{ route: '' }, 'Select where it should go', 'route'],
    [{ aboutTime: 'half four' }, 'Enter a time such as 4:30pm or 16:30', 'aboutTime'],
    [{ aboutYear: '2025' }, 'The time must be in the future', 'aboutDay'],
  ])('says what to put right in %j, and keeps what was typed', async (change, sentence, field) => {
    const { path, routeId } = await someone();
    const again = await desk.responder.post(`${path}/messages`, asked(routeId, change));
    expect(again.statusCode).toBe(400);
    expect(again.body).toContain(`href="#${field}"`);
    expect(plain(again.body)).toContain(sentence);
    for (const typed of Object.values(change).filter((value) => value !== '')) {
      expect(again.body).toContain(`value="${typed}"`);
    }
  });

  it('P5 offers no way and says why where none is safe', async () => {
    const { path, routeId } = await someone();
    await web().instance.admin(`update app.contact_route set state = 'suspended' where route_id = $1`, [
      routeId,
    ]);
    const page = plain((await desk.responder.get(`${path}/messages`)).body);
    expect(page).toContain('No message can go to them now.');
    expect(page).not.toContain('Send this message');
    const forged = await sendAs(desk.responder, `${path}/messages`, asked(routeId));
    expect(forged.statusCode).toBe(400);
  });

  it('P7 is not there for an officer, nor a route of somebody else for a responder', async () => {
    const [mine, other] = [await someone(), await someone()];
    expect((await desk.officer.get(`${mine.path}/messages`)).statusCode).toBe(404);
    expect((await sendAs(desk.officer, `${mine.path}/messages`, asked(mine.routeId))).statusCode).toBe(404);
    expect((await desk.responder.post(`${mine.path}/messages`, asked(other.routeId))).statusCode).toBe(400);
  });

  it('asks the lead to look when one did not arrive, and the responder only reads', async () => {
    const { path, routeId, caseId } = await someone();
    await desk.responder.post(`${path}/messages`, asked(routeId));
    const held = heldTransport('refused');
    held.release();
    await handOverBy(web().instance, held.transport).execute({ limit: 20 });

    const alerts = plain((await lead.get('/alerts')).body);
    expect(alerts).toContain('safety review');
    expect(plain((await lead.get('/alerts/safety-reviews')).body)).toContain(
      'The other side did not take the message.',
    );
    const reading = await desk.responder.get(`${path}/messages`);
    expect(plain(reading.body)).toContain('A duty lead decides about it.');
    const page = await lead.get(`${path}/messages`);
    const [, action = ''] = /action="([^"]+\/answer)"/.exec(page.body) ?? [];
    const empty = await sendAs(lead, action, { revision: '1' });
    expect(empty.statusCode).toBe(400);
    expect(empty.body).toMatch(/href="#answer-[0-9a-f-]{36}"/);
    expect((await sendAs(desk.responder, action, { revision: '1', answer: 'safe-again' })).statusCode).toBe(
      404,
    );
    expect((await sendAs(lead, action, { revision: '9', answer: 'keep-on-hold' })).statusCode).toBe(409);
    expect((await sendAs(lead, action, { revision: '1', answer: 'out-of-use' })).statusCode).toBe(303);
    expect(await stateOf(routeId)).toBe('quarantined');
    expect(plain((await lead.get(`/cases/${caseId}`)).body)).toContain('Safety review answered');
  });

  async function stateOf(routeId: string): Promise<string | undefined> {
    const [row] = await web().instance.admin<{ state: string }>(
      'select state from app.contact_route where route_id = $1',
      [routeId],
    );
    return row?.state;
  }
});
