import { RetireService } from '#libs/casework';
import { receivedRequest } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { OUTSIDE_ISVA, REPORTED, RequestActs, WILLOW_ISVA } from './support';

describe('requests of a service that is retired', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);

  const sent = async () => acts.sent((await promise.refer(REPORTED)).caseId);

  async function retire(to: 'retired' | 'open'): Promise<void> {
    const { webWork, persona, admin } = instance();
    const [row] = await admin<{ version: number }>(
      'select max(version) as version from app.directory_service_version where service_id = $1',
      [WILLOW_ISVA],
    );
    const input = { serviceId: WILLOW_ISVA, version: row?.version ?? 0, to };
    const once = await new RetireService(webWork).execute(persona('administrator'), input, onlyOnce());
    expect(once).toMatchObject({ kind: 'done', result: { kind: 'kept' } });
  }

  beforeEach(() => instance().setNow(MONDAY));
  afterEach(async () => {
    // Before the next test looks: whatever else was written down on that morning, it is open again.
    await instance().setNow(MONDAY);
    await retire('open');
  });

  it('that it has not accepted come back to the desk, in their place, and are gone for the service (P1, P6)', async () => {
    const requestId = await sent();
    const proposed = await acts.proposed((await promise.refer(REPORTED)).caseId);
    await retire('retired');
    await acts.timersAt('2026-03-02T12:00:00Z');
    for (const one of [requestId, proposed]) {
      const before = await acts.row(one);
      expect(before).toMatchObject({ state: 'withdrawn', withdraw_reason: 'service-retired' });
      expect(await acts.following(one)).toMatchObject({
        state: 'proposed',
        step: 'choose',
        service_id: null,
        first_asked_at: before.first_asked_at,
      });
    }
    const read = instance().webWork.read(instance().persona('coordinator'), (manager) =>
      receivedRequest(manager, requestId),
    );
    expect(await read).toBeNull();
    const told = await instance().admin(
      `select 1 from app.service_request_notice where kind = 'withdrawn' and request_id = any($1)`,
      [[requestId, proposed]],
    );
    expect(told).toHaveLength(1);
  });

  it('that it has accepted stay, and its coordinator goes on with them (P15)', async () => {
    const requestId = await sent();
    await acts.accept(await acts.now(requestId));
    await retire('retired');
    await acts.timersAt('2026-03-02T12:00:00Z');
    expect(await acts.row(requestId)).toMatchObject({ state: 'waiting', step: 'ask-still-wanted' });
    const adviser = instance().persona('adviser').userId;
    expect(await acts.allocate(await acts.now(requestId), adviser)).toMatchObject({ state: 'allocated' });
  });

  it('leave nothing to be chosen a second time where the need is in somebody’s hands already (P1)', async () => {
    const requestId = await sent();
    await acts.timersAt('2026-03-04T17:00:05Z');
    const next = await acts.following(requestId);
    if (!next) throw new Error('silence is followed by a request');
    await acts.choose(await acts.now(next.request_id), OUTSIDE_ISVA);
    await retire('retired');
    await acts.timersAt('2026-03-04T18:00:00Z');
    const live = await instance().admin<{ id: string }>(
      `select request_id as id from app.service_request
       where case_id = (select case_id from app.service_request where request_id = $1) and due_at is not null`,
      [requestId],
    );
    expect(live).toEqual([{ id: next.request_id }]);
  });
});
