import { NoteOverdue, ReadSupportWords, StepUrgentPages } from '#libs/casework';
import { instant, type CaseId, type RiskId } from '#libs/domain';
import { needsOfCase, supportTasks, urgentPageOf } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { CareActs, MONDAY } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new CareActs(instance);
let caseId: CaseId;

const DUE = instant('2026-03-04T15:00:00Z');

beforeEach(async () => {
  await instance().setNow(MONDAY);
  ({ caseId } = await promise.refer('2026-03-02T10:00:00Z'));
});

describe('a task of a plan', () => {
  const task = (change: object = {}) => ({
    caseId,
    matter: 'chase-service' as const,
    words: null,
    dueAt: DUE,
    ownerUserId: null,
    ...change,
  });

  it('is whose and due when somebody says, and its words are sealed', async () => {
    const mine = instance().persona('responder').userId;
    const added = await acts.addTask(task({ words: 'Ring the sample clinic', ownerUserId: mine }));
    if (added.kind !== 'added') throw new Error(JSON.stringify(added));
    const [row] = await acts.tasks(caseId, 'plan-task');
    expect(row).toMatchObject({ state: 'open', matter: 'chase-service', owner_user_id: mine });
    expect(row?.due_at.getTime()).toBe(DUE);
    const { webWork, vault, persona } = instance();
    const words = await new ReadSupportWords(webWork, vault).execute(persona('lead'), {
      caseId,
      recordIds: [added.taskId],
    });
    expect(words.kind === 'read' && words.noteOf(added.taskId)).toBe('Ring the sample clinic');
    expect(JSON.stringify(await instance().admin('select payload from app.journal'))).not.toContain('clinic');
  });

  it('stands on the list of its owner alone', async () => {
    const { persona, webWork } = instance();
    const { userId } = persona('responder-two');
    await acts.addTask(task({ ownerUserId: userId }));
    const listOf = (by: string) =>
      webWork.read(persona(by), (manager) =>
        supportTasks(manager, { which: 'live', ownerUserId: persona(by).userId, after: null, limit: 50 }),
      );
    expect((await listOf('responder-two')).map(({ caseId: of }) => of)).toContain(caseId);
    expect((await listOf('responder')).map(({ caseId: of }) => of)).not.toContain(caseId);
  });

  it('is refused behind its time, without words where no code says what it is, and for somebody elsewhere', async () => {
    expect(await acts.addTask(task({ dueAt: instant('2026-03-02T09:00:00Z') }))).toMatchObject({
      reason: 'due-not-ahead',
    });
    expect(await acts.addTask(task({ dueAt: instant('2028-03-02T09:00:00Z') }))).toMatchObject({
      reason: 'due-too-far-ahead',
    });
    expect(await acts.addTask(task({ matter: 'something-else' }))).toMatchObject({ reason: 'words-missing' });
    const elsewhere = instance().persona('adviser').userId;
    expect(await acts.addTask(task({ ownerUserId: elsewhere }))).toMatchObject({ reason: 'no-such-owner' });
    for (const by of ['officer', 'adviser', 'commissioner', 'auditor', 'manager'])
      expect(await acts.addTask(task(), by)).toEqual({ kind: 'not-found' });
  });

  it('P15 late, it is the duty lead’s to answer for; done or cancelled, nobody’s', async () => {
    const added = await acts.addTask(task());
    if (added.kind !== 'added') throw new Error(JSON.stringify(added));
    await instance().setNow('2026-03-04T15:00:01Z');
    await new NoteOverdue(instance().workerWork).execute({ limit: 100 });
    expect(await acts.eventTypes(caseId)).toContain('support-task.overdue');
    const cancel = { kind: 'not-needed', outcome: 'no-longer-needed' } as const;
    expect(await acts.changeTask(added.taskId, cancel)).toMatchObject({ kind: 'changed' });
    expect((await acts.tasks(caseId, 'plan-task'))[0]).toMatchObject({
      state: 'not-needed',
      outcome: 'no-longer-needed',
    });
  });
});

