import { StopContact } from '#libs/casework';
import { receivedRequest, withdrawnNotices } from '#libs/persistence';
import type { ServiceRequestId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY, WILLOW } from '../consent/support';
import { REPORTED, RequestActs } from './support';

describe('what a request stands on', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);
  const received = (requestId: ServiceRequestId, key = 'coordinator') =>
    instance().webWork.read(instance().persona(key), (manager) => receivedRequest(manager, requestId));

  beforeEach(() => instance().setNow(MONDAY));

  it('is asked before anything leaves: without it nothing is sent (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await acts.consent.record(caseId, { dataClasses: ['identity'] });
    const requestId = await acts.proposed(caseId);
    expect(await acts.send(await acts.now(requestId))).toEqual({ kind: 'refused', reason: 'no-ground' });
    expect(await received(requestId)).toBeNull();
    expect(await acts.row(requestId)).toMatchObject({ state: 'proposed', step: 'send' });
  });

  it('withdrawn while a request is queued: nothing is sent, and the service’s next read is not found (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const queued = await acts.sent(caseId);
    expect((await received(queued))?.id).toBe(queued);
    await acts.consent.withdraw(caseId);
    expect(await acts.row(queued)).toMatchObject({
      state: 'withdrawn',
      withdraw_reason: 'consent-withdrawn',
      next_fire_at: null,
    });
    expect(await received(queued)).toBeNull();
    expect(await acts.accept(await acts.now(queued))).toEqual({ kind: 'not-found' });
    const notices = await instance().webWork.read(instance().persona('coordinator'), (manager) =>
      withdrawnNotices(manager, { agencyId: WILLOW, limit: 100 }),
    );
    expect(notices).toHaveLength(1);
    const again = await acts.proposed(caseId);
    expect(await acts.send(await acts.now(again))).toEqual({ kind: 'refused', reason: 'no-ground' });
  });

  it('withdrawn while somebody is supported: the support ends for the service at that commit (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.accept(await acts.now(requestId), 'coordinator', instance().persona('adviser').userId);
    await acts.start(await acts.now(requestId));
    await acts.consent.withdraw(caseId);
    expect(await received(requestId, 'adviser')).toBeNull();
    expect(await acts.row(requestId)).toMatchObject({ state: 'withdrawn' });
  });

  it('that runs out closes the door at that instant, and the timer writes it down (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await acts.consent.record(caseId, { dataClasses: ['needs'], days: 30 });
    const requestId = await acts.proposed(caseId);
    await acts.send(await acts.now(requestId));
    await acts.accept(await acts.now(requestId));
    await instance().setNow('2026-04-01T10:06:30Z');
    expect(await received(requestId)).toBeNull();
    await acts.timersAt('2026-04-01T10:06:31Z');
    expect(await acts.row(requestId)).toMatchObject({
      state: 'withdrawn',
      withdraw_reason: 'consent-expired',
    });
  });

  it('is not the wish of somebody who has said stop: nothing new leaves for them (P5)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await acts.consent.record(caseId, { dataClasses: ['needs'] });
    const requestId = await acts.proposed(caseId);
    await stop(caseId, 'asked-to-stop');
    expect(await acts.send(await acts.now(requestId))).toEqual({
      kind: 'refused',
      reason: 'contact-stopped',
    });
  });

  it.each(['ended', 'declined', 'not-wanted'] as const)(
    'withdrawn when the request is over (%s): nothing of it is there for the service any more (P6)',
    async (state) => {
      const { caseId } = await promise.refer(REPORTED);
      const requestId = await acts.sent(caseId);
      const over = {
        declined: async () => acts.decline(await acts.now(requestId)),
        'not-wanted': async () => {
          await acts.accept(await acts.now(requestId));
          return acts.stillWanted(await acts.now(requestId), 'not-wanted');
        },
        ended: async () => {
          await acts.accept(await acts.now(requestId), 'coordinator', instance().persona('adviser').userId);
          await acts.start(await acts.now(requestId));
          return acts.end(await acts.now(requestId));
        },
      };
      expect(await over[state]()).toMatchObject({ kind: 'changed', state });
      expect(await received(requestId)).toMatchObject({ id: requestId, state });
      await acts.consent.withdraw(caseId);
      expect(await received(requestId)).toBeNull();
      const left = await instance().webWork.read(instance().persona('coordinator'), async (manager) => {
        const counts: number[] = [];
        for (const table of ['service_request', 'service_request_minimum', 'service_request_step']) {
          const sql = `select 1 from app.${table} where request_id = $1`;
          counts.push((await manager.query<unknown[]>(sql, [requestId])).length);
        }
        return counts;
      });
      expect(left).toEqual([0, 0, 0]);
    },
  );

  it('ends with the person’s life, at every service, in the transaction that records it', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.accept(await acts.now(requestId));
    await stop(caseId, 'died');
    expect(await acts.row(requestId)).toMatchObject({ state: 'withdrawn', withdraw_reason: 'died' });
    expect(await received(requestId)).toBeNull();
  });

  it('ends with the person’s life also where the case had closed and the support went on', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.accept(await acts.now(requestId));
    await instance().admin(
      `update app.case_file set contact_state = 'closed', closed_at = now(), act_by_at = null, next_due_at = null
       where case_id = $1`,
      [caseId],
    );
    await stop(caseId, 'died');
    expect(await acts.row(requestId)).toMatchObject({ state: 'withdrawn', withdraw_reason: 'died' });
  });

  async function stop(caseId: Parameters<typeof acts.sent>[0], cause: 'died' | 'asked-to-stop') {
    const { webWork, ids, persona } = instance();
    const revision = await acts.consent.revisionOf(caseId);
    const once = await new StopContact(webWork, ids).execute(
      persona('responder'),
      { caseId, revision, cause },
      onlyOnce(),
    );
    expect(once).toMatchObject({ kind: 'done', result: { kind: 'stopped' } });
  }
});
