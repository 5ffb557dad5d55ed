import {
  CloseCase,
  CorrectDeath,
  PlanNextContact,
  PromiseCheckIn,
  RecordDeath,
  TakeCase,
  type CloseCaseInput,
  type RecordDeathInput,
} from '#libs/casework';
import type { CaseId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { REPORTED, RequestActs } from '../service-requests/support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const requests = new RequestActs(instance);

beforeEach(() => instance().setNow(MONDAY));

async function aCase(): Promise<CaseId> {
  const { caseId } = await promise.refer(REPORTED);
  const { webWork, persona } = instance();
  await new TakeCase(webWork).execute(persona('responder'), { caseId, revision: 1 }, onlyOnce());
  return caseId;
}

async function aReachedCase(): Promise<CaseId> {
  const referred = await promise.refer(REPORTED);
  await promise.attempt(referred, 'support-accepted', {
    happened: '2026-03-02T10:02:00Z',
    typedIn: '2026-03-02T10:05:00Z',
  });
  return referred.caseId;
}

async function one<Row>(sql: string, values: unknown[]): Promise<Row | undefined> {
  const [row] = await instance().admin<Row>(sql, values);
  return row;
}

async function close(caseId: CaseId, change: Partial<CloseCaseInput> = {}, by = 'responder') {
  const { webWork, ids, persona } = instance();
  const input: CloseCaseInput = {
    caseId,
    revision: await requests.consent.revisionOf(caseId),
    reason: 'needs-met',
    door: 'any-time',
    feedback: 'yes',
    reopening: 'yes',
    sameWorker: 'yes',
    checkInOn: null,
    saidHow: null,
    seen: false,
    ...change,
  };
  const once = await new CloseCase(webWork, ids).execute(persona(by), input, onlyOnce());
  return once.kind === 'key-used-for-another-request' ? once : once.result;
}

async function die(caseId: CaseId, change: Partial<RecordDeathInput> = {}, by = 'responder') {
  const { webWork, ids, persona } = instance();
  const input: RecordDeathInput = {
    caseId,
    revision: await requests.consent.revisionOf(caseId),
    toldBy: 'police',
    diedOn: '2026-03-01',
    family: 'to-be-asked',
    ...change,
  };
  const once = await new RecordDeath(webWork, ids).execute(persona(by), input, onlyOnce());
  return once.kind === 'key-used-for-another-request' ? once : once.result;
}

describe('ending an episode', () => {
  it('keeps why it ended, what the person wants, and until when the record is kept', async () => {
    const caseId = await aReachedCase();
    expect(await close(caseId)).toEqual({ kind: 'ended', caseId });
    const ending = await one<Record<string, unknown>>(
      `select reason, door, feedback, reopening, same_worker, keep_outcome,
         extract(year from keep_until_at)::integer as year from app.case_ending where case_id = $1`,
      [caseId],
    );
    expect(ending).toEqual({
      reason: 'needs-met',
      door: 'any-time',
      feedback: 'yes',
      reopening: 'yes',
      same_worker: 'yes',
      keep_outcome: 'spoken-with',
      year: 2033,
    });
    expect(
      await one('select 1 as closed from app.case_file where case_id = $1 and closed_at is not null', [
        caseId,
      ]),
    ).toEqual({ closed: 1 });
  });

  it('P4 is refused while nobody was reached and a clock runs', async () => {
    const caseId = await aCase();
    expect(await close(caseId)).toEqual({ kind: 'refused', reason: 'not-reached-yet' });
    const state = await one('select state from app.deadline where case_id = $1 limit 1', [caseId]);
    expect(state).toEqual({ state: 'running' });
  });

  it('shows what ends with it first, and ends it when that was seen', async () => {
    const caseId = await aReachedCase();
    const requestId = await requests.sent(caseId);
    expect(await close(caseId)).toEqual({ kind: 'refused', reason: 'not-seen' });
    expect(await close(caseId, { seen: true })).toEqual({ kind: 'ended', caseId });
    expect((await requests.row(requestId)).state).toBe('withdrawn');
  });

  it('leaves support that a service has begun, and says what was received', async () => {
    const caseId = await aReachedCase();
    const requestId = await requests.sent(caseId);
    await requests.accept(await requests.now(requestId));
    await requests.allocate(await requests.now(requestId), instance().persona('adviser').userId);
    await requests.start(await requests.now(requestId));
    expect(await close(caseId)).toEqual({ kind: 'ended', caseId });
    expect((await requests.row(requestId)).state).toBe('active');
    expect(await one('select received from app.case_ending where case_id = $1', [caseId])).toEqual({
      received: ['isva'],
    });
  });

  it('keeps a day on which the person asked to be called, and no day nobody asked for', async () => {
    const caseId = await aReachedCase();
    expect(await close(caseId, { checkInOn: '2027-03-01' })).toEqual({
      kind: 'refused',
      reason: 'said-how-missing',
    });
    expect(await close(caseId, { checkInOn: '2027-03-01', saidHow: 'phone', door: 'not-asked' })).toEqual({
      kind: 'refused',
      reason: 'check-in-without-wish',
    });
    await close(caseId, { checkInOn: '2027-03-01', saidHow: 'phone' });
    const task = await one(
      `select kind, state, planned_on::text as day, may_contact from app.support_task where case_id = $1`,
      [caseId],
    );
    expect(task).toEqual({ kind: 'check-in', state: 'planned', day: '2027-03-01', may_contact: true });
  });

  it('P7 is nobody’s but the desk’s', async () => {
    const caseId = await aReachedCase();
    for (const by of ['officer', 'adviser', 'coordinator', 'manager', 'auditor', 'commissioner', 'sarc'])
      expect(await close(caseId, {}, by)).toEqual({ kind: 'not-found' });
  });
});

describe('a death', () => {
  /** A case on which something of every kind is under way. */
  async function busy(): Promise<CaseId> {
    const caseId = await aCase();
    const { webWork, ids, persona, admin } = instance();
    const accepted = await requests.sent(caseId);
    await requests.accept(await requests.now(accepted));
    await requests.allocate(await requests.now(accepted), persona('adviser').userId);
    await requests.proposed(caseId, { serviceId: null, kind: 'counselling' });
    await new PromiseCheckIn(webWork, ids).execute(
      persona('responder'),
      { caseId, on: '2027-03-01', saidHow: 'phone' },
      onlyOnce(),
    );
    await new PlanNextContact(webWork, ids).execute(
      persona('responder'),
      { door: { kind: 'case', caseId }, way: 'call', at: Date.parse('2026-03-05T10:00:00Z') as never },
      onlyOnce(),
    );
    await admin(
      `insert into app.appointment (appointment_id, place, starts_at, ends_at, booked_by, booked_at, case_id, person_id,
         handling_agency_id)
       select gen_random_uuid(), 'at-our-centre', $2::timestamptz + interval '2 days', $2::timestamptz + interval '49 hours',
         $3, $2, c.case_id, c.person_id, c.handling_agency_id from app.case_file c where c.case_id = $1`,
      [caseId, MONDAY, persona('responder').userId],
    );
    return caseId;
  }

  const LIVE: readonly (readonly [table: string, live: string])[] = [
    ['app.deadline', `state = 'running'`],
    [
      'app.service_request',
      `state in ('proposed', 'sent', 'acknowledged', 'waiting', 'allocated', 'active')`,
    ],
    ['app.share', `state in ('proposed', 'open')`],
    ['app.support_task', `state in ('planned', 'open', 'sent')`],
    ['app.plan_contact', `state = 'planned'`],
    ['app.plan_lead', `state in ('offered', 'leading', 'returning')`],
    ['app.appointment', `state in ('booked', 'confirmed')`],
    ['app.person_message', `state = 'queued'`],
    ['app.call_back', 'ended is null'],
    ['app.handover', `state = 'offered'`],
    ['app.case_claim', 'true'],
    ['app.urgent_page', `state = 'open'`],
    ['app.duty', `state in ('not-due', 'due')`],
    ['app.case_file', 'closed_at is null'],
  ];

  it.each(LIVE)('stops everything in one transaction: nothing of %s is live', async (table, live) => {
    const caseId = await busy();
    expect(await die(caseId)).toMatchObject({ kind: 'recorded' });
    const [row] = await instance().admin<{ n: number }>(
      `select count(*)::integer as n from ${table} where case_id = $1 and ${live}`,
      [caseId],
    );
    expect(row?.n).toBe(0);
  });

  it('had something to stop of what can be counted', async () => {
    const caseId = await busy();
    for (const table of [
      'app.deadline',
      'app.service_request',
      'app.share',
      'app.support_task',
      'app.plan_contact',
      'app.appointment',
      'app.case_file',
    ]) {
      const live = LIVE.find(([name]) => name === table)?.[1];
      expect([
        table,
        await one(`select count(*) > 0 as some from ${table} where case_id = $1 and ${live}`, [caseId]),
      ]).toEqual([table, { some: true }]);
    }
  });

  it('stops every card, and keeps the record from all but duty leads and the data-protection officer', async () => {
    const caseId = await busy();
    await die(caseId);
    const card = await one<{ stopped: boolean }>(
      `select k.stopped from app.safe_contact_card k join app.case_file c using (person_id) where c.case_id = $1
       order by k.version desc limit 1`,
      [caseId],
    );
    expect(card).toEqual({ stopped: true });
    const { webWork, persona } = instance();
    const seen = (by: string) =>
      webWork.read(persona(by), (manager) =>
        manager.query('select case_id from app.case_file where case_id = $1', [caseId]),
      );
    expect(await seen('responder')).toEqual([]);
    expect(await seen('manager')).toEqual([]);
    expect(await seen('lead')).toHaveLength(1);
  });

  it('is recorded once, on no day that has not come', async () => {
    const caseId = await aCase();
    expect(await die(caseId, { diedOn: '2026-03-03' })).toEqual({ kind: 'refused', reason: 'in-the-future' });
    await die(caseId);
    expect(await die(caseId, {}, 'lead')).toEqual({ kind: 'refused', reason: 'recorded-already' });
  });

  it('P3 P4 recorded by mistake is taken back: the case goes on with the clocks it always had', async () => {
    const caseId = await aCase();
    const before = await instance().admin(
      'select limb, due_at from app.deadline where case_id = $1 order by 1',
      [caseId],
    );
    await die(caseId);
    const { webWork, ids, persona } = instance();
    const correct = (by: string) =>
      new CorrectDeath(webWork, ids).execute(persona(by), { caseId, because: 'another-person' }, onlyOnce());
    expect(await correct('responder')).toMatchObject({ result: { kind: 'not-found' } });
    expect(await correct('lead')).toMatchObject({ result: { kind: 'corrected', reopened: [caseId] } });
    const after = await instance().admin(
      `select limb, due_at from app.deadline where case_id = $1 and state = 'running' order by 1`,
      [caseId],
    );
    expect(after).toEqual(before);
    const open = await one(
      `select c.closed_at, c.contact_state, p.restricted_at from app.case_file c join app.person p using (person_id)
       where c.case_id = $1`,
      [caseId],
    );
    expect(open).toEqual({ closed_at: null, contact_state: 'ready', restricted_at: null });
    expect(
      await one(
        'select count(*)::integer as n from app.case_ending where case_id = $1 and undone_at is null',
        [caseId],
      ),
    ).toEqual({ n: 0 });
    expect(
      await one(
        `select count(*)::integer as n from app.contact_stop s join app.case_file c using (person_id) where c.case_id = $1 and s.lifted_at is null`,
        [caseId],
      ),
    ).toEqual({ n: 0 });
  });

  it('cannot be used to stop anything where nobody died', async () => {
    const caseId = await aCase();
    const person = await one<{ person_id: string }>(
      'select person_id from app.case_file where case_id = $1',
      [caseId],
    );
    const { webWork, persona } = instance();
    await expect(
      webWork.read(persona('responder'), (manager) =>
        manager.query('select * from app.stop_for_death($1, $2)', [
          person?.person_id,
          persona('responder').userId,
        ]),
      ),
    ).rejects.toThrow(/no death stands/);
  });
});
