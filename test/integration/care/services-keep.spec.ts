import { BookAppointment, ReadSupportWords, SetWall } from '#libs/casework';
import {
  instant,
  type AppointmentId,
  type CaseId,
  type OutcomeId,
  type Risk,
  type RouteId,
  type ServiceRequestId,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { appointmentsOfCase, nextAppointmentsOfRequests } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs, WILLOW } from '../consent/support';
import { handOverBy, heldTransport, withEmail } from '../person-messages/support';
import { RequestActs } from '../service-requests/support';
import { CareActs, done, MONDAY } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new CareActs(instance);
const consent = new ConsentActs(instance);
const requests = new RequestActs(instance);
let caseId: CaseId;
let routeId: RouteId;

const FRIDAY = instant('2026-03-06T14:00:00Z');
const details = { place: 'at-our-centre' as const, words: null, startsAt: FRIDAY, minutes: 60 };

beforeEach(async () => {
  await instance().setNow(MONDAY);
  const referred = await withEmail(instance(), await promise.refer('2026-03-02T10:00:00Z'));
  caseId = referred.caseId;
  routeId = referred.emailRouteId as string as RouteId;
});

/** Asked for, accepted and in the hands of the adviser. */
async function allocated(): Promise<void> {
  const requestId = await requests.sent(caseId);
  await requests.accept(await requests.now(requestId), 'coordinator', instance().persona('adviser').userId);
}

const booked = async (by = 'adviser', change: object = {}): Promise<AppointmentId> => {
  const outcome = await acts.book({ caseId, ...details, ...change }, by);
  if (outcome.kind !== 'booked') throw new Error(JSON.stringify(outcome));
  return outcome.appointmentId;
};
/** Another adviser of the same service, who has others in hand. */
const colleague = (): StaffActor => ({
  ...instance().persona('adviser'),
  userId: '018f3c1e-0000-7000-8000-00000000beef' as string as UserId,
});
const seenAs = (actor: StaffActor) =>
  instance().webWork.read(actor, (manager) => appointmentsOfCase(manager, caseId));
const seen = (by: string) => seenAs(instance().persona(by));
const messages = () =>
  instance().admin<{ state: string; reason: string | null }>(
    'select state, reason from app.person_message where case_id = $1',
    [caseId],
  );

