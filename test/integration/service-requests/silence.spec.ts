import { NoteOverdue } from '#libs/casework';
import type { CaseId, ServiceId, ServiceRequestId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import {
  COUNSELLING,
  OTHER_OUTSIDE_ISVA,
  OUTSIDE_ISVA,
  REPORTED,
  RequestActs,
  SIGNPOSTED_GP,
  WILLOW_ISVA,
} from './support';

/** Sent on Monday 2 March 2026: due on Tuesday at 17:00, the next service on Wednesday, a manager on Thursday. */
const OUTSIDE_AGENCY = 'agency:00000000-0000-7000-8000-000000000021' as const;
const AFTER = { due: '2026-03-03T17:00:05Z', offer: '2026-03-04T17:00:05Z', land: '2026-03-05T17:00:05Z' };

describe('a service that says nothing', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  const told = async (requestId: ServiceRequestId) => {
    const rows = await instance().admin<{ key: string }>(
      `select n.recipient_user_id::text as key from app.staff_notice n
       where n.kind = 'service-request' and n.subject_id = $1 order by n.noted_at, n.notice_id`,
      [requestId],
    );
    const names = new Map(instance().pack.personas.map(({ userId, key }) => [userId as string, key]));
    return rows.map(({ key }) => names.get(key));
  };

  async function routed(caseId: CaseId, services: readonly ServiceId[]): Promise<string> {
    const [row] = await instance().admin<{ id: string }>(
      `insert into app.routing_decision (decision_id, case_id, person_id, handling_agency_id, wanted, facts, answer,
         table_version, decided_by, decided_at)
       select uuidv7(), case_id, person_id, handling_agency_id, '{isva}', '{}', $2, 1, $3, now()
       from app.case_file where case_id = $1 returning decision_id as id`,
      [
        caseId,
        JSON.stringify({
          answers: [{ kind: 'isva', candidates: services.map((serviceId) => ({ serviceId, reasons: [] })) }],
        }),
        instance().persona('responder').userId,
      ],
    );
    if (!row) throw new Error('no decision was stored');
    return row.id;
  }

  /** Sent to Willow first, so that what is stored of the routing says nothing about that and alone says who is next. */
  async function sentAsRouted(caseId: CaseId, services: readonly ServiceId[]): Promise<ServiceRequestId> {
    const requestId = await acts.sent(caseId, ['needs']);
    await instance().admin('update app.service_request set decision_id = $2 where request_id = $1', [
      requestId,
      await routed(caseId, services),
    ]);
    return requestId;
  }

  const stands = async (requestId: ServiceRequestId) => {
    const [row] = await instance().admin<{ stands: boolean }>(
      `select app.notice_stands('service-request', $1) as stands`,
      [requestId],
    );
    return row?.stands;
  };

  it('is reminded when its time has passed, and nobody of the person is in it (P12)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.timersAt('2026-03-03T16:59:59Z');
    expect(await told(requestId)).toEqual([]);
    await acts.timersAt(AFTER.due);
    expect((await told(requestId)).toSorted()).toEqual(['adviser', 'coordinator']);
    await acts.timersAt('2026-03-03T18:00:00Z');
    expect(await told(requestId)).toHaveLength(2);
    const notices = await instance().admin<{ template: string; reference: string }>(
      `select distinct template, reference from app.staff_notice where subject_id = $1`,
      [requestId],
    );
    expect(notices).toEqual([{ template: 'work-overdue', reference: expect.stringMatching(/^[A-Z]+-/) }]);
  });

  it('makes the desk offer the next service, and keeps its place until the person chooses (P1)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const services = [WILLOW_ISVA, COUNSELLING, SIGNPOSTED_GP, OUTSIDE_ISVA, OTHER_OUTSIDE_ISVA];
    const first = await sentAsRouted(caseId, services);
    await acts.timersAt(AFTER.offer);
    const second = await acts.following(first);
    expect(second).toMatchObject({ state: 'proposed', step: 'send' });
    expect(second?.service_id).toBe(OUTSIDE_ISVA);
    expect(await acts.row(first)).toMatchObject({ state: 'sent', step: 'acknowledge' });
    expect(await acts.accept(await acts.now(first))).toMatchObject({ state: 'waiting' });
    const chosen = await acts.chooseBetween(await acts.now(first), first);
    expect(chosen).toMatchObject({ kind: 'changed', requestId: first });
    expect(await acts.row(second?.request_id ?? first)).toMatchObject({
      state: 'withdrawn',
      withdraw_reason: 'chose-another',
    });
  });

  it('is followed by no service that the person could not be sent to, nor by one of somebody else’s decision (P7)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const first = await sentAsRouted(caseId, [WILLOW_ISVA, COUNSELLING, SIGNPOSTED_GP]);
    await acts.timersAt(AFTER.offer);
    expect(await acts.following(first)).toMatchObject({ step: 'choose', service_id: null });
    await instance().setNow(MONDAY);
    const other = await promise.refer(REPORTED);
    const elsewhere = await routed(other.caseId, [OUTSIDE_ISVA]);
    const forged = instance().admin('update app.service_request set decision_id = $2 where request_id = $1', [
      first,
      elsewhere,
    ]);
    await expect(forged).rejects.toThrow('service_request_on_decision_of_case');
  });

  it('outside, whose answers the desk notes, reminds whoever owns the case (P1)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await acts.consent.record(caseId, { recipient: OUTSIDE_AGENCY, dataClasses: ['needs'] });
    const requestId = await acts.proposed(caseId, { serviceId: OUTSIDE_ISVA }, 'lead');
    await acts.send(await acts.now(requestId));
    const { userId } = instance().persona('responder');
    await instance().admin('update app.case_file set owner_user_id = $2 where case_id = $1', [
      caseId,
      userId,
    ]);
    await acts.timersAt(AFTER.due);
    expect(await told(requestId)).toEqual(['responder']);
  });

  it('lands on a named manager who must answer, and is told again until they do (P1, P15)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.timersAt(AFTER.land);
    const manager = instance().persona('manager').userId;
    expect(await acts.row(requestId)).toMatchObject({ landed_on: manager, managed_by: null });
    expect((await told(requestId)).filter((key) => key === 'manager')).toHaveLength(1);
    await acts.timersAt('2026-03-06T17:00:10Z');
    expect((await told(requestId)).filter((key) => key === 'manager')).toHaveLength(2);
    expect(await acts.takeOn(await acts.now(requestId))).toMatchObject({ kind: 'changed', state: 'sent' });
    const taken = await acts.row(requestId);
    expect(taken).toMatchObject({ managed_by: manager, step: 'manage' });
    expect(taken.due_at?.toISOString()).toBe('2026-03-09T17:00:00.000Z');
    await acts.timersAt('2026-03-08T12:00:00Z');
    expect((await told(requestId)).filter((key) => key === 'manager')).toHaveLength(2);
    expect(await acts.takeOn(await acts.now(requestId))).toEqual({
      kind: 'refused',
      reason: 'taken-on-already',
    });
  });

  it('that a manager took on reminds that manager when their own time has passed (P1)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.timersAt(AFTER.land);
    await acts.takeOn(await acts.now(requestId));
    const before = await told(requestId);
    expect(await stands(requestId)).toBe(false);
    await acts.timersAt('2026-03-09T17:00:05Z');
    expect((await told(requestId)).slice(before.length)).toEqual(['manager']);
    expect(await stands(requestId)).toBe(true);
  });

  it('noted late is one alarm of the highest level, and every event is written (P4)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.timersAt('2026-03-20T09:00:00Z');
    expect(await told(requestId)).toEqual(['manager']);
    const events = await instance().admin<{ event_type: string; happened_at: Date }>(
      `select event_type, happened_at from app.journal where subject_id = $1 and actor_kind = 'service'
       order by position`,
      [requestId],
    );
    expect(events.map(({ event_type, happened_at }) => [event_type, happened_at.toISOString()])).toEqual([
      ['service-request.reminded', '2026-03-03T17:00:00.000Z'],
      ['service-request.next-offered', '2026-03-04T17:00:00.000Z'],
      ['service-request.landed', '2026-03-05T17:00:00.000Z'],
    ]);
    expect(await acts.following(requestId)).toMatchObject({ step: 'send', service_id: OTHER_OUTSIDE_ISVA });
  });

  it('is told to the duty leads once, and a manager hears of it by its own clock', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await instance().setNow('2026-03-10T09:00:00Z');
    const note = new NoteOverdue(instance().workerWork);
    while ((await note.execute({ limit: 100 })) > 0);
    expect(await told(requestId)).toEqual(['lead']);
  });

  it('that answers after all begins a clock of its own, and nothing of the old one fires', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.timersAt(AFTER.due);
    await acts.acknowledge(await acts.now(requestId));
    expect(await acts.row(requestId)).toMatchObject({ reminded_at: null, step: 'decide' });
    await acts.timersAt(AFTER.land);
    expect(await acts.row(requestId)).toMatchObject({ landed_at: null, reminded_at: null });
  });
});
