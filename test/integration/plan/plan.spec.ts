import {
  ClosePlanContact,
  EndLostLeads,
  KeepTold,
  MovePlanLead,
  OfferPlanLead,
  PlanNextContact,
  ReadSharedPlan,
  TakeCase,
  type PlanDoor,
} from '#libs/casework';
import {
  instant,
  leadOf,
  type Answering,
  type CaseId,
  type DataClass,
  type PlanContactEvent,
  type PlanContactId,
  type PlanLead,
  type PlanLeadEvent,
  type PlanLeadId,
  type ShareId,
  type ToldTopic,
} from '#libs/domain';
import { casePlan, PlanContactRow } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs, MONDAY, WILLOW } from '../consent/support';

const REPORTED = '2026-03-02T10:00:00Z';
const LATER = instant('2026-03-04T09:00:00Z');
const WORKER = 'adviser';

const instance = useInstance();
const promise = new PromiseActs(instance);
const consent = new ConsentActs(instance);

beforeEach(() => instance().setNow(MONDAY));

const done = <Result>(once: { kind: string; result?: Result }): Result => {
  if (once.result === undefined) throw new Error(once.kind);
  return once.result;
};

async function sharedCase(classes: readonly DataClass[] = ['identity']) {
  const { caseId } = await promise.refer(REPORTED);
  const shareId = await consent.shared(caseId, classes);
  return {
    caseId,
    shareId,
    desk: { kind: 'case', caseId } as const,
    door: { kind: 'share', shareId } as const,
  };
}

async function offer(caseId: CaseId, by = 'responder') {
  const { webWork, ids, persona } = instance();
  return done(
    await new OfferPlanLead(webWork, ids).execute(persona(by), { caseId, agencyId: WILLOW }, onlyOnce()),
  );
}

async function offered(caseId: CaseId): Promise<PlanLeadId> {
  const outcome = await offer(caseId);
  if (outcome.kind !== 'offered') throw new Error(JSON.stringify(outcome));
  return outcome.leadId;
}

async function move(leadId: PlanLeadId, event: PlanLeadEvent, { by = WORKER, revision = 1 } = {}) {
  const { webWork, persona } = instance();
  return done(await new MovePlanLead(webWork).execute(persona(by), { leadId, revision, event }, onlyOnce()));
}

async function plan(door: PlanDoor, by: string, at = LATER) {
  const { webWork, ids, persona } = instance();
  return done(
    await new PlanNextContact(webWork, ids).execute(persona(by), { door, way: 'call', at }, onlyOnce()),
  );
}

async function close(door: PlanDoor, contactId: PlanContactId, event: PlanContactEvent, by: string) {
  const { webWork, persona } = instance();
  return done(
    await new ClosePlanContact(webWork).execute(persona(by), { door, contactId, event }, onlyOnce()),
  );
}

async function tell(door: PlanDoor, topics: readonly ToldTopic[], by: string) {
  const { webWork, ids, persona } = instance();
  return done(await new KeepTold(webWork, ids).execute(persona(by), { door, topics }, onlyOnce()));
}

const planSeenBy = (caseId: CaseId, by: string) =>
  instance().webWork.read(instance().persona(by), (manager) => casePlan(manager, caseId));

const readShared = (shareId: ShareId, by = WORKER) =>
  new ReadSharedPlan(instance().webWork).execute(instance().persona(by), shareId);

async function leadNow(caseId: CaseId): Promise<string> {
  const { lead } = await planSeenBy(caseId, 'lead');
  const answering = { kind: 'duty-lead' } as Answering;
  const worker = leadOf(lead, answering);
  return worker.kind === 'provider' ? worker.userId : worker.kind;
}

