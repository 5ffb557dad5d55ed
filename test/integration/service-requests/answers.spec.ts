import { DeclineRequest } from '#libs/casework';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { OTHER_OUTSIDE_ISVA, OUTSIDE_ISVA, REPORTED, RequestActs, WILLOW_ISVA } from './support';

describe('the answer of a service', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  async function sent() {
    const { caseId } = await promise.refer(REPORTED);
    return { caseId, requestId: await acts.sent(caseId) };
  }

  it('is given by one of two who accept at once; the other hears that it has moved on (P15)', async () => {
    const { requestId } = await sent();
    const asRead = await acts.now(requestId);
    const both = await Promise.all([acts.accept(asRead, 'coordinator'), acts.accept(asRead, 'adviser')]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'refused']);
    expect(both).toContainEqual({ kind: 'refused', reason: 'moved-on' });
    const accepted = await instance().admin(
      `select 1 from app.service_request_step where request_id = $1 and act = 'accepted'`,
      [requestId],
    );
    expect(accepted).toHaveLength(1);
  });

  it('comes too late after it was taken back: for the service it is not there (P6)', async () => {
    const { requestId } = await sent();
    const asRead = await acts.now(requestId);
    await acts.withdraw(asRead);
    expect(await acts.accept(asRead)).toEqual({ kind: 'not-found' });
    expect(await acts.withdraw(await acts.now(requestId))).toEqual({ kind: 'refused', reason: 'withdrawn' });
  });

  it('is not saved over what somebody else has changed meanwhile', async () => {
    const { requestId } = await sent();
    const asRead = await acts.now(requestId);
    await acts.acknowledge(asRead);
    expect(await acts.accept(asRead)).toMatchObject({ kind: 'stale' });
  });

  it('no opens the next request at the desk, in the same place of the queue (P1, P15)', async () => {
    const { requestId } = await sent();
    await instance().setNow('2026-03-03T10:00:00Z');
    expect(await acts.decline(await acts.now(requestId))).toMatchObject({ state: 'declined' });
    const before = await acts.row(requestId);
    expect(before).toMatchObject({ step: null, due_at: null });
    expect(await acts.following(requestId)).toMatchObject({
      state: 'proposed',
      step: 'choose',
      service_id: null,
      first_asked_at: before.first_asked_at,
    });
  });

  it('no of two services of one need, in whatever order, leaves one request with the desk (P1)', async () => {
    const { caseId, requestId } = await sent();
    await acts.timersAt('2026-03-04T17:00:05Z');
    const second = await acts.following(requestId);
    if (!second) throw new Error('silence is followed by a request');
    const live = () =>
      instance().admin<{ step: string }>(
        'select step from app.service_request where case_id = $1 and due_at is not null',
        [caseId],
      );
    expect(await acts.decline(await acts.now(requestId))).toMatchObject({ state: 'declined' });
    expect(await live()).toEqual([{ step: 'send' }]);
    await acts.choose(await acts.now(second.request_id), OUTSIDE_ISVA, 'lead');
    const agency = 'agency:00000000-0000-7000-8000-000000000021' as const;
    await acts.consent.record(caseId, { recipient: agency, dataClasses: ['needs'] });
    await acts.send(await acts.now(second.request_id));
    await acts.decline(await acts.now(second.request_id), 'responder');
    expect(await live()).toEqual([{ step: 'choose' }]);
  });

  it('no of two services at one moment leaves one request with the desk (P1)', async () => {
    const { caseId, requestId } = await sent();
    await acts.timersAt('2026-03-04T17:00:05Z');
    const second = await acts.following(requestId);
    if (!second) throw new Error('silence is followed by a request');
    await acts.choose(await acts.now(second.request_id), OUTSIDE_ISVA, 'lead');
    const agency = 'agency:00000000-0000-7000-8000-000000000021' as const;
    await acts.consent.record(caseId, { recipient: agency, dataClasses: ['needs'] });
    await acts.send(await acts.now(second.request_id));
    const both = [await acts.now(requestId), await acts.now(second.request_id)] as const;
    const said = await Promise.all([acts.decline(both[0]), acts.decline(both[1], 'responder')]);
    expect(said.map(({ kind }) => kind)).toEqual(['changed', 'changed']);
    const live = await instance().admin(
      'select 1 from app.service_request where case_id = $1 and due_at is not null',
      [caseId],
    );
    expect(live).toHaveLength(1);
  });

  it('elsewhere is a suggestion to the desk, whatever the service suggests (P7)', async () => {
    const { requestId } = await sent();
    expect(await acts.redirect(await acts.now(requestId), OUTSIDE_ISVA)).toMatchObject({
      state: 'redirected',
    });
    const next = await acts.following(requestId);
    expect(next).toMatchObject({ service_id: null, suggested_service_id: OUTSIDE_ISVA, step: 'choose' });
  });

  it('elsewhere is for the service to say where its people work here (P15)', async () => {
    const { requestId } = await sent();
    expect(await acts.redirect(await acts.now(requestId), OUTSIDE_ISVA, 'responder')).toEqual({
      kind: 'refused',
      reason: 'service-answers-itself',
    });
    expect(await acts.row(requestId)).toMatchObject({ state: 'sent' });
  });

  it('never sends anybody round in a circle', async () => {
    const { caseId, requestId } = await sent();
    await acts.decline(await acts.now(requestId));
    const second = await acts.following(requestId);
    if (!second) throw new Error('a no is followed by a request');
    const chosen = await acts.choose(await acts.now(second.request_id), WILLOW_ISVA);
    expect(chosen).toEqual({ kind: 'refused', reason: 'asked-there-before' });
    expect(await acts.choose(await acts.now(second.request_id), OUTSIDE_ISVA, 'lead')).toMatchObject({
      kind: 'changed',
    });
    const agency = 'agency:00000000-0000-7000-8000-000000000021' as const;
    await acts.consent.record(caseId, { recipient: agency, dataClasses: ['needs'] });
    await acts.send(await acts.now(second.request_id));
    const back = await acts.redirect(await acts.now(second.request_id), WILLOW_ISVA, 'responder');
    expect(back).toEqual({ kind: 'refused', reason: 'asked-there-before' });
    const on = await acts.redirect(await acts.now(second.request_id), OTHER_OUTSIDE_ISVA, 'responder');
    expect(on).toMatchObject({ state: 'redirected' });
  });

  it('is the same under the same key, sent twice', async () => {
    const { requestId } = await sent();
    const key = onlyOnce();
    const input = { ...(await acts.now(requestId)), reason: 'age' as const };
    const { webWork, ids, persona } = instance();
    const act = () => new DeclineRequest(webWork, ids).execute(persona('coordinator'), input, key);
    const [first, second] = [await act(), await act()];
    expect([first.kind, second.kind]).toEqual(['done', 'repeated']);
    const following = await instance().admin('select 1 from app.service_request where instead_of = $1', [
      requestId,
    ]);
    expect(following).toHaveLength(1);
  });

  it('lets a worker take on what is nobody’s, and give nothing to anybody else', async () => {
    const { requestId } = await sent();
    const { userId: coordinator } = instance().persona('coordinator');
    const { userId: adviser } = instance().persona('adviser');
    expect(await acts.accept(await acts.now(requestId), 'adviser', coordinator)).toEqual({
      kind: 'refused',
      reason: 'coordinator-allocates',
    });
    expect(await acts.accept(await acts.now(requestId), 'adviser', adviser)).toMatchObject({
      state: 'allocated',
    });
    const { userId: outsider } = instance().persona('responder');
    expect(await acts.allocate(await acts.now(requestId), outsider)).toEqual({
      kind: 'refused',
      reason: 'not-a-worker-here',
    });
  });
});