describe('a risk', () => {
  const raise = async (change: object = {}, by = 'responder') =>
    acts.raise({ caseId, risk: 'stalking', words: null, reviewOn: '2026-03-20', ...change }, by);
  const raised = async (change: object = {}): Promise<RiskId> => {
    const outcome = await raise(change);
    if (outcome.kind !== 'raised') throw new Error(JSON.stringify(outcome));
    return outcome.riskId;
  };
  const pages = () =>
    instance().admin<{ state: string; reasons: string[]; about: string }>(
      'select state, reasons, about from app.urgent_page where case_id = $1 order by raised_at',
      [caseId],
    );

  it('says who, when and when it is looked at again, once a kind, and pages nobody when it can wait', async () => {
    const riskId = await raised({ words: 'Sample words' });
    expect(await raise()).toMatchObject({ reason: 'stands-already' });
    expect(await pages()).toEqual([]);
    expect(await acts.changeRisk(riskId, { kind: 'review', reviewOn: '2026-03-25' })).toMatchObject({
      kind: 'changed',
    });
    expect(await acts.changeRisk(riskId, { kind: 'close', ending: 'made-safe' }, 'lead', 1)).toMatchObject({
      kind: 'stale',
    });
    expect(await acts.changeRisk(riskId, { kind: 'close', ending: 'made-safe' }, 'lead')).toMatchObject({
      kind: 'changed',
    });
    expect(await acts.changeRisk(riskId, { kind: 'close', ending: 'made-safe' })).toMatchObject({
      reason: 'closed-already',
    });
    expect(await raise()).toMatchObject({ kind: 'raised' });
    const { risks } = await instance().webWork.read(instance().persona('lead'), (manager) =>
      needsOfCase(manager, caseId),
    );
    expect(risks.map(({ state }) => state)).toEqual(['standing', 'closed']);
    await expect(
      instance().admin('delete from app.risk_flag where risk_id = $1', [riskId]),
    ).rejects.toThrow();
  });

  it('is looked at again ahead and within the area’s days', async () => {
    expect(await raise({ reviewOn: '2026-03-02' })).toMatchObject({ reason: 'review-not-ahead' });
    expect(await raise({ reviewOn: '2026-03-31' })).toMatchObject({ reason: 'review-too-late' });
    expect(await raise({ reviewOn: '2026-03-30' })).toMatchObject({ kind: 'raised' });
  });

  it('that cannot wait opens a task due in minutes and alerts in the same transaction', async () => {
    await raised({ risk: 'suicide-or-self-harm' });
    const [task] = await acts.tasks(caseId, 'urgent-need');
    expect(task).toMatchObject({ state: 'open', matter: 'suicide-or-self-harm' });
    expect(task?.due_at.toISOString().slice(0, 16)).toBe('2026-03-02T10:35');
    expect(await pages()).toEqual([{ state: 'open', reasons: ['suicide-or-self-harm'], about: 'need' }]);
    await new StepUrgentPages(instance().workerWork).execute({ limit: 50 });
    const told = await instance().admin(
      `select 1 from app.urgent_page_notice n join app.urgent_page p using (page_id) where p.case_id = $1`,
      [caseId],
    );
    expect(told.length).toBeGreaterThan(0);
  });

  it('P7 its page is never the referrer’s to see, nor the risk', async () => {
    await raised({ risk: 'danger-now' });
    const [row] = await instance().admin<{ referral_id: string }>(
      'select referral_id from app.case_file where case_id = $1',
      [caseId],
    );
    const { webWork, persona } = instance();
    for (const by of ['officer', 'adviser', 'commissioner']) {
      const page = await webWork.read(persona(by), (manager) =>
        urgentPageOf(manager, row?.referral_id as never),
      );
      expect(page).toBeNull();
      expect(await acts.seenBy(by, 'risk_flag', caseId)).toBe(0);
      expect(await acts.seenBy(by, 'urgent_page', caseId)).toBe(0);
      expect(await raise({ risk: 'stalking' }, by)).toEqual({ kind: 'not-found' });
    }
    expect(await acts.seenBy('responder', 'risk_flag', caseId)).toBe(1);
  });

  it('when it is closed nobody is paged about it any more and its task waits no more', async () => {
    const riskId = await raised({ risk: 'medical-need' });
    await acts.changeRisk(riskId, { kind: 'close', ending: 'was-a-mistake' });
    expect((await pages()).map(({ state }) => state)).toEqual(['settled']);
    expect(await acts.tasks(caseId, 'urgent-need')).toMatchObject([
      { state: 'withdrawn', outcome: 'need-settled' },
    ]);
  });

  it('acted on, its page is settled by the next round, and the risk itself stands until somebody closes it', async () => {
    await raised({ risk: 'child-at-risk' });
    const [task] = await acts.tasks(caseId, 'urgent-need');
    if (task === undefined) throw new Error('no task');
    await acts.changeTask(task.task_id, { kind: 'finish', outcome: 'made-safe', nextOn: null });
    await new StepUrgentPages(instance().workerWork).execute({ limit: 50 });
    expect((await pages()).map(({ state }) => state)).toEqual(['settled']);
    expect(await acts.seenBy('responder', 'risk_flag', caseId)).toBe(1);
  });
});

describe('an assessment of needs', () => {
  it('keeps not asked, declined and unknown apart, and a later one takes nothing away', async () => {
    expect(await acts.assess(caseId, {})).toMatchObject({ reason: 'nothing-answered' });
    expect(await acts.assess(caseId, { health: 'no-need' }, 'responder', DUE)).toMatchObject({
      reason: 'in-the-future',
    });
    const answers = { health: 'needs-support', home: 'declined', safety: 'unknown' } as const;
    expect(await acts.assess(caseId, answers)).toMatchObject({ kind: 'recorded' });
    const { assessments } = await instance().webWork.read(instance().persona('manager'), (manager) =>
      needsOfCase(manager, caseId),
    );
    expect(assessments[0]?.answers).toMatchObject({ ...answers, justice: 'not-asked' });
    await expect(
      instance().admin('update app.needs_assessment set recorded_at = now() where case_id = $1', [caseId]),
    ).rejects.toThrow();
    expect(await acts.seenBy('officer', 'needs_assessment', caseId)).toBe(0);
    expect(await acts.assess(caseId, answers, 'officer')).toEqual({ kind: 'not-found' });
  });
});