describe('an appointment of a service', () => {
  it('is kept by whoever works with the person there, marked as theirs, with its words sealed', async () => {
    await allocated();
    const id = await booked('adviser', { words: 'The sample blue door' });
    expect(await seen('adviser')).toMatchObject([{ id, keptBy: WILLOW, state: 'booked' }]);
    expect(await seen('responder')).toMatchObject([{ id, keptBy: WILLOW }]);
    const { webWork, vault, persona } = instance();
    for (const by of ['adviser', 'responder']) {
      const asked = { caseId, recordIds: [id], act: 'see-appointments' as const };
      const words = await new ReadSupportWords(webWork, vault).execute(persona(by), asked);
      expect(words.kind === 'read' && words.noteOf(id)).toBe('The sample blue door');
    }
    expect(await acts.changeAppointment(id, { kind: 'confirm' }, 'adviser')).toMatchObject({
      kind: 'changed',
    });
    const to = { ...details, startsAt: instant('2026-03-09T14:00:00Z') };
    const moved = await acts.changeAppointment(id, { kind: 'move', reason: 'person-asked', to }, 'adviser');
    expect(moved).toMatchObject({ kind: 'changed' });
    expect((await seen('adviser')).map(({ state, keptBy }) => [state, keptBy])).toEqual([
      ['booked', WILLOW],
      ['moved', WILLOW],
    ]);
    expect(await acts.eventTypes(caseId)).toEqual(
      expect.arrayContaining(['appointment.booked', 'appointment.confirmed', 'appointment.moved']),
    );
    expect(await acts.tasks(caseId, 'confirm-appointment')).toEqual([]);
    const [request] = await instance().admin<{ request_id: ServiceRequestId }>(
      'select request_id from app.service_request where case_id = $1',
      [caseId],
    );
    const next = (by: string) =>
      webWork.read(persona(by), (manager) => nextAppointmentsOfRequests(manager, [request!.request_id]));
    expect((await next('adviser')).get(request!.request_id)?.startsAt).toBe(to.startsAt);
    expect((await next('sarc')).size).toBe(0);
  });

  it('P7 is there for the coordinator, and not for a colleague with others in hand or another service', async () => {
    await allocated();
    await booked();
    expect(await seen('coordinator')).toHaveLength(1);
    expect(await seenAs(colleague())).toEqual([]);
    expect(await seen('sarc')).toEqual([]);
    const { webWork, vault, ids } = instance();
    const asked = { caseId, ...details };
    const outcome = await new BookAppointment(webWork, vault, ids).execute(colleague(), asked, onlyOnce());
    expect(done(outcome)).toEqual({ kind: 'not-found' });
    for (const by of ['sarc', 'officer', 'commissioner'])
      expect(await acts.book(asked, by)).toEqual({ kind: 'not-found' });
  });

  it('P7 is not there for a worker before whom a wall stands', async () => {
    await allocated();
    const id = await booked();
    const { webWork, ids, persona, admin } = instance();
    const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
      caseId,
    ]);
    const target = { kind: 'user', userId: persona('adviser').userId } as const;
    const wall = { caseId, revision: row!.revision, kind: 'staff', target, basis: 'person-said' } as const;
    const input = { ...wall, spareReferrer: false, sparesLeads: false };
    const set = await new SetWall(webWork, ids).execute(persona('lead'), input, onlyOnce());
    expect(done(set)).toMatchObject({ kind: 'set' });
    expect(await seen('adviser')).toEqual([]);
    expect(await acts.changeAppointment(id, { kind: 'confirm' }, 'adviser')).toEqual({ kind: 'not-found' });
    expect(await acts.book({ caseId, ...details }, 'adviser')).toEqual({ kind: 'not-found' });
  });

  it('P6 is gone for the service with the consent, and stays with the desk', async () => {
    await allocated();
    const id = await booked();
    await consent.withdraw(caseId);
    expect(await seen('adviser')).toEqual([]);
    expect(await acts.book({ caseId, ...details }, 'adviser')).toEqual({ kind: 'not-found' });
    expect(await acts.changeAppointment(id, { kind: 'confirm' }, 'adviser')).toEqual({ kind: 'not-found' });
    expect(await acts.remind(id, routeId, 'email', 'adviser')).toEqual({ kind: 'not-found' });
    expect(await seen('responder')).toMatchObject([{ id, keptBy: WILLOW, state: 'booked' }]);
    const cancelled = await acts.changeAppointment(id, { kind: 'cancel', reason: 'person-asked' });
    expect(cancelled).toMatchObject({ kind: 'changed' });
  });

  it('P6 those of the desk are seen where the fact of support is shared, and changed by the desk alone', async () => {
    await consent.shared(caseId, ['identity', 'support-fact']);
    const id = await booked('responder');
    expect(await seen('adviser')).toMatchObject([{ id, keptBy: null }]);
    expect(await acts.changeAppointment(id, { kind: 'confirm' }, 'adviser')).toEqual({ kind: 'not-found' });
    const other = await promise.refer('2026-03-02T10:00:00Z');
    caseId = other.caseId;
    await consent.shared(caseId, ['identity']);
    await booked('responder');
    expect(await seen('adviser')).toEqual([]);
  });

  it('P5 reminds where safe contact is shared, by a route that is safe, and not once it is moved', async () => {
    await allocated();
    const id = await booked();
    expect(await acts.remind(id, routeId, 'text', 'adviser')).toMatchObject({ kind: 'refused' });
    expect(await acts.remind(id, routeId, 'email', 'adviser')).toMatchObject({ kind: 'queued' });
    expect(await messages()).toEqual([{ state: 'queued', reason: null }]);
    await acts.changeAppointment(id, { kind: 'cancel', reason: 'not-safe-then' }, 'adviser');
    expect(await messages()).toEqual([{ state: 'cancelled', reason: 'by-staff' }]);
  });

  it('P5 a reminder that waits leaves only while safe contact is shared with the service that asked for it', async () => {
    await allocated();
    const id = await booked();
    await acts.remind(id, routeId, 'email', 'adviser');
    const held = heldTransport();
    held.release();
    await consent.withdraw(caseId);
    await handOverBy(instance(), held.transport).execute({ limit: 5 });
    expect(await messages()).toEqual([{ state: 'withheld', reason: 'consent-withdrawn' }]);
  });

  it('P5 reminds of nothing without safe contact shared, and of nothing that the desk booked', async () => {
    await consent.shared(caseId, ['identity']);
    const id = await booked();
    expect(await acts.remind(id, routeId, 'email', 'adviser')).toEqual({ kind: 'not-found' });
    const theirs = await booked('responder', { startsAt: instant('2026-03-05T14:00:00Z') });
    expect(await acts.remind(theirs, routeId, 'email', 'adviser')).toEqual({ kind: 'not-found' });
    expect(await messages()).toEqual([]);
  });
});

const NEEDS_TABLES = ['outcome_score', 'needs_assessment', 'risk_flag'];
const TABLES = [...NEEDS_TABLES, 'person_feedback'];
const SCORE = [{ measure: 'feels-safer', answer: 'scored', score: 2 }] as const;
const risk = (of: Risk) => ({ caseId, risk: of, words: 'Sample words', reviewOn: '2026-03-04' });
const REVIEW = { kind: 'review', reviewOn: '2026-03-09' } as const;

