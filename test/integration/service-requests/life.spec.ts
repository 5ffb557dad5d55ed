import { providerCaseload, providerInbox, receivedRequest } from '#libs/persistence';
import { ReadShare } from '#libs/casework';
import type { ShareId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY, WILLOW } from '../consent/support';
import { OUTSIDE_ISVA, REPORTED, RequestActs, SARC, SIGNPOSTED_GP, WILLOW_CHILD } from './support';

const NAMED = { nameToAskFor: 'Sample Dunlin', fullName: 'Sample Invented Dunlin' };

describe('a request for support', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);
  const idOf = (key: string) => instance().persona(key).userId;

  beforeEach(() => instance().setNow(MONDAY));

  it('goes through a whole life, and at each step says what is due and when (P1)', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const requestId = await acts.sent(caseId);
    expect(await acts.row(requestId)).toMatchObject({ state: 'sent', step: 'acknowledge' });
    await acts.acknowledge(await acts.now(requestId));
    expect(await acts.row(requestId)).toMatchObject({ state: 'acknowledged', step: 'decide' });
    const accepted = await acts.accept(await acts.now(requestId));
    expect(accepted).toMatchObject({ kind: 'changed', state: 'waiting' });
    expect(await acts.row(requestId)).toMatchObject({ step: 'ask-still-wanted', allocated_to: null });
    await acts.stillWanted(await acts.now(requestId), 'still-wanted');
    await acts.allocate(await acts.now(requestId), idOf('adviser'));
    expect(await acts.row(requestId)).toMatchObject({ state: 'allocated', step: 'start' });
    await acts.start(await acts.now(requestId));
    await acts.review(await acts.now(requestId));
    expect(await acts.row(requestId)).toMatchObject({ state: 'active', step: 'review' });
    expect(await acts.end(await acts.now(requestId))).toMatchObject({ kind: 'changed', state: 'ended' });
    expect(await acts.row(requestId)).toMatchObject({ step: null, due_at: null, next_fire_at: null });
    const history = await instance().admin<{ act: string }>(
      'select act from app.service_request_step where request_id = $1 order by happened_at, step_id',
      [requestId],
    );
    expect(history.map(({ act }) => act)).toEqual([
      'proposed',
      'sent',
      'acknowledged',
      'accepted',
      'still-wanted',
      'allocated',
      'started',
      'reviewed',
      'ended',
    ]);
  });

  it('counts the service’s working days, not the weekend (P1)', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    await instance().setNow('2026-03-06T16:00:00Z');
    const requestId = await acts.sent(caseId);
    const { due_at } = await acts.row(requestId);
    expect(due_at?.toISOString()).toBe('2026-03-09T17:00:00.000Z');
  });

  it('shows a service codes alone until it accepts, and then what the person agreed to (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const requestId = await acts.sent(caseId, ['identity', 'needs']);
    const coordinator = instance().persona('coordinator');
    const read = () => instance().webWork.read(coordinator, (manager) => receivedRequest(manager, requestId));
    const before = await read();
    expect(before?.minimum).toMatchObject({ ageBand: '25-39', safeContact: [] });
    expect(JSON.stringify(before)).not.toMatch(/Dunlin|person/i);
    await acts.accept(await acts.now(requestId));
    const { share_id } = await acts.row(requestId);
    const { webWork, vault } = instance();
    const shared = await new ReadShare(webWork, vault).execute(coordinator, share_id as ShareId);
    expect(shared).toMatchObject({ kind: 'read', dataClasses: ['identity', 'needs'], names: NAMED_ONLY });
  });

  it('tells how the person may be reached only where they agreed to that (P5, P6)', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const requestId = await acts.sent(caseId, ['needs', 'safe-contact']);
    const received = await instance().webWork.read(instance().persona('adviser'), (manager) =>
      receivedRequest(manager, requestId),
    );
    expect(received?.minimum?.safeContact).toEqual(['call']);
  });

  it('closes what acceptance opened when the support ends (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const requestId = await acts.sent(caseId);
    await acts.accept(await acts.now(requestId), 'coordinator', idOf('adviser'));
    await acts.start(await acts.now(requestId));
    const { share_id } = await acts.row(requestId);
    await acts.end(await acts.now(requestId));
    const { webWork, vault, persona } = instance();
    const shared = await new ReadShare(webWork, vault).execute(persona('adviser'), share_id as ShareId);
    expect(shared).toEqual({ kind: 'not-found' });
  });

  it('leaves nothing behind when the person does not want it any more while they wait', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const requestId = await acts.sent(caseId);
    await acts.accept(await acts.now(requestId));
    const answered = await acts.stillWanted(await acts.now(requestId), 'not-wanted', 'adviser');
    expect(answered).toMatchObject({ kind: 'changed', state: 'not-wanted' });
    expect(await acts.following(requestId)).toBeUndefined();
  });

  it('lists what an agency got, page after page, without losing or repeating any', async () => {
    const sent: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { caseId } = await promise.refer(REPORTED, NAMED);
      sent.push(await acts.sent(caseId));
    }
    const seen: string[] = [];
    let after = null as Awaited<ReturnType<typeof providerInbox>>['next'];
    do {
      const page = await instance().webWork.read(instance().persona('coordinator'), (manager) =>
        providerInbox(manager, { agencyId: WILLOW, tab: 'new', limit: 2, after }),
      );
      seen.push(...page.requests.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(sent));
  });

  it('is in its worker’s own list, and in the list of those without a worker until then', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const requestId = await acts.sent(caseId);
    await acts.accept(await acts.now(requestId));
    const list = async (tab: 'my' | 'all' | 'unassigned') => {
      const { agencyId, userId } = instance().persona('adviser');
      const page = await instance().webWork.read(instance().persona('adviser'), (manager) =>
        providerCaseload(manager, { agencyId, userId, tab, limit: 100 }),
      );
      return page.requests.map(({ id }) => id).includes(requestId);
    };
    expect([await list('my'), await list('all'), await list('unassigned')]).toEqual([false, true, true]);
    await acts.allocate(await acts.now(requestId), idOf('adviser'), 'adviser');
    expect([await list('my'), await list('all'), await list('unassigned')]).toEqual([true, true, false]);
  });

  describe('is not begun', () => {
    it.each([
      [{ serviceId: SIGNPOSTED_GP, kind: 'gp' as const }, 'signposted-only'],
      [{ serviceId: WILLOW_CHILD }, 'another-kind'],
      [{ serviceId: '00000000-0000-7000-8000-0000000003ff' as typeof SARC }, 'unknown-service'],
    ])('for %j: %s', async (change, reason) => {
      const { caseId } = await promise.refer(REPORTED, NAMED);
      expect(await acts.propose(caseId, change)).toEqual({ kind: 'refused', reason });
    });

    it('twice for the same service and kind', async () => {
      const { caseId } = await promise.refer(REPORTED, NAMED);
      await acts.proposed(caseId);
      expect(await acts.propose(caseId)).toEqual({ kind: 'refused', reason: 'asked-already' });
    });

    it('for a child under 13 at the referral centre by us alone', async () => {
      const { caseId } = await promise.refer(REPORTED, {
        ...NAMED,
        age: { kind: 'years', years: 11 },
      });
      expect(await acts.propose(caseId, { serviceId: SARC, kind: 'sarc' })).toEqual({
        kind: 'refused',
        reason: 'sarc-closed-by-age',
      });
    });
  });

  it('that goes outside is answered in the service’s name by the desk, and one inside is not (P15)', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const inside = await acts.sent(caseId);
    expect(await acts.acknowledge(await acts.now(inside), 'responder')).toEqual({
      kind: 'refused',
      reason: 'service-answers-itself',
    });
    await acts.consent.record(caseId, {
      recipient: 'agency:00000000-0000-7000-8000-000000000021',
      dataClasses: ['needs'],
    });
    const outside = await acts.proposed(caseId, { serviceId: OUTSIDE_ISVA }, 'lead');
    expect(await acts.send(await acts.now(outside))).toMatchObject({ state: 'sent' });
    expect(await acts.acknowledge(await acts.now(outside), 'responder')).toMatchObject({
      state: 'acknowledged',
    });
    expect(await acts.accept(await acts.now(outside), 'responder')).toMatchObject({ state: 'waiting' });
  });
});

const NAMED_ONLY = {
  identity: expect.objectContaining(NAMED) as object,
  words: null,
  routes: [],
  crimeReference: null,
};
