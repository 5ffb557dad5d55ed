import { NoteOverdue, ReadComplaintWords, ReadEquality } from '#libs/casework';
import { equalityNow, instant, type CaseId, type ComplaintId } from '#libs/domain';
import { complaintsOfCase, equalityOfCase, openComplaints } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { CareActs, EARLIER, MONDAY } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new CareActs(instance);
let caseId: CaseId;

beforeEach(async () => {
  await instance().setNow(MONDAY);
  ({ caseId } = await promise.refer('2026-03-02T10:00:00Z'));
});

describe('a complaint', () => {
  const complaint = (change: object = {}) => ({
    caseId,
    about: 'our-service' as const,
    aboutUserId: null,
    words: 'Nobody from the sample service rang back',
    receivedAt: EARLIER,
    ...change,
  });
  const recorded = async (change: object = {}, by = 'responder'): Promise<ComplaintId> => {
    const outcome = await acts.complain(complaint(change), by);
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
    return outcome.complaintId;
  };
  const seen = (by: string) =>
    instance().webWork.read(instance().persona(by), (manager) => complaintsOfCase(manager, caseId));

  it('is acknowledged in three working days and answered in twenty, step by step', async () => {
    const id = await recorded();
    const [row] = await seen('lead');
    expect(row && new Date(row.acknowledgeDueAt).toISOString()).toBe('2026-03-05T17:00:00.000Z');
    expect(row && new Date(row.replyDueAt).toISOString()).toBe('2026-03-30T16:00:00.000Z');
    expect(await acts.handle(id, 'answer', { finding: 'upheld' })).toMatchObject({ reason: 'no-such-step' });
    expect(await acts.handle(id, 'acknowledge')).toMatchObject({ kind: 'changed' });
    expect(await acts.handle(id, 'answer')).toMatchObject({ reason: 'finding-missing' });
    expect(await acts.handle(id, 'answer', { finding: 'partly-upheld', by: 'manager' })).toMatchObject({
      kind: 'changed',
    });
    expect(await acts.handle(id, 'reopen')).toMatchObject({ kind: 'changed' });
    expect(await acts.handle(id, 'answer', { finding: 'upheld' })).toMatchObject({ kind: 'changed' });
    expect(await acts.handle(id, 'close')).toMatchObject({ kind: 'changed' });
    expect((await seen('manager'))[0]).toMatchObject({ state: 'closed', finding: 'upheld' });
  });

  it('P7 is never there for whoever it is about: no row, no words, no event, no list', async () => {
    const { persona, webWork, vault } = instance();
    const lead = persona('lead').userId;
    const id = await recorded({ about: 'a-worker', aboutUserId: lead });
    expect(await seen('lead')).toEqual([]);
    expect(await acts.handle(id, 'acknowledge', { by: 'lead' })).toEqual({ kind: 'not-found' });
    const words = (by: string) => new ReadComplaintWords(webWork, vault).execute(persona(by), id);
    expect(await words('lead')).toEqual({ kind: 'not-found' });
    const asLead = await webWork.read(persona('lead'), async (manager) => ({
      sealed: await manager.query<unknown[]>('select 1 from vault.person_record where record_id = $1', [id]),
      told: await manager.query<unknown[]>('select 1 from app.journal where subject_id = $1', [id]),
      listed: await openComplaints(manager, { after: null, limit: 50 }),
    }));
    expect(asLead).toEqual({ sealed: [], told: [], listed: [] });
    expect(await words('manager')).toEqual({
      kind: 'read',
      words: 'Nobody from the sample service rang back',
    });
    expect(await acts.handle(id, 'acknowledge', { by: 'manager' })).toMatchObject({ kind: 'changed' });
    expect(await acts.eventTypes(caseId)).not.toContain('complaint.received');
  });

  it('is taken by nobody about themselves, and seen by no responder but whoever took it', async () => {
    const { userId } = instance().persona('responder');
    expect(await acts.complain(complaint({ about: 'a-worker', aboutUserId: userId }))).toMatchObject({
      reason: 'about-yourself',
    });
    const elsewhere = instance().persona('adviser').userId;
    expect(await acts.complain(complaint({ about: 'a-worker', aboutUserId: elsewhere }))).toMatchObject({
      reason: 'no-such-worker',
    });
    const receivedAt = instant('2026-03-03T10:00:00Z');
    expect(await acts.complain(complaint({ receivedAt }))).toMatchObject({
      reason: 'received-in-the-future',
    });
    await recorded();
    expect(await seen('responder')).toHaveLength(1);
    expect(await seen('responder-two')).toEqual([]);
    for (const by of ['officer', 'adviser', 'commissioner']) {
      expect(await seen(by)).toEqual([]);
      expect(await acts.complain(complaint(), by)).toEqual({ kind: 'not-found' });
    }
  });

  it('P3 that waits past its time is told of once, never to whom it is about', async () => {
    const lead = instance().persona('lead').userId;
    const id = await recorded({ about: 'a-worker', aboutUserId: lead });
    await instance().setNow('2026-03-05T17:00:05Z');
    const overdue = new NoteOverdue(instance().workerWork);
    await overdue.execute({ limit: 100 });
    await overdue.execute({ limit: 100 });
    const told = await instance().admin<{ recipient_user_id: string }>(
      `select recipient_user_id from app.staff_notice where kind = 'complaint' and subject_id = $1`,
      [id],
    );
    expect(told.map(({ recipient_user_id }) => recipient_user_id)).not.toContain(lead);
    const noted = await instance().admin(
      `select 1 from app.overdue_work where kind = 'complaint' and subject_id = $1`,
      [id],
    );
    expect(noted).toHaveLength(1);
  });
});