describe('P15 the lead of a plan', () => {
  it('moves to a service when one of its workers accepts, and back when the desk takes it', async () => {
    const { caseId } = await sharedCase();
    const leadId = await offered(caseId);
    expect(await leadNow(caseId)).toBe('case-owner');
    expect(await move(leadId, 'accept')).toMatchObject({ kind: 'moved', lead: { state: 'leading' } });
    expect(await leadNow(caseId)).toBe(instance().persona(WORKER).userId);
    expect(await move(leadId, 'ask-back', { revision: 2 })).toMatchObject({ lead: { state: 'returning' } });
    expect(await leadNow(caseId)).toBe(instance().persona(WORKER).userId);
    expect(await move(leadId, 'end', { by: 'responder', revision: 3 })).toMatchObject({
      lead: { state: 'ended', ending: 'taken-back' },
    });
    expect(await leadNow(caseId)).toBe('case-owner');
    expect(await move(leadId, 'accept', { revision: 4 })).toMatchObject({ reason: 'already-decided' });
  });

  it('is offered once at a time, and two answers at once leave one', async () => {
    const { caseId } = await sharedCase();
    const leadId = await offered(caseId);
    expect(await offer(caseId, 'lead')).toEqual({ kind: 'refused', reason: 'led-elsewhere' });
    const answers = await Promise.all([
      move(leadId, 'accept').catch(() => ({ kind: 'lost' })),
      move(leadId, 'withdraw', { by: 'responder' }).catch(() => ({ kind: 'lost' })),
    ]);
    expect(answers.filter(({ kind }) => kind === 'moved')).toHaveLength(1);
    expect(await move(leadId, 'decline', { revision: 9 })).not.toMatchObject({ kind: 'moved' });
  });

  it('is no one else’s to give, to take or to answer (P7)', async () => {
    const { caseId } = await sharedCase();
    const { webWork, persona } = instance();
    const revision = await consent.revisionOf(caseId);
    done(await new TakeCase(webWork).execute(persona('responder-two'), { caseId, revision }, onlyOnce()));
    expect(await offer(caseId, 'responder')).toEqual({ kind: 'refused', reason: 'not-yours-to-give' });
    expect(await offer(caseId, WORKER)).toEqual({ kind: 'not-found' });
    expect(await offer(caseId, 'officer')).toEqual({ kind: 'not-found' });
    const outcome = await offer(caseId, 'lead');
    if (outcome.kind !== 'offered') throw new Error(JSON.stringify(outcome));
    expect(await move(outcome.leadId, 'accept', { by: 'sarc' })).toEqual({ kind: 'not-found' });
    expect(await move(outcome.leadId, 'accept', { by: 'lead' })).toEqual({
      kind: 'refused',
      reason: 'not-for-you',
    });
    expect(await move(outcome.leadId, 'accept', { revision: 7 })).toMatchObject({ kind: 'stale' });
  });

  it('needs something to be shared, and ends the moment nothing is (P6)', async () => {
    const unshared = await promise.refer(REPORTED);
    expect(await offer(unshared.caseId)).toEqual({ kind: 'refused', reason: 'nothing-shared' });
    const { caseId } = await sharedCase();
    const leadId = await offered(caseId);
    await move(leadId, 'accept');
    expect(await leadNow(caseId)).toBe(instance().persona(WORKER).userId);
    await consent.withdraw(caseId);
    expect(await leadNow(caseId)).toBe('case-owner');
    expect(await move(leadId, 'ask-back', { revision: 2 })).toEqual({ kind: 'not-found' });
    await new EndLostLeads(instance().workerWork).execute({ limit: 50 });
    const [row] = await instance().admin<Pick<PlanLead, 'state' | 'ending'>>(
      'select state, ending from app.plan_lead where lead_id = $1',
      [leadId],
    );
    expect(row).toEqual({ state: 'ended', ending: 'sharing-ended' });
  });
});

describe('P6 what a service reads of a plan', () => {
  it('is its own part and which service leads, when the person agreed to no more', async () => {
    const { caseId, shareId, desk, door } = await sharedCase(['identity']);
    await plan(desk, 'responder');
    await plan(door, WORKER);
    await tell(desk, ['what-happened', 'health'], 'responder');
    await tell(door, ['home-and-safety'], WORKER);
    expect((await readShared(shareId)).kind).toBe('read');
    const seen = await planSeenBy(caseId, WORKER);
    expect(seen.contacts.map(({ agencyId }) => agencyId)).toEqual([WILLOW]);
    expect(seen.told.map(({ topic }) => topic)).toEqual(['home-and-safety']);
    const whole = await planSeenBy(caseId, 'responder');
    expect([whole.contacts.length, whole.told.length]).toEqual([2, 3]);
  });

  it('grows with each class that is shared, and shrinks at once when it is withdrawn', async () => {
    const { caseId, desk } = await sharedCase(['identity', 'needs', 'support-fact']);
    await plan(desk, 'responder');
    await tell(desk, ['what-happened', 'health'], 'responder');
    const seen = await planSeenBy(caseId, WORKER);
    expect(seen.contacts).toHaveLength(1);
    expect(seen.told.map(({ topic }) => topic)).toEqual(['health']);
    await consent.withdraw(caseId, { dataClass: 'support-fact' });
    expect((await planSeenBy(caseId, WORKER)).contacts).toEqual([]);
    await consent.withdraw(caseId);
    const after = await planSeenBy(caseId, WORKER);
    expect([after.contacts, after.told, after.supporters, after.lead]).toEqual([[], [], [], null]);
  });

  it('P8 is recorded before it is shown, and is not there for anybody else', async () => {
    const { caseId, shareId } = await sharedCase(['identity', 'needs']);
    expect(await readShared(shareId, 'sarc')).toEqual({ kind: 'not-found' });
    expect(await readShared(shareId, 'responder')).toEqual({ kind: 'not-found' });
    expect((await readShared(shareId)).kind).toBe('read');
    const rows = await instance().admin<{ what: string }>(
      `select what from app.access_log where case_id = $1 and basis = 'share' order by what`,
      [caseId],
    );
    expect(rows.map(({ what }) => what)).toEqual(['needs', 'support-fact']);
    for (const by of ['officer', 'commissioner', 'sarc', 'administrator']) {
      const seen = await planSeenBy(caseId, by);
      expect([seen.contacts, seen.told, seen.supporters]).toEqual([[], [], []]);
    }
  });
});

