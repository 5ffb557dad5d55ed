import {
  AddRoute,
  AnswerPoliceTask,
  AskPolice,
  FirePoliceTasks,
  OpenTeamTask,
  PermitRoute,
  type PoliceAnswer,
  type RouteInput,
} from '#libs/casework';
import { instant, type CaseId, type PoliceTaskId, type RouteId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { ConsentActs } from '../consent/support';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

const MONDAY = '2026-03-02T10:00:00Z';

const ROUTE: RouteInput = {
  kind: 'mobile',
  value: '+447700900555',
  whose: null,
  call: 'yes',
  text: 'no',
  voicemail: 'no',
  email: 'unknown',
};

interface TaskRow {
  readonly task_id: PoliceTaskId;
  readonly kind: string;
  readonly cause: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly due_at: Date;
  readonly overdue_at: Date | null;
  readonly reminded_at: Date | null;
}

const tasksOf = (caseId: CaseId) =>
  instance().admin<TaskRow>('select * from app.police_task where case_id = $1 order by opened_at, kind', [
    caseId,
  ]);

const kindsOf = async (caseId: CaseId) =>
  (await tasksOf(caseId)).map(({ kind, state, outcome }) => [kind, state, outcome].filter(Boolean).join(' '));

async function taskOf(caseId: CaseId, kind: string): Promise<PoliceTaskId> {
  const task = (await tasksOf(caseId)).find((one) => one.kind === kind && one.state === 'open');
  if (!task) throw new Error(`no open ${kind}`);
  return task.task_id;
}

function answer(taskId: PoliceTaskId, given: PoliceAnswer, by = 'officer', once = onlyOnce()) {
  const { webWork, vault, ids, persona } = instance();
  return new AnswerPoliceTask(webWork, vault, ids).execute(persona(by), { taskId, answer: given }, once);
}

async function resultOf<Result>(once: Promise<{ kind: string; result?: Result }>): Promise<Result> {
  const { kind, result } = await once;
  if (result === undefined) throw new Error(kind);
  return result;
}

const stateOf = async ({ caseId, referralId }: ReferredCase) => {
  const [row] = await instance().admin<{ contact_state: string; feedback: string; agreement: string }>(
    `select c.contact_state, r.feedback, r.agreement from app.case_file c join app.referral r using (referral_id)
     where c.case_id = $1 and r.referral_id = $2`,
    [caseId, referralId],
  );
  return row;
};

const eventsOf = async (caseId: CaseId) =>
  (
    await instance().admin<{ event_type: string }>(
      `select event_type from app.journal where case_id = $1 and (event_type like 'police-task.%'
       or event_type like 'route.%') order by position`,
      [caseId],
    )
  ).map((row) => row.event_type);

function thin() {
  const by = instant('2026-03-02T12:00:00Z');
  return acts.refer(MONDAY, {
    route: null,
    alternative: { kind: 'ask-again', by },
    agreement: 'not-asked-yet',
    crimeReference: null,
  });
}

beforeEach(async () => {
  await instance().setNow('2026-03-02T10:05:00Z');
});

describe('what a referral leaves to ask', () => {
  it('asks for everything that a thin referral left out, and holds nothing up (P11)', async () => {
    const { caseId } = await thin();
    expect(await kindsOf(caseId)).toEqual([
      'add-crime-number open',
      'ask-agreement open',
      'find-safe-route open',
    ]);
  });

  it('holds an officer to the time at which they said that they would ask again', async () => {
    const { caseId } = await thin();
    const due = (await tasksOf(caseId)).find(({ kind }) => kind === 'find-safe-route')?.due_at;
    expect(due?.toISOString()).toBe('2026-03-02T12:00:00.000Z');
  });

  it('asks for nothing when nothing is missing', async () => {
    const { caseId } = await acts.refer(MONDAY);
    expect(await tasksOf(caseId)).toEqual([]);
  });
});

describe('a crime number that is there already', () => {
  it('is not asked for again: an answer would be lost', async () => {
    const { caseId } = await acts.refer(MONDAY, { crimeReference: 'ZZ/000001/26' });
    const { webWork, ids, persona } = instance();
    const input = { caseId, kind: 'add-crime-number', cause: 'details-do-not-fit' } as const;
    const asked = await resultOf(
      new AskPolice(webWork, ids).execute(persona('responder'), input, onlyOnce()),
    );
    expect(asked).toEqual({ kind: 'refused', reason: 'known-already' });
  });
});

describe('what an attempt leaves to ask', () => {
  const at = { happened: '2026-03-02T10:10:00Z', typedIn: '2026-03-02T10:11:00Z' };

  it('asks for another number at once when the only one does not work, and once only', async () => {
    const referred = await acts.refer(MONDAY);
    await acts.attempt(referred, 'number-not-working', at);
    await acts.attempt(referred, 'number-not-working', at);
    expect(await kindsOf(referred.caseId)).toEqual(['wrong-number open']);
    expect((await stateOf(referred))?.feedback).toBe('need-a-new-number');
  });

  it('asks for a safe number when someone else answered the only one', async () => {
    const referred = await acts.refer(MONDAY);
    await acts.attempt(referred, 'someone-else-answered', at);
    expect(await kindsOf(referred.caseId)).toEqual(['find-safe-route open']);
  });

  it('asks for nothing when nobody answered', async () => {
    const referred = await acts.refer(MONDAY);
    await acts.attempt(referred, 'no-answer', at);
    expect(await tasksOf(referred.caseId)).toEqual([]);
  });
});

describe('an answer', () => {
  it('puts the number on the card, makes the person reachable and takes the other question back', async () => {
    const referred = await thin();
    const taskId = await taskOf(referred.caseId, 'find-safe-route');
    expect(await resultOf(answer(taskId, { kind: 'route-given', route: ROUTE }))).toEqual({
      kind: 'answered',
      answer: 'route-given',
      callFromAt: expect.any(Number),
    });
    expect(await stateOf(referred)).toMatchObject({ contact_state: 'ready', feedback: 'received' });
    expect(await kindsOf(referred.caseId)).toContain('find-safe-route answered route-given');
    expect(await eventsOf(referred.caseId)).toEqual([
      'police-task.opened',
      'police-task.opened',
      'police-task.opened',
      'police-task.answered',
      'route.added',
    ]);
  });

  it('seals the number: it stands in no table and no journal row', async () => {
    const { caseId } = await thin();
    await answer(await taskOf(caseId, 'find-safe-route'), { kind: 'route-given', route: ROUTE });
    const [found] = await instance().admin<{ found: boolean }>(
      `select exists (select 1 from app.journal j where j::text like '%900555%')
         or exists (select 1 from app.police_task t where t::text like '%900555%')
         or exists (select 1 from app.contact_route r where r::text like '%900555%')
         or exists (select 1 from app.idempotency_key k where k::text like '%900555%') as found`,
    );
    expect(found?.found).toBe(false);
  });

  it('comes from any officer of the team; another team is told that there is nothing there', async () => {
    const { caseId } = await thin();
    const taskId = await taskOf(caseId, 'ask-agreement');
    expect(await resultOf(answer(taskId, { kind: 'agreed' }, 'officer-south'))).toEqual({
      kind: 'not-found',
    });
    expect(await resultOf(answer(taskId, { kind: 'agreed' }, 'responder'))).toEqual({ kind: 'not-found' });
    expect(await resultOf(answer(taskId, { kind: 'agreed' }))).toMatchObject({ kind: 'answered' });
  });

  it('that the person agrees is with the referral from then on', async () => {
    const referred = await thin();
    await answer(await taskOf(referred.caseId, 'ask-agreement'), { kind: 'agreed' });
    expect((await stateOf(referred))?.agreement).toBe('agreed');
  });

  it('with the crime number is sealed beside the report', async () => {
    const { caseId, personId } = await thin();
    const reference = 'ZZ/000001/26';
    await answer(await taskOf(caseId, 'add-crime-number'), { kind: 'crime-number-given', reference });
    const [row] = await instance().admin<{ record_id: string; sealed: Buffer }>(
      `select record_id, sealed from vault.person_record where person_id = $1 and kind = 'crime-reference'`,
      [personId],
    );
    const subject = await instance().vault.of(personId);
    if (subject.kind !== 'open' || !row) throw new Error('no crime number');
    const place = { recordId: row.record_id, kind: 'crime-reference' } as const;
    expect(subject.vault.open(place, row.sealed)).toEqual({ reference });
  });

  it('given twice under one key is given once', async () => {
    const { caseId, personId } = await thin();
    const taskId = await taskOf(caseId, 'find-safe-route');
    const key = onlyOnce();
    const given = { kind: 'route-given', route: ROUTE } as const;
    await answer(taskId, given, 'officer', key);
    expect((await answer(taskId, given, 'officer', key)).kind).toBe('repeated');
    const routes = await instance().admin('select 1 from app.contact_route where person_id = $1', [personId]);
    expect(routes).toHaveLength(1);
  });

  it('of two officers at once is taken from one, and the other is told', async () => {
    const { caseId } = await thin();
    const taskId = await taskOf(caseId, 'find-safe-route');
    const results = await Promise.all(
      ['+447700900556', '+447700900557'].map((value) =>
        resultOf(answer(taskId, { kind: 'route-given', route: { ...ROUTE, value } })),
      ),
    );
    expect(results.map(({ kind }) => kind).sort()).toEqual(['answered', 'refused']);
    expect(results).toContainEqual({ kind: 'refused', reason: 'task-settled' });
  });

  it('with the number that does not work is not taken', async () => {
    const referred = await acts.refer(MONDAY, { route: ROUTE });
    await acts.attempt(referred, 'number-not-working', {
      happened: '2026-03-02T10:10:00Z',
      typedIn: '2026-03-02T10:11:00Z',
    });
    const taskId = await taskOf(referred.caseId, 'wrong-number');
    expect(await resultOf(answer(taskId, { kind: 'route-given', route: ROUTE }))).toEqual({
      kind: 'refused',
      reason: 'unusable-number',
    });
    expect(await kindsOf(referred.caseId)).toEqual(['wrong-number open']);
  });

  it('that no contact is wanted closes every way to the person, and tells nobody to call', async () => {
    const referred = await acts.refer(MONDAY, { agreement: 'not-asked-yet' });
    await answer(await taskOf(referred.caseId, 'ask-agreement'), { kind: 'no-contact-wanted' });
    expect(await stateOf(referred)).toMatchObject({ contact_state: 'not-wanted', feedback: 'received' });
    const [route] = await instance().admin<{ permissions: Record<string, string> }>(
      'select permissions from app.contact_route where person_id = $1',
      [referred.personId],
    );
    expect(Object.values(route?.permissions ?? {})).toEqual(['no', 'no', 'no', 'no', 'no']);
  });

  it('P4 stops no clock: only a conversation does', async () => {
    const referred = await acts.refer(MONDAY, { agreement: 'not-asked-yet' });
    await answer(await taskOf(referred.caseId, 'ask-agreement'), { kind: 'no-contact-wanted' });
    const limbs = await acts.limbs(referred.caseId);
    expect(Object.values(limbs).map(({ state }) => state)).toEqual(['running', 'running']);
  });
});

describe('P7 what an officer can see', () => {
  it('is no case, route, attempt or other team’s task, whatever statement is tried', async () => {
    const { caseId } = await thin();
    const taskId = await taskOf(caseId, 'find-safe-route');
    const { webWork, persona } = instance();
    for (const officer of ['officer', 'officer-south']) {
      const seen = await webWork.read(persona(officer), async (manager) => ({
        cases: await manager.query('select 1 from app.case_file'),
        routes: await manager.query('select 1 from app.contact_route'),
        attempts: await manager.query('select 1 from app.contact_attempt'),
        sealed: await manager.query('select 1 from vault.person_record'),
        tasks: await manager.query('select 1 from app.police_task where task_id = $1', [taskId]),
      }));
      const own = officer === 'officer' ? 1 : 0;
      expect({ ...seen, tasks: seen.tasks.length }).toEqual({
        cases: [],
        routes: [],
        attempts: [],
        sealed: [],
        tasks: own,
      });
    }
  });

  it('stays so for another team that names the task in its claims', async () => {
    const { caseId } = await thin();
    const taskId = await taskOf(caseId, 'find-safe-route');
    const { webWork, persona } = instance();
    const seen = await webWork.read(persona('officer-south'), async (manager) => {
      await manager.query(`select set_config('waymark.answering', $1, true)`, [taskId]);
      return manager.query('select 1 from app.case_file');
    });
    expect(seen).toEqual([]);
  });

  it('never says why: the answer of the use case names no state, attempt or person', async () => {
    const referred = await acts.refer(MONDAY);
    await acts.attempt(referred, 'someone-else-answered', {
      happened: '2026-03-02T10:10:00Z',
      typedIn: '2026-03-02T10:11:00Z',
    });
    const taskId = await taskOf(referred.caseId, 'find-safe-route');
    const given = await resultOf(answer(taskId, { kind: 'route-given', route: ROUTE }));
    expect(Object.keys(given).sort()).toEqual(['answer', 'callFromAt', 'kind']);
  });

  it('P8 are initials, with an access row committed first', async () => {
    const { caseId, personId } = await thin();
    const { webWork, vault, persona } = instance();
    const taskId = await taskOf(caseId, 'find-safe-route');
    const open = (by: string) => new OpenTeamTask(webWork, vault).execute(persona(by), taskId);
    expect(await open('officer-south')).toEqual({ kind: 'not-found' });
    const opened = await open('officer');
    expect(opened.kind === 'opened' && opened.initials).toMatch(/^(\p{Lu} )*\p{Lu}$/u);
    const rows = await instance().admin<{ what: string; basis: string; actor_id: string }>(
      'select what, basis, actor_id from app.access_log where person_id = $1',
      [personId],
    );
    expect(rows).toEqual([
      { what: 'referral-identity', basis: 'police-task', actor_id: persona('officer').userId },
    ]);
  });
});

describe('the clock of a question', () => {
  const fire = () => new FirePoliceTasks(instance().workerWork).execute({ limit: 100 });
  const noted = async (caseId: CaseId) =>
    (await eventsOf(caseId)).filter((type) => /reminded|overdue|again/.test(type));

  it('P3 reminds and notes overdue once each, with two workers at it', async () => {
    const { caseId } = await acts.refer(MONDAY, { crimeReference: null });
    const { setNow } = instance();
    await setNow('2026-03-04T22:05:01Z');
    await Promise.all([fire(), fire()]);
    await fire();
    expect(await noted(caseId)).toEqual(['police-task.reminded']);
    await setNow('2026-03-05T10:05:00Z');
    await fire();
    expect(await noted(caseId)).toEqual(['police-task.reminded']);
    await setNow('2026-03-05T10:05:02Z');
    await Promise.all([fire(), fire()]);
    await fire();
    expect(await noted(caseId)).toEqual(['police-task.reminded', 'police-task.overdue']);
    const [told] = await instance().admin<{ at_due: boolean }>(
      `select j.happened_at = t.due_at as at_due from app.journal j join app.police_task t on t.task_id = j.subject_id
       where j.case_id = $1 and j.event_type = 'police-task.overdue'`,
      [caseId],
    );
    expect(told?.at_due).toBe(true);
  });

  it('collapses what a long outage left into the gravest', async () => {
    const { caseId } = await acts.refer(MONDAY, { crimeReference: null });
    await instance().setNow('2026-03-09T10:00:00Z');
    await fire();
    expect(await noted(caseId)).toEqual(['police-task.overdue']);
  });

  it('“not yet” moves no due time and is remembered', async () => {
    const { caseId } = await thin();
    const taskId = await taskOf(caseId, 'find-safe-route');
    const at = instant('2026-03-02T18:00:00Z');
    expect(await resultOf(answer(taskId, { kind: 'ask-again', at }))).toEqual({
      kind: 'noted',
      askAgainAt: at,
    });
    await instance().setNow('2026-03-02T18:00:01Z');
    await fire();
    const task = (await tasksOf(caseId)).find(({ kind }) => kind === 'find-safe-route');
    expect(task?.due_at.toISOString()).toBe('2026-03-02T12:00:00.000Z');
    expect(task?.overdue_at).not.toBeNull();
  });
});

describe('what a responder does', () => {
  const responder = () => instance().persona('responder');

  it('asks by hand, once for each kind, and only the police', async () => {
    const { caseId } = await acts.refer(MONDAY);
    const { webWork, ids } = instance();
    const input = { caseId, kind: 'wrong-number', cause: 'details-do-not-fit' } as const;
    const ask = () => resultOf(new AskPolice(webWork, ids).execute(responder(), input, onlyOnce()));
    expect(await ask()).toMatchObject({ kind: 'asked' });
    expect(await ask()).toEqual({ kind: 'refused', reason: 'asked-already' });
  });

  it('a question by hand is not taken back by a voicemail, and is when they are spoken with', async () => {
    const referred = await acts.refer(MONDAY);
    const { webWork, ids } = instance();
    const input = { caseId: referred.caseId, kind: 'wrong-number', cause: 'details-do-not-fit' } as const;
    await new AskPolice(webWork, ids).execute(responder(), input, onlyOnce());
    const at = { happened: '2026-03-02T10:10:00Z', typedIn: '2026-03-02T10:11:00Z' };
    await acts.attempt(referred, 'message-left-as-agreed', at);
    expect(await kindsOf(referred.caseId)).toEqual(['wrong-number open']);
    await acts.attempt(referred, 'spoke', at);
    expect(await kindsOf(referred.caseId)).toEqual(['wrong-number withdrawn person-reached']);
  });

  it('adds a number the person named, which takes the question to the police back', async () => {
    const referred = await thin();
    const { webWork, vault, ids } = instance();
    const input = { caseId: referred.caseId, route: ROUTE, saidBy: 'person' } as const;
    const add = (by = 'responder') =>
      resultOf(new AddRoute(webWork, vault, ids).execute(instance().persona(by), input, onlyOnce()));
    expect(await add('officer')).toEqual({ kind: 'not-found' });
    // The referral came before anybody had asked the person: first it is noted that they agreed.
    expect(await add()).toEqual({ kind: 'refused', reason: 'agreement-first' });
    const agreed = { recipient: 'this-service', purpose: 'be-called', dataClasses: [] } as const;
    await new ConsentActs(instance).record(referred.caseId, agreed);
    expect(await kindsOf(referred.caseId)).toContain('ask-agreement withdrawn person-reached');
    expect(await add()).toMatchObject({ kind: 'added' });
    expect(await kindsOf(referred.caseId)).toContain('find-safe-route withdrawn route-found');
    expect((await stateOf(referred))?.contact_state).toBe('ready');
    expect(await add()).toEqual({ kind: 'refused', reason: 'on-the-card' });
  });

  it('brings a number on hold back only as a duty lead, and one out of use never', async () => {
    const referred = await acts.refer(MONDAY);
    const at = { happened: '2026-03-02T10:10:00Z', typedIn: '2026-03-02T10:11:00Z' };
    await acts.attempt(referred, 'someone-else-answered', at);
    const permit = async (by: string, change: { revision?: number } = {}) => {
      const { webWork, ids, persona, admin } = instance();
      const [row] = await admin<{ revision: number }>(
        'select revision from app.case_file where case_id = $1',
        [referred.caseId],
      );
      const input = {
        caseId: referred.caseId,
        routeId: referred.routeId as RouteId,
        revision: change.revision ?? row?.revision ?? 0,
        permissions: { call: 'yes', text: 'no', voicemail: 'no' },
        saidBy: 'person',
      } as const;
      return resultOf(new PermitRoute(webWork, ids).execute(persona(by), input, onlyOnce()));
    };
    expect(await permit('responder')).toEqual({ kind: 'refused', reason: 'needs-lead' });
    expect(await permit('lead', { revision: 1 })).toMatchObject({ kind: 'stale' });
    expect(await permit('lead')).toMatchObject({ kind: 'permitted' });
    expect((await stateOf(referred))?.contact_state).toBe('ready');
    expect(await kindsOf(referred.caseId)).toEqual(['find-safe-route withdrawn route-found']);
    await acts.attempt(referred, 'number-not-working', at);
    expect(await permit('lead')).toEqual({ kind: 'refused', reason: 'out-of-use' });
  });
});
