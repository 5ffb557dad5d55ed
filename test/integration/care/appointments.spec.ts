import { BeginSupportTasks, ReadSupportWords } from '#libs/casework';
import { instant, type AppointmentId, type CaseId, type RouteId } from '#libs/domain';
import { appointmentsOfCase } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { withEmail } from '../person-messages/support';
import { CareActs, MONDAY } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new CareActs(instance);
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

const booked = async (change: object = {}): Promise<AppointmentId> => {
  const outcome = await acts.book({ caseId, ...details, ...change });
  if (outcome.kind !== 'booked') throw new Error(JSON.stringify(outcome));
  return outcome.appointmentId;
};
const seen = (by = 'responder') =>
  instance().webWork.read(instance().persona(by), (manager) => appointmentsOfCase(manager, caseId));
const messages = () =>
  instance().admin<{ state: string; reason: string | null }>(
    'select state, reason from app.person_message where case_id = $1',
    [caseId],
  );

describe('an appointment', () => {
  it('takes an hour, somebody asks the day before, and where exactly is sealed', async () => {
    const id = await booked({ words: 'The sample side door' });
    expect((await seen())[0]).toMatchObject({ state: 'booked', endsAt: instant('2026-03-06T15:00:00Z') });
    expect(await acts.tasks(caseId, 'confirm-appointment')).toMatchObject([
      { state: 'planned', planned_on: '2026-03-05' },
    ]);
    const { webWork, vault, persona } = instance();
    const asked = { caseId, recordIds: [id] };
    const words = await new ReadSupportWords(webWork, vault).execute(persona('lead'), asked);
    expect(words.kind === 'read' && words.noteOf(id)).toBe('The sample side door');
    await acts.takeCase(caseId);
    await instance().setNow('2026-03-05T09:00:00Z');
    await new BeginSupportTasks(instance().workerWork).execute({ limit: 50 });
    expect(await acts.tasks(caseId, 'confirm-appointment')).toMatchObject([{ state: 'open' }]);
  });

  it.each([
    [{ startsAt: instant('2026-03-02T10:00:00Z') }, 'starts-in-the-past'],
    [{ startsAt: instant('2029-03-06T14:00:00Z') }, 'starts-too-far-ahead'],
    [{ minutes: 0 }, 'minutes-out-of-range'],
    [{ minutes: 721 }, 'minutes-out-of-range'],
  ])('is refused with %j', async (change, reason) => {
    expect(await acts.book({ caseId, ...details, ...change })).toMatchObject({ reason });
  });

  it('tomorrow needs nobody to be asked the day before', async () => {
    await booked({ startsAt: instant('2026-03-03T09:00:00Z') });
    expect(await acts.tasks(caseId, 'confirm-appointment')).toEqual([]);
  });

  it('is told of once it has begun, with a reason that blames nobody', async () => {
    const id = await booked();
    expect(await acts.changeAppointment(id, { kind: 'attend' })).toMatchObject({ reason: 'not-begun-yet' });
    expect(await acts.changeAppointment(id, { kind: 'confirm' })).toMatchObject({ kind: 'changed' });
    expect(await acts.changeAppointment(id, { kind: 'confirm' })).toMatchObject({
      reason: 'confirmed-already',
    });
    await instance().setNow('2026-03-06T15:05:00Z');
    expect(await acts.changeAppointment(id, { kind: 'not-attend', reason: 'did-not-meet' })).toMatchObject({
      kind: 'changed',
    });
    expect(await acts.changeAppointment(id, { kind: 'attend' })).toMatchObject({ reason: 'settled' });
    expect(await acts.eventTypes(caseId)).toEqual(
      expect.arrayContaining(['appointment.booked', 'appointment.confirmed', 'appointment.not-attended']),
    );
  });

  it('P5 reminds only by a route that is safe for it, through the messages to people', async () => {
    const id = await booked();
    const unsafe = '018f3c1e-0000-7000-8000-00000000dead' as string as RouteId;
    expect(await acts.remind(id, unsafe, 'email')).toEqual({ kind: 'not-found' });
    expect(await acts.remind(id, routeId, 'text')).toMatchObject({ kind: 'refused' });
    expect(await messages()).toEqual([]);
    expect(await acts.remind(id, routeId, 'email')).toMatchObject({ kind: 'queued' });
    expect(await messages()).toEqual([{ state: 'queued', reason: null }]);
  });

  it('P5 moved, its reminder never leaves, the task is another, and both appointments stay', async () => {
    const id = await booked();
    await acts.remind(id, routeId, 'email');
    const past = { ...details, startsAt: instant('2026-03-01T14:00:00Z') };
    expect(
      await acts.changeAppointment(id, { kind: 'move', reason: 'person-asked', to: past }),
    ).toMatchObject({ reason: 'starts-in-the-past' });
    const to = { ...details, startsAt: instant('2026-03-10T14:00:00Z') };
    expect(await acts.changeAppointment(id, { kind: 'move', reason: 'person-asked', to })).toMatchObject({
      kind: 'changed',
    });
    expect(await messages()).toEqual([{ state: 'cancelled', reason: 'by-staff' }]);
    expect((await seen()).map(({ state, movedFrom }) => [state, movedFrom])).toEqual([
      ['booked', id],
      ['moved', null],
    ]);
    expect((await acts.tasks(caseId, 'confirm-appointment')).map(({ state }) => state)).toEqual([
      'withdrawn',
      'planned',
    ]);
    expect(await acts.remind(id, routeId, 'email')).toMatchObject({ reason: 'settled' });
  });

  it('cancelled, nobody asks about it and nothing about it leaves', async () => {
    const id = await booked();
    await acts.remind(id, routeId, 'email');
    await acts.changeAppointment(id, { kind: 'cancel', reason: 'not-safe-then' }, 'lead');
    expect(await messages()).toEqual([{ state: 'cancelled', reason: 'by-staff' }]);
    expect(await acts.tasks(caseId, 'confirm-appointment')).toMatchObject([
      { state: 'withdrawn', outcome: 'appointment-changed' },
    ]);
  });

  it('P7 is nobody’s elsewhere', async () => {
    const id = await booked();
    for (const by of ['officer', 'adviser', 'commissioner']) {
      expect(await seen(by)).toEqual([]);
      expect(await acts.book({ caseId, ...details }, by)).toEqual({ kind: 'not-found' });
      expect(await acts.changeAppointment(id, { kind: 'cancel', reason: 'person-asked' }, by)).toEqual({
        kind: 'not-found',
      });
    }
  });
});