describe('a contact in a plan', () => {
  it('is closed by the service that planned it, once its time has come', async () => {
    const { desk, door } = await sharedCase(['identity', 'support-fact']);
    const planned = await plan(desk, 'responder');
    if (planned.kind !== 'planned') throw new Error(planned.kind);
    const { contactId } = planned;
    expect(await close(door, contactId, 'cancel', WORKER)).toEqual({ kind: 'refused', reason: 'not-yours' });
    expect(await close(desk, contactId, 'note-happened', 'responder')).toMatchObject({ reason: 'not-yet' });
    await instance().setNow('2026-03-04T09:00:02Z');
    expect(await close(desk, contactId, 'note-happened', 'responder-two')).toEqual({ kind: 'closed' });
    expect(await close(desk, contactId, 'cancel', 'responder')).toMatchObject({ reason: 'already-noted' });
  });

  it('of another case is not there, and one in the past is refused', async () => {
    const one = await sharedCase();
    const other = await sharedCase();
    const planned = await plan(one.desk, 'responder');
    if (planned.kind !== 'planned') throw new Error(planned.kind);
    expect(await close(other.desk, planned.contactId, 'cancel', 'responder')).toEqual({ kind: 'not-found' });
    expect(await plan(one.desk, 'responder', instant('2026-03-01T00:00:00Z'))).toMatchObject({
      reason: 'not-ahead',
    });
    expect(await plan(one.door, 'sarc')).toEqual({ kind: 'not-found' });
    expect(await plan(one.desk, WORKER)).toEqual({ kind: 'not-found' });
  });

  it('is added to no plan whose case is closed, through a share or past the use cases', async () => {
    const { caseId, door } = await sharedCase(['identity', 'needs']);
    await instance().admin(
      `update app.case_file set closed_at = app.service_now(), contact_state = 'closed' where case_id = $1`,
      [caseId],
    );
    expect(await plan(door, WORKER)).toEqual({ kind: 'refused', reason: 'case-closed' });
    expect(await tell(door, ['health'], WORKER)).toEqual({ kind: 'refused', reason: 'case-closed' });
    const { webWork, persona } = instance();
    const forged = webWork.read(persona(WORKER), (manager) =>
      manager.query(
        `insert into app.plan_topic (topic_id, case_id, person_id, handling_agency_id, agency_id, topic, recorded_by, recorded_at)
         select gen_random_uuid(), s.case_id, s.person_id, s.handling_agency_id, s.agency_id, 'health',
           app.claim_user(), app.service_now() from app.share s where s.case_id = $1`,
        [caseId],
      ),
    );
    await expect(forged).rejects.toThrow('row-level security');
  });

  it('P7 cannot be forged in another service’s name or for a case that nothing is shared of', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const { webWork, persona, ids } = instance();
    const [row] = await instance().admin<{ person_id: string; handling_agency_id: string }>(
      'select person_id, handling_agency_id from app.case_file where case_id = $1',
      [caseId],
    );
    const forged = webWork.read(persona(WORKER), (manager) =>
      manager.insert(PlanContactRow, {
        id: ids.next<PlanContactId>(),
        caseId,
        personId: row?.person_id as never,
        handlingAgencyId: row?.handling_agency_id as never,
        agencyId: WILLOW,
        userId: persona(WORKER).userId,
        way: 'call',
        at: LATER,
        state: 'planned',
        recordedAt: instant(MONDAY),
        decidedAt: null,
        revision: 1,
      }),
    );
    await expect(forged).rejects.toThrow(/row-level security|read-only/);
  });
});

describe('what need not be asked again', () => {
  it('is kept by topic, ended when it is unticked, and the same form sent twice is one act', async () => {
    const { caseId, desk } = await sharedCase();
    expect(await tell(desk, ['health', 'what-happened'], 'responder')).toEqual({ kind: 'kept', changed: 2 });
    expect(await tell(desk, ['health'], 'responder-two')).toEqual({ kind: 'kept', changed: 1 });
    const { told } = await planSeenBy(caseId, 'responder');
    expect(told.map(({ topic }) => topic)).toEqual(['health']);
    const { webWork, ids, persona, admin } = instance();
    const key = onlyOnce();
    const input = { door: desk, topics: ['health', 'what-they-want'] as const };
    const send = () => new KeepTold(webWork, ids).execute(persona('responder'), input, key);
    expect([(await send()).kind, (await send()).kind]).toEqual(['done', 'repeated']);
    const words = await admin<{ payload: object }>(
      `select payload from app.journal where case_id = $1 and subject_kind = 'plan-topic'`,
      [caseId],
    );
    for (const { payload } of words) expect(Object.keys(payload).toSorted()).toEqual(['agencyId', 'topic']);
  });
});
