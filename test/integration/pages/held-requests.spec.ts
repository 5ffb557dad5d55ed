import { openDesk, plain, type Desk } from '../../support/desk';
import { sendAs } from '../../support/send-as';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { press, sentRequest } from './service-request-support';

const web = useWeb();
let desk: Desk;
let coordinator: WebBrowser;
let lead: WebBrowser;

beforeEach(async () => {
  desk = await openDesk(web());
  coordinator = await web().signedIn('coordinator');
  lead = await web().signedIn('lead');
});

const admin = <Row>(sql: string, values: unknown[] = []) => web().instance.admin<Row>(sql, values);

async function revisionOf(casePath: string): Promise<string> {
  const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
    casePath.split('/')[2],
  ]);
  return String(row?.revision);
}

const stop = async (casePath: string) =>
  sendAs(desk.responder, `${casePath}/stop-contact`, {
    cause: 'asked-to-stop',
    revision: await revisionOf(casePath),
  });

const lift = async (casePath: string) =>
  sendAs(lead, `${casePath}/stop-contact/lift`, { saidBy: 'person', revision: await revisionOf(casePath) });

describe('a request for support while contact is stopped', () => {
  it('says at the desk that it is held, offers to keep the place and nothing to send (P5)', async () => {
    const { casePath, atDesk, atService } = await sentRequest(desk);
    expect((await stop(casePath)).statusCode).toBe(303);
    expect(plain((await desk.responder.get(atDesk)).body)).toContain('Contact with the person was stopped');
    expect((await coordinator.get(atService)).statusCode).toBe(404);
    const [next] = await admin<{ id: string }>(
      'select request_id as id from app.service_request where instead_of = $1',
      [atDesk.split('/').at(-1)],
    );
    const held = `${casePath}/requests/${next?.id}`;
    const page = await desk.responder.get(held);
    expect(plain(page.body)).toContain('Nothing is sent, and nobody is to ask them anything.');
    expect(page.body).not.toContain(`${held}/send`);
    expect((await press(desk.responder, held, 'keep-place')).statusCode).toBe(303);
    expect(plain((await desk.responder.get(held)).body)).toContain('They keep their place.');
    expect((await lift(casePath)).statusCode).toBe(303);
    const free = await desk.responder.get(held);
    expect(free.body).toContain(`${held}/send`);
    expect(free.body).not.toContain(`${held}/keep-place`);
  });

  it('tells a service that has accepted not to contact them, and nothing of why (P5, P7)', async () => {
    const { casePath, atService } = await sentRequest(desk);
    expect((await press(coordinator, atService, 'accept')).statusCode).toBe(303);
    await stop(casePath);
    const page = plain((await coordinator.get(atService)).body);
    expect(page).toContain('Do not contact them. The desk tells you when that changes');
    expect(page).not.toMatch(/stopped|asked us to stop/i);
  });

  it('tells a service that presses yes a moment too late to do nothing', async () => {
    const { casePath, atService } = await sentRequest(desk);
    const form = await coordinator.get(atService);
    expect(form.statusCode).toBe(200);
    await admin(
      `insert into app.contact_stop (stop_id, person_id, case_id, handling_agency_id, cause, stopped_by, stopped_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'stop-word', $2, now()
       from app.case_file where case_id = $1`,
      [casePath.split('/')[2], web().instance.persona('responder').userId],
    );
    const late = await press(coordinator, atService, 'accept');
    expect(late.statusCode).toBe(409);
    expect(plain(late.body)).toContain('This cannot be accepted at present. Do not contact the person.');
  });
});
