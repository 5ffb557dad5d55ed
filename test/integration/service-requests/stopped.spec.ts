import { KeepPlace, ResumeContact, StopContact } from '#libs/casework';
import type { CaseId, ServiceRequestId } from '#libs/domain';
import { receivedRequest } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { REPORTED, RequestActs, WILLOW_ISVA } from './support';

describe('after "do not contact me"', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);
  const adviser = () => instance().persona('adviser').userId;

  beforeEach(() => instance().setNow(MONDAY));

  async function stop(caseId: CaseId): Promise<void> {
    const { webWork, ids, persona } = instance();
    const input = { caseId, revision: await acts.consent.revisionOf(caseId), cause: 'stop-word' } as const;
    const once = await new StopContact(webWork, ids).execute(persona('responder'), input, onlyOnce());
    expect(once).toMatchObject({ kind: 'done', result: { kind: 'stopped' } });
  }

  async function resume(caseId: CaseId): Promise<void> {
    const { webWork, persona } = instance();
    const input = { caseId, revision: await acts.consent.revisionOf(caseId), saidBy: 'person' } as const;
    const once = await new ResumeContact(webWork).execute(persona('lead'), input, onlyOnce());
    expect(once).toMatchObject({ kind: 'done', result: { kind: 'resumed' } });
  }

  async function keepPlace(requestId: ServiceRequestId, by = 'responder') {
    const { webWork, persona } = instance();
    const once = await new KeepPlace(webWork).execute(persona(by), await acts.now(requestId), onlyOnce());
    return once.kind === 'done' ? once.result : once;
  }

  /** As when it was said on a record linked with this one, where nobody at this desk had a hand in it. */
  const stopUnseen = (caseId: CaseId) =>
    instance().admin(
      `insert into app.contact_stop (stop_id, person_id, case_id, handling_agency_id, cause, stopped_by, stopped_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'stop-word', $2, now()
       from app.case_file where case_id = $1`,
      [caseId, instance().persona('responder').userId],
    );

  it('what was sent comes back to the desk at once, for the same service, and no service sees it (P5)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    const before = await acts.row(requestId);
    await stop(caseId);
    expect(await acts.row(requestId)).toMatchObject({
      state: 'withdrawn',
      withdraw_reason: 'contact-stopped',
    });
    expect(await acts.accept(await acts.now(requestId))).toEqual({ kind: 'not-found' });
    const seen = await instance().webWork.read(instance().persona('coordinator'), (manager) =>
      receivedRequest(manager, requestId),
    );
    expect(seen).toBeNull();
    const next = await acts.following(requestId);
    expect(next).toMatchObject({ state: 'proposed', step: 'hold', service_id: WILLOW_ISVA });
    expect(next?.first_asked_at).toEqual(before.first_asked_at);
  });

  it('goes on from where it was held once the person may be contacted again: the need is still there (P1)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await stop(caseId);
    const held = (await acts.following(requestId))?.request_id ?? requestId;
    expect(await acts.send(await acts.now(held))).toEqual({ kind: 'refused', reason: 'contact-stopped' });
    await resume(caseId);
    expect(await acts.row(held)).toMatchObject({ state: 'proposed', step: 'send' });
    expect(await acts.send(await acts.now(held))).toMatchObject({ kind: 'changed', state: 'sent' });
    expect(await acts.accept(await acts.now(held))).toMatchObject({ kind: 'changed', state: 'waiting' });
  });

  it.each([
    ['ask-still-wanted', async (id: ServiceRequestId) => acts.accept(await acts.now(id))],
    ['start', async (id: ServiceRequestId) => acts.accept(await acts.now(id), 'coordinator', adviser())],
  ] as const)(
    'nobody is chased to contact them: "%s" is held at the desk instead (P5)',
    async (step, begin) => {
      const { caseId } = await promise.refer(REPORTED);
      const requestId = await acts.sent(caseId);
      await begin(requestId);
      expect((await acts.row(requestId)).step).toBe(step);
      await stop(caseId);
      const held = await acts.row(requestId);
      expect(held.step).toBe('hold');
      await acts.timersAt(new Date((held.due_at?.getTime() ?? 0) + 60_000).toISOString());
      const told = await instance().admin<{ id: string }>(
        `select recipient_user_id as id from app.staff_notice where subject_id = $1 and kind = 'service-request'`,
        [requestId],
      );
      expect(told.map(({ id }) => id)).not.toContain(adviser());
      await resume(caseId);
      expect((await acts.row(requestId)).step).toBe(step);
    },
  );

  it('somebody at the desk looks now and then, and the person keeps their place (P1)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.accept(await acts.now(requestId));
    expect(await keepPlace(requestId)).toEqual({ kind: 'refused', reason: 'not-held' });
    await stop(caseId);
    const { due_at: before } = await acts.row(requestId);
    await instance().setNow('2026-03-20T10:00:00Z');
    expect(await keepPlace(requestId, 'coordinator')).toEqual({ kind: 'not-found' });
    expect(await keepPlace(requestId)).toMatchObject({ kind: 'changed', state: 'waiting' });
    const after = await acts.row(requestId);
    expect(after.step).toBe('hold');
    expect(after.due_at?.getTime()).toBeGreaterThan(before?.getTime() ?? Infinity);
    await resume(caseId);
    expect(await keepPlace(requestId)).toEqual({ kind: 'refused', reason: 'not-held' });
  });

  it('a service that accepts in the minute before it is taken back is told to do nothing, and not why (P5, P7)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await stopUnseen(caseId);
    const refused = { kind: 'refused', reason: 'not-at-present' };
    expect(await acts.accept(await acts.now(requestId))).toEqual(refused);
    expect(await acts.accept(await acts.now(requestId), 'coordinator', adviser())).toEqual(refused);
    expect(await acts.row(requestId)).toMatchObject({ state: 'sent', share_id: null });
    const stops = await instance().webWork.read(instance().persona('coordinator'), (manager) =>
      manager.query<unknown[]>('select 1 from app.contact_stop'),
    );
    expect(stops).toEqual([]);
    await acts.timersAt('2026-03-02T10:06:00Z');
    expect(await acts.row(requestId)).toMatchObject({ withdraw_reason: 'contact-stopped' });
    expect(await acts.following(requestId)).toMatchObject({ step: 'hold' });
  });

  it('silence opens nothing beside it, and what is newly asked waits at the desk too (P5)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await stop(caseId);
    await acts.timersAt('2026-03-06T18:00:00Z');
    const rows = await instance().admin('select 1 from app.service_request where case_id = $1', [caseId]);
    expect(rows).toHaveLength(2);
    expect((await acts.following(requestId))?.offered_next_at).toBeNull();
    const asked = await acts.propose(caseId, { kind: 'counselling', serviceId: null });
    const fresh = asked.kind === 'proposed' ? asked.requestId : requestId;
    expect(await acts.row(fresh)).toMatchObject({ state: 'proposed', step: 'hold' });
  });

  it('tells a stranger nothing: a service that was not asked for somebody learns of no stop (P7)', async () => {
    const { caseId, personId } = await promise.refer(REPORTED);
    await stop(caseId);
    for (const key of ['coordinator', 'officer', 'sarc', 'commissioner', 'administrator']) {
      const [row] = await instance().webWork.read(instance().persona(key), (manager) =>
        manager.query<{ stopped: boolean }[]>('select app.contact_is_stopped($1) as stopped', [personId]),
      );
      expect(row).toEqual({ stopped: false });
    }
  });

  it('tells a service that has said no nothing of what came after: no stop, no wall, no other asking (P7)', async () => {
    const { caseId, personId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.decline(await acts.now(requestId));
    await stop(caseId);
    const told = await instance().webWork.read(instance().persona('coordinator'), (manager) =>
      manager.query<unknown[]>(
        `select app.contact_is_stopped($1) as stopped, app.not_at_present($2) as kept, app.need_goes_on($2) as goes_on`,
        [personId, requestId],
      ),
    );
    expect(told).toEqual([{ stopped: false, kept: false, goes_on: false }]);
  });
});
