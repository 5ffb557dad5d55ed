import { BookAppointment, ReadSupportWords } from '#libs/casework';
import {
  instant,
  type AppointmentId,
  type CaseId,
  type RouteId,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { appointmentsOfCase } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs, WILLOW } from '../consent/support';
import { withEmail } from '../person-messages/support';
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

  it('P5 reminds of nothing without safe contact shared, and of nothing that the desk booked', async () => {
    await allocated();
    const id = await booked();
    await consent.withdraw(caseId, { dataClass: 'safe-contact' });
    expect(await acts.remind(id, routeId, 'email', 'adviser')).toEqual({ kind: 'not-found' });
    const theirs = await booked('responder', { startsAt: instant('2026-03-05T14:00:00Z') });
    expect(await acts.remind(theirs, routeId, 'email', 'adviser')).toEqual({ kind: 'not-found' });
    expect(await messages()).toEqual([]);
  });
});