describe('the equality questions', () => {
  const read = (by: string) =>
    instance().webWork.read(instance().persona(by), (manager) => equalityOfCase(manager, caseId));

  it('keep not asked, declined and unknown apart, and a later answer takes nothing away', async () => {
    const first = { religion: 'declined', disability: 'unknown', sex: 'female' } as const;
    expect(await acts.answerEquality(caseId, first)).toMatchObject({ changed: 3 });
    expect(await acts.answerEquality(caseId, first)).toMatchObject({ changed: 0 });
    expect(await acts.answerEquality(caseId, { religion: 'sikh' }, 'lead')).toMatchObject({ changed: 1 });
    const entries = await read('responder');
    expect(entries).toHaveLength(4);
    expect(equalityNow(entries)).toMatchObject({
      religion: 'sikh',
      disability: 'unknown',
      sex: 'female',
      'ethnic-group': 'not-asked',
    });
    expect(await acts.answerEquality(caseId, { sex: 'married' } as never)).toMatchObject({
      reason: 'no-such-answer',
    });
  });

  it('P7 are asked by responders and read by them alone, never by police; the history names no answer', async () => {
    await acts.answerEquality(caseId, { religion: 'jewish' });
    for (const by of ['officer', 'adviser', 'commissioner', 'manager', 'auditor'])
      expect(await read(by)).toEqual([]);
    for (const by of ['officer', 'adviser', 'manager'])
      expect(await acts.answerEquality(caseId, { religion: 'hindu' }, by)).toEqual({ kind: 'not-found' });
    const told = await instance().admin('select payload from app.journal where case_id = $1', [caseId]);
    expect(JSON.stringify(told)).toContain('religion');
    expect(JSON.stringify(told)).not.toContain('jewish');
  });

  it('P8 that they were read is on record', async () => {
    const { webWork, persona, admin } = instance();
    const readEquality = new ReadEquality(webWork);
    expect(await readEquality.execute(persona('officer'), caseId)).toEqual({ kind: 'not-found' });
    expect(await readEquality.execute(persona('responder'), caseId)).toMatchObject({ kind: 'read' });
    const rows = await admin(
      `select 1 from app.access_log where case_id = $1 and what = 'equality-answers'`,
      [caseId],
    );
    expect(rows).toHaveLength(1);
  });
});
