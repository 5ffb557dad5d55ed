import {
  AcknowledgeSupportTask,
  BeginSupportTasks,
  ChangeSupportTask,
  OfferTransfer,
  PromiseCheckIn,
  RecordSamples,
  RecordSignpost,
  RestartSupport,
  StopContact,
  type SupportTaskChange,
} from '#libs/casework';
import { instant, type CaseId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { MONDAY, SupportActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new SupportActs(instance);
let file: ReferredCase;

beforeEach(async () => {
  await instance().setNow(MONDAY);
  file = await promise.refer('2026-03-02T10:00:00Z');
});

const promiseCheckIn = async (on: string, by = 'responder', caseId: CaseId = file.caseId) => {
  const { webWork, ids, persona } = instance();
  const input = { caseId, on, saidHow: 'phone' } as const;
  const once = await new PromiseCheckIn(webWork, ids).execute(persona(by), input, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
};
const begin = () => new BeginSupportTasks(instance().workerWork).execute({ limit: 50 });
const change = async (kind: string, what: SupportTaskChange, by = 'responder') => {
  const { webWork, ids, persona } = instance();
  const { task_id: taskId, revision } = await acts.taskOf(file.caseId, kind);
  const input = { taskId, revision, change: what };
  const once = await new ChangeSupportTask(webWork, ids, instance().pack.care).execute(
    persona(by),
    input,
    onlyOnce(),
  );
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
};

const endCaseOf = async (caseId: CaseId) => {
  await instance().admin(
    `update app.case_file set closed_at = app.service_now(), contact_state = 'closed', next_due_at = null,
       act_by_at = null where case_id = $1`,
    [caseId],
  );
};

describe('a check-in', () => {
  it('is a task for the team on the day that the person named, and nothing before or by itself', async () => {
    expect(await promiseCheckIn('2026-03-06')).toEqual({ kind: 'promised' });
    expect(await promiseCheckIn('2026-03-06')).toMatchObject({ reason: 'promised-already' });
    await instance().setNow('2026-03-05T23:59:00Z');
    await begin();
    expect(await acts.taskOf(file.caseId, 'check-in')).toMatchObject({ state: 'planned' });
    await instance().setNow('2026-03-06T00:00:05Z');
    await Promise.all([begin(), begin()]);
    await begin();
    const task = await acts.taskOf(file.caseId, 'check-in');
    expect(task.state).toBe('open');
    expect(task.due_at.toISOString()).toBe('2026-03-09T17:00:00.000Z');
    const types = (await acts.eventsOf(file.caseId)).map(({ event_type }) => event_type);
    expect(types.filter((type) => type === 'support-task.begun')).toHaveLength(1);
    const sent = await instance().admin('select 1 from app.person_message where case_id = $1', [file.caseId]);
    expect(sent).toEqual([]);
    expect(await change('check-in', { kind: 'finish', outcome: 'is-well', nextOn: null })).toMatchObject({
      kind: 'changed',
    });
  });

  it('stands after the case has closed, and is taken back when the person says so', async () => {
    await endCaseOf(file.caseId);
    expect(await promiseCheckIn('2026-09-01')).toEqual({ kind: 'promised' });
    expect(await change('check-in', { kind: 'withdraw' })).toMatchObject({ kind: 'changed' });
    expect(await acts.taskOf(file.caseId, 'check-in')).toMatchObject({
      state: 'withdrawn',
      outcome: 'person-changed-mind',
    });
  });

  it('P5 ends by itself when the person may not be contacted any more', async () => {
    await promiseCheckIn('2026-03-06');
    const { webWork, ids, persona, setNow } = instance();
    const input = {
      caseId: file.caseId,
      revision: await acts.revisionOf(file.caseId),
      cause: 'asked-to-stop',
    };
    const stopped = await new StopContact(webWork, ids).execute(
      persona('responder'),
      input as never,
      onlyOnce(),
    );
    expect(stopped).toMatchObject({ kind: 'done', result: { kind: 'stopped' } });
    await setNow('2026-03-02T10:06:30Z');
    await begin();
    expect(await acts.taskOf(file.caseId, 'check-in')).toMatchObject({
      state: 'withdrawn',
      outcome: 'contact-stopped',
    });
    expect(await promiseCheckIn('2026-09-01')).toMatchObject({ reason: 'contact-stopped' });
  });

  it('is not promised for today, nor by anybody who does not handle the case', async () => {
    expect(await promiseCheckIn('2026-03-02')).toMatchObject({ reason: 'not-in-the-future' });
    for (const by of ['officer', 'sarc', 'manager', 'auditor'])
      expect(await promiseCheckIn('2026-05-01', by)).toEqual({ kind: 'not-found' });
  });
});

describe('stored samples', () => {
  const record = async (
    samples: { takenOn: string; keptUntil: string; remind: boolean },
    by = 'responder',
  ) => {
    const { webWork, ids, persona } = instance();
    const input = { caseId: file.caseId, ...samples };
    const once = await new RecordSamples(webWork, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };

  it('have a day of their own, before which somebody looks; a reminder only if the person agreed', async () => {
    await record({ takenOn: '2026-03-01', keptUntil: '2028-03-01', remind: false });
    const task = await acts.taskOf(file.caseId, 'sample-review');
    expect(task).toMatchObject({ state: 'planned', planned_on: '2028-02-02' });
    const [row] = await instance().admin<{ may_contact: boolean }>(
      'select may_contact from app.support_task where task_id = $1',
      [task.task_id],
    );
    expect(row).toEqual({ may_contact: false });
  });

  it('that are kept on are looked at again; there is always a next day until they end', async () => {
    await record({ takenOn: '2026-02-20', keptUntil: '2026-03-10', remind: true });
    await begin();
    const keptOn = (nextOn: string | null) =>
      change('sample-review', { kind: 'finish', outcome: 'kept-on', nextOn });
    expect(await keptOn(null)).toMatchObject({ reason: 'next-day-missing' });
    expect(await keptOn('2026-02-01')).toMatchObject({ reason: 'kept-until-before-taken' });
    expect(await keptOn('2028-03-10')).toMatchObject({ kind: 'changed' });
    expect(await acts.taskOf(file.caseId, 'sample-review')).toMatchObject({
      state: 'planned',
      planned_on: '2028-02-11',
    });
  });

  it('are refused with days that cannot be, and hidden from everybody else', async () => {
    const day = { takenOn: '2026-03-01', keptUntil: '2028-03-01', remind: true };
    expect(await record({ ...day, takenOn: '2026-03-03' })).toMatchObject({ reason: 'taken-in-the-future' });
    expect(await record({ ...day, keptUntil: '2026-02-01' })).toMatchObject({
      reason: 'kept-until-before-taken',
    });
    expect(await record(day, 'officer')).toEqual({ kind: 'not-found' });
    expect(await record(day, 'sarc')).toEqual({ kind: 'not-found' });
  });
});

describe('a transfer to another area', () => {
  const offer = async (by = 'responder') => {
    const { webWork, vault, ids, persona } = instance();
    const input = {
      caseId: file.caseId,
      revision: await acts.revisionOf(file.caseId),
      to: 'Sample Service of Another Area',
      agreedHow: 'phone' as const,
    };
    const once = await new OfferTransfer(webWork, vault, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };
  const acknowledge = async (at: string) => {
    const { webWork, vault, persona } = instance();
    const { task_id: taskId, revision } = await acts.taskOf(file.caseId, 'transfer');
    const input = { taskId, revision, at: instant(at), by: 'Sample Worker Finch', theirReference: null };
    const once = await new AcknowledgeSupportTask(webWork, vault).execute(persona('lead'), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };
  const closedAt = async () => {
    const [row] = await instance().admin<{ closed_at: Date | null }>(
      'select closed_at from app.case_file where case_id = $1',
      [file.caseId],
    );
    return row?.closed_at ?? null;
  };

  it('P15 leaves the case and its clocks ours until the other area has said that it has the person', async () => {
    expect(await offer()).toMatchObject({ kind: 'offered' });
    expect(await offer()).toMatchObject({ reason: 'offered-already' });
    expect(await closedAt()).toBeNull();
    const running = await instance().admin(
      `select 1 from app.deadline where case_id = $1 and state = 'running'`,
      [file.caseId],
    );
    expect(running).toHaveLength(2);
    await instance().setNow('2026-03-02T12:00:30Z');
    expect(await acknowledge('2026-03-02T09:00:00Z')).toMatchObject({ reason: 'before-it-was-sent' });
    expect(await acknowledge('2026-03-02T12:00:00Z')).toMatchObject({ kind: 'acknowledged' });
    expect(await closedAt()).not.toBeNull();
    const types = (await acts.eventsOf(file.caseId)).map(({ event_type }) => event_type);
    expect(types).toEqual(
      expect.arrayContaining(['case.transfer-offered', 'case.transferred', 'case.closed']),
    );
  });

  it('that nobody acknowledges is taken back, and the case goes on', async () => {
    await offer();
    expect(await change('transfer', { kind: 'withdraw' }, 'lead')).toMatchObject({ kind: 'changed' });
    expect(await closedAt()).toBeNull();
    expect(await offer('manager')).toEqual({ kind: 'not-found' });
    expect(await offer()).toMatchObject({ kind: 'offered' });
  });
});

describe('a service that somebody was only told of', () => {
  it('is a record of what, when and how; nothing is passed on and nothing waits', async () => {
    const { webWork, ids, persona, admin } = instance();
    const input = {
      caseId: file.caseId,
      kinds: ['gp', 'sexual-health', 'gp'] as const,
      givenHow: 'phone' as const,
      givenAt: instant('2026-03-02T10:05:00Z'),
    };
    const record = (change: object = {}, by = 'responder') =>
      new RecordSignpost(webWork, ids).execute(persona(by), { ...input, ...change }, onlyOnce());
    expect(await record()).toMatchObject({ result: { kind: 'recorded' } });
    expect(await record({ kinds: [] })).toMatchObject({ result: { reason: 'nothing-chosen' } });
    expect(await record({ givenAt: instant('2026-03-02T11:00:00Z') })).toMatchObject({
      result: { reason: 'in-the-future' },
    });
    expect(await record({}, 'officer')).toMatchObject({ result: { kind: 'not-found' } });
    const rows = await admin('select kind from app.signpost where case_id = $1 order by kind', [file.caseId]);
    expect(rows).toEqual([{ kind: 'gp' }, { kind: 'sexual-health' }]);
    expect(await admin('select 1 from app.share where case_id = $1', [file.caseId])).toEqual([]);
  });
});

describe('support that begins again', () => {
  const restart = async (by = 'responder') => {
    const { webWork, vault, ids, persona } = instance();
    const once = await new RestartSupport(webWork, vault, ids).execute(
      persona(by),
      { caseId: file.caseId },
      onlyOnce(),
    );
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };

  it('opens the referral page with what is known, linked to the closed case, each look on record', async () => {
    expect(await restart()).toMatchObject({ reason: 'still-open' });
    await endCaseOf(file.caseId);
    const begun = await restart();
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    const { webWork, persona, admin } = instance();
    const kept = await webWork.run(persona('responder'), (tx) => tx.searches.find(begun.searchId));
    expect(kept?.search).toMatchObject({ answer: 'same-person', chosenCaseId: file.caseId, door: 'self' });
    expect(await webWork.run(persona('lead'), (tx) => tx.searches.find(begun.searchId))).toBeNull();
    const seen = await admin(
      `select distinct what from app.access_log where case_id = $1 and basis = 'restart' order by 1`,
      [file.caseId],
    );
    expect(seen).toEqual([{ what: 'identity' }]);
    expect(await restart('officer')).toEqual({ kind: 'not-found' });
  });

  it('P7 of somebody on a pathway of their own goes through their own page, so that nothing is linked', async () => {
    const supporter = await acts.referred({ kind: 'supporter', relation: 'friend' });
    await endCaseOf(supporter.caseId);
    file = { ...file, caseId: supporter.caseId };
    expect(await restart()).toMatchObject({ reason: 'own-pathway' });
  });
});
