import { CloseCasesOfTheDead } from '#libs/casework';
import { PromiseFactProjector } from '#libs/persistence';
import { openDesk, plain, type Desk } from '../../support/desk';
import { sendAs } from '../../support/send-as';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { caughtUp } from '../../support/caught-up';

describe('stopping all contact', () => {
  const web = useWeb();
  let desk: Desk;
  let lead: WebBrowser;
  beforeAll(async () => {
    desk = await openDesk(web());
    lead = await web().signedIn('lead');
  });
  const admin = <Row>(sql: string, values: unknown[] = []) => web().instance.admin<Row>(sql, values);
  const idOf = (path: string) => path.split('/')[2];
  const caseOf = async (path: string) => {
    const [row] = await admin<{ revision: number; contact_state: string; person_id: string }>(
      'select revision, contact_state, person_id from app.case_file where case_id = $1',
      [idOf(path)],
    );
    return { revision: String(row?.revision), state: row?.contact_state, personId: row?.person_id };
  };
  const stop = async (path: string, cause: string, browser = desk.responder) =>
    sendAs(browser, `${path}/stop-contact`, { cause, revision: (await caseOf(path)).revision });
  const lift = async (path: string, saidBy: string, browser = lead) =>
    sendAs(browser, `${path}/stop-contact/lift`, { saidBy, revision: (await caseOf(path)).revision });
  const reveal = async (path: string) => {
    const [route] = await admin<{ route_id: string }>(
      'select route_id from app.contact_route where person_id = $1',
      [(await caseOf(path)).personId],
    );
    return sendAs(desk.responder, `${path}/routes/${route?.route_id}/show`);
  };

  it.each(['stop-word', 'asked-to-stop'])(
    'P5 by %s shows no number, ends a promised call, and keeps the case, its owner and its clocks',
    async (cause) => {
      const path = await desk.aCase();
      await desk.attempt(path, { outcome: 'asked-to-call-later' });
      await admin(
        `insert into app.call_back (call_back_id, case_id, handling_agency_id, at, made_by, made_at, flags)
         select uuidv7(), case_id, handling_agency_id, now() + interval '100 years', $2, now(), '{}'
         from app.case_file where case_id = $1`,
        [idOf(path), web().instance.persona('responder').userId],
      );

      expect((await stop(path, cause)).statusCode).toBe(303);

      expect(plain((await desk.responder.get(path)).body)).toContain('Do not make contact');
      expect((await reveal(path)).statusCode).toBe(409);
      expect(await admin('select ended from app.call_back where case_id = $1', [idOf(path)])).toEqual([
        { ended: 'stopped' },
      ]);
      expect(
        await admin(
          `select c.closed_at, count(d.*) filter (where d.state = 'running')::integer as running
           from app.case_file c join app.deadline d using (case_id) where c.case_id = $1 group by 1`,
          [idOf(path)],
        ),
      ).toEqual([{ closed_at: null, running: 2 }]);
      expect((await stop(path, cause)).statusCode).toBe(409);
    },
  );

  it('by a death closes the case, cancels its clocks under its own reason, and stands so in the figures', async () => {
    const path = await desk.aCase();
    expect((await stop(path, 'died')).statusCode).toBe(303);

    expect((await caseOf(path)).state).toBe('closed');
    expect(await admin('select distinct state from app.deadline where case_id = $1', [idOf(path)])).toEqual([
      { state: 'cancelled' },
    ]);
    await caughtUp(web().instance, new PromiseFactProjector(web().instance.worker));
    expect(
      await admin(
        `select distinct f.cancelled_because from report.promise_fact f
         join app.deadline d using (deadline_id) where d.case_id = $1`,
        [idOf(path)],
      ),
    ).toEqual([{ cancelled_because: 'died' }]);
    const page = plain((await lead.get(`${path}/stop-contact`)).body);
    expect(page).toContain('The person has died');
    expect(page).not.toContain('Let contact go on');
    expect((await lift(path, 'person')).statusCode).toBe(409);
  });

  it('by a death after a stop word closes what was held open', async () => {
    const path = await desk.aCase();
    await stop(path, 'stop-word');
    expect((await stop(path, 'died')).statusCode).toBe(303);
    expect((await caseOf(path)).state).toBe('closed');
  });

  it('by a death closes the cases of another agency too, by the worker', async () => {
    const [path, elsewhere] = [await desk.aCase(), await desk.aCase()];
    const { personId } = await caseOf(path);
    await admin(
      `update app.case_file set person_id = $2, handling_agency_id = (
         select agency_id from app.agency where agency_id <> handling_agency_id limit 1
       ) where case_id = $1`,
      [idOf(elsewhere), personId],
    );
    await stop(path, 'died');
    expect((await caseOf(elsewhere)).state).not.toBe('closed');

    await new CloseCasesOfTheDead(web().instance.workerWork).execute({ limit: 20 });

    expect((await caseOf(elsewhere)).state).toBe('closed');
  });

  it('is lifted by a lead alone; a wish to stop is taken back by nobody but the person', async () => {
    const path = await desk.aCase();
    await stop(path, 'asked-to-stop');
    expect((await lift(path, 'person', desk.responder)).statusCode).toBe(404);
    const police = await lift(path, 'police');
    expect(police.statusCode).toBe(400);
    expect(plain(police.body)).toContain('only they can say that contact is wanted again');
    expect((await lift(path, '')).body).toContain('href="#saidBy"');
    expect((await lift(path, 'person')).statusCode).toBe(303);
    expect((await reveal(path)).statusCode).toBe(200);
    expect((await caseOf(path)).state).toBe('ready');
  });

  it('asks why, says what changed on an old page, and is not there for an officer', async () => {
    const path = await desk.aCase();
    const empty = await desk.responder.post(`${path}/stop-contact`, { revision: '1' });
    expect([empty.statusCode, /href="#cause"/.test(empty.body)]).toEqual([400, true]);
    const old = await desk.responder.post(`${path}/stop-contact`, { cause: 'stop-word', revision: '99' });
    expect(old.statusCode).toBe(409);
    expect((await desk.officer.get(`${path}/stop-contact`)).statusCode).toBe(404);
    expect((await stop(path, 'died', desk.officer)).statusCode).toBe(404);
    expect((await caseOf(path)).state).toBe('ready');
  });
});
