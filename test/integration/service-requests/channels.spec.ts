import { providerInbox, receivedRequest } from '#libs/persistence';
import type { RouteId, ServiceRequestId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY, WILLOW } from '../consent/support';
import { REPORTED, RequestActs } from './support';

describe('how somebody may be reached, before a service has answered', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  const read = (requestId: ServiceRequestId) =>
    instance().webWork.read(instance().persona('adviser'), (manager) => receivedRequest(manager, requestId));
  const channels = async (requestId: ServiceRequestId) => (await read(requestId))?.minimum?.safeContact;

  async function sent() {
    const referred = await promise.refer(REPORTED);
    const requestId = await acts.sent(referred.caseId, ['needs', 'safe-contact']);
    expect(await channels(requestId)).toEqual(['call']);
    return { ...referred, requestId };
  }

  const setRoute = (routeId: RouteId | null, state: string) =>
    instance().admin('update app.contact_route set state = $2 where route_id = $1', [routeId, state]);

  it('is kept nowhere, so that no copy can grow stale (P6)', async () => {
    const { requestId } = await sent();
    const [kept] = await instance().admin<{ body: object }>(
      'select body from app.service_request_minimum where request_id = $1',
      [requestId],
    );
    expect(kept?.body).not.toHaveProperty('safeContact');
  });

  it('is told no more once the person takes back their agreement to that class alone (P6)', async () => {
    const { caseId, requestId } = await sent();
    await acts.consent.withdraw(caseId, { dataClass: 'safe-contact' });
    expect((await read(requestId))?.state).toBe('sent');
    expect(await channels(requestId)).toEqual([]);
  });

  it('is told no more from the instant at which a route is suspended, and again when it is safe (P5)', async () => {
    const { routeId, requestId } = await sent();
    await setRoute(routeId, 'suspended');
    expect(await channels(requestId)).toEqual([]);
    await setRoute(routeId, 'active');
    expect(await channels(requestId)).toEqual(['call']);
  });

  it('is told no more from the instant at which contact is stopped (P5)', async () => {
    const { caseId, requestId } = await sent();
    await instance().admin(
      `insert into app.contact_stop (stop_id, person_id, case_id, handling_agency_id, cause, stopped_by, stopped_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'stop-word', $2, now()
       from app.case_file where case_id = $1`,
      [caseId, instance().persona('responder').userId],
    );
    expect(await channels(requestId)).toEqual([]);
  });

  it('is not shown beside what was accepted: the share says it from then on (P6)', async () => {
    const { requestId } = await sent();
    await acts.accept(await acts.now(requestId));
    expect((await read(requestId))?.minimum).toBeNull();
    const rows = await instance().webWork.read(instance().persona('coordinator'), async (manager) => ({
      inbox: await providerInbox(manager, { agencyId: WILLOW, tab: 'accepted', limit: 50 }),
      minimum: await manager.query<unknown[]>(
        'select 1 from app.service_request_minimum where request_id = $1',
        [requestId],
      ),
      channels: await manager.query<{ told: string[] | null }[]>(
        'select app.channels_before_answer($1) as told',
        [requestId],
      ),
    }));
    const line = rows.inbox.requests.find(({ id }) => id === requestId);
    expect(line).toMatchObject({ state: 'waiting', minimum: null });
    expect(rows.minimum).toEqual([]);
    expect(rows.channels).toEqual([{ told: null }]);
  });

  it.each(['sarc', 'officer', 'commissioner', 'administrator', 'responder'])(
    'is not told to %s through the function that tells it (P7)',
    async (key) => {
      const { requestId } = await sent();
      const told = await instance().webWork.read(instance().persona(key), (manager) =>
        manager.query<unknown[]>('select app.channels_before_answer($1) as told', [requestId]),
      );
      expect(told).toEqual([{ told: null }]);
    },
  );
});