describe('what a service keeps of needs, risks, outcomes and feedback', () => {
  it('is kept by whoever works with the person, where their needs are shared, and shown to the desk as theirs', async () => {
    await allocated();
    expect(await acts.assess(caseId, { health: 'needs-support' }, 'adviser')).toMatchObject({
      kind: 'recorded',
    });
    expect(await acts.score(caseId, SCORE, 'adviser')).toMatchObject({ kind: 'recorded' });
    expect(await acts.feedback(caseId, {}, 'adviser')).toMatchObject({ kind: 'recorded' });
    const raised = await acts.raise(risk('stalking'), 'adviser');
    if (raised.kind !== 'raised') throw new Error(JSON.stringify(raised));
    expect(await acts.changeRisk(raised.riskId, REVIEW, 'adviser')).toMatchObject({ kind: 'changed' });
    for (const table of TABLES) {
      const rows = await instance().admin(`select kept_by from app.${table} where case_id = $1`, [caseId]);
      expect([table, rows]).toEqual([table, [{ kept_by: WILLOW }]]);
      for (const by of ['adviser', 'coordinator', 'responder', 'lead'])
        expect([table, by, await acts.seenBy(by, table, caseId)]).toEqual([table, by, 1]);
      for (const by of ['sarc', 'officer', 'commissioner'])
        expect([table, by, await acts.seenBy(by, table, caseId)]).toEqual([table, by, 0]);
    }
    expect(await acts.changeRisk(raised.riskId, { kind: 'close', ending: 'made-safe' })).toMatchObject({
      kind: 'changed',
    });
    const types = await acts.eventTypes(caseId);
    expect(types).toEqual(
      expect.arrayContaining(['needs.assessed', 'outcomes.recorded', 'feedback.recorded', 'risk.raised']),
    );
  });

  it('P6 nothing of needs without the class, and nothing at all once consent is withdrawn', async () => {
    await consent.shared(caseId, ['identity', 'needs']);
    await acts.score(caseId, SCORE, 'adviser');
    await acts.raise(risk('stalking'), 'adviser');
    await acts.feedback(caseId, {}, 'adviser');
    await consent.withdraw(caseId, { dataClass: 'needs' });
    for (const table of NEEDS_TABLES) expect(await acts.seenBy('adviser', table, caseId)).toBe(0);
    expect(await acts.score(caseId, SCORE, 'adviser')).toEqual({ kind: 'not-found' });
    expect(await acts.assess(caseId, { health: 'no-need' }, 'adviser')).toEqual({ kind: 'not-found' });
    expect(await acts.raise(risk('unsafe-home'), 'adviser')).toEqual({ kind: 'not-found' });
    expect(await acts.seenBy('adviser', 'person_feedback', caseId)).toBe(1);
    await consent.withdraw(caseId);
    expect(await acts.seenBy('adviser', 'person_feedback', caseId)).toBe(0);
    expect(await acts.feedback(caseId, {}, 'adviser')).toEqual({ kind: 'not-found' });
    for (const table of ['outcome_score', 'risk_flag', 'person_feedback'])
      expect(await acts.seenBy('responder', table, caseId)).toBe(1);
  });

  it('P6 what the desk keeps is read with the class and changed by the desk alone; feedback to the desk never', async () => {
    await allocated();
    await acts.score(caseId, SCORE);
    await acts.feedback(caseId);
    const raised = await acts.raise(risk('stalking'));
    if (raised.kind !== 'raised') throw new Error(JSON.stringify(raised));
    expect(await acts.seenBy('adviser', 'outcome_score', caseId)).toBe(1);
    expect(await acts.seenBy('adviser', 'risk_flag', caseId)).toBe(1);
    expect(await acts.seenBy('adviser', 'person_feedback', caseId)).toBe(0);
    expect(await acts.changeRisk(raised.riskId, REVIEW, 'adviser')).toEqual({ kind: 'not-found' });
    const [score] = await instance().admin<{ score_id: OutcomeId }>(
      'select score_id from app.outcome_score where case_id = $1',
      [caseId],
    );
    expect(await acts.correct(score!.score_id, 'declined', null, 'adviser')).toEqual({ kind: 'not-found' });
    expect(await acts.raise(risk('stalking'), 'adviser')).toMatchObject({ reason: 'stands-already' });
  });

  it('that cannot wait pages the desk and opens its task within minutes, in the same transaction', async () => {
    await allocated();
    expect(await acts.raise(risk('danger-now'), 'adviser')).toMatchObject({ kind: 'raised' });
    const pages = await instance().admin(
      `select about, state, reasons, case_id from app.urgent_page where case_id = $1 and about = 'need'`,
      [caseId],
    );
    expect(pages).toMatchObject([{ about: 'need', state: 'open', reasons: ['danger-now'] }]);
    expect(await acts.tasks(caseId, 'urgent-need')).toMatchObject([
      { state: 'open', matter: 'danger-now', owner_user_id: null },
    ]);
    expect(await acts.seenBy('adviser', 'urgent_page', caseId)).toBe(0);
    expect(await acts.eventTypes(caseId)).toContain('urgent-page.raised');
  });
});
