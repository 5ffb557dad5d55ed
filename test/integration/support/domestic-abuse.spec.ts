import {
  AcknowledgeSupportTask,
  ChangeSupportTask,
  FlagDomesticAbuse,
  LowerDomesticAbuse,
  NoteOverdue,
  ReadSupportWords,
  SendSupportTask,
  type SupportTaskChange,
} from '#libs/casework';
import { instant, type CaseId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs } from '../consent/support';
import { MONDAY, SupportActs } from './support';

describe('a domestic-abuse flag', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new SupportActs(instance);
  const consent = new ConsentActs(instance);
  let caseId: CaseId;

  beforeEach(async () => {
    await instance().setNow(MONDAY);
    ({ caseId } = await promise.refer('2026-03-02T10:00:00Z', { relationship: 'ex-partner' }));
  });

  const flag = async (change: { reviewOn?: string } = {}, by = 'responder') => {
    const { webWork, vault, ids, persona } = instance();
    const input = { caseId, why: 'A sample reason', reviewOn: '2026-03-30', ...change };
    const once = await new FlagDomesticAbuse(webWork, vault, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };
  const send = async (kind: string, by = 'responder') => {
    const { webWork, vault, persona } = instance();
    const { task_id: taskId, revision } = await acts.taskOf(caseId, kind);
    const input = { taskId, revision, to: 'Sample Coordinator Reed' };
    const once = await new SendSupportTask(webWork, vault).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };
  const change = async (kind: string, what: SupportTaskChange, by = 'responder', stale = 0) => {
    const { webWork, ids, persona } = instance();
    const { task_id: taskId, revision } = await acts.taskOf(caseId, kind);
    const input = { taskId, revision: revision - stale, change: what };
    const once = await new ChangeSupportTask(webWork, ids, instance().pack.care).execute(
      persona(by),
      input,
      onlyOnce(),
    );
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };
  it('is never set by the relationship alone, and opens its three tasks and a day to look again', async () => {
    expect(await acts.tasksOf(caseId)).toEqual([]);
    expect(await flag()).toMatchObject({ kind: 'flagged' });
    const tasks = await acts.tasksOf(caseId);
    expect(tasks.map(({ kind, state }) => [kind, state])).toEqual([
      ['dash', 'open'],
      ['marac', 'open'],
      ['idva', 'open'],
      ['abuse-review', 'planned'],
    ]);
    expect(tasks.map(({ due_at }) => due_at.toISOString())).toEqual([
      '2026-03-03T17:00:00.000Z',
      '2026-03-04T17:00:00.000Z',
      '2026-03-03T17:00:00.000Z',
      '2026-03-29T23:00:00.000Z',
    ]);
    expect(await flag()).toMatchObject({ reason: 'flagged-already' });
  });

  it('is looked at again within three months, and by nobody who does not handle the case', async () => {
    expect(await flag({ reviewOn: '2026-03-02' })).toMatchObject({ reason: 'not-in-the-future' });
    expect(await flag({ reviewOn: '2026-06-03' })).toMatchObject({ reason: 'too-far-ahead' });
    for (const by of ['officer', 'sarc', 'commissioner', 'auditor', 'manager'])
      expect(await flag({}, by)).toEqual({ kind: 'not-found' });
  });

  it('P6 sends nothing to MARAC or the IDVA service without consent or an override', async () => {
    await flag();
    expect(await send('marac')).toMatchObject({ reason: 'no-ground' });
    expect(await send('idva')).toMatchObject({ reason: 'no-ground' });
    expect((await acts.taskOf(caseId, 'marac')).state).toBe('open');
    await consent.record(caseId, { recipient: 'marac', purpose: 'safeguarding', dataClasses: ['identity'] });
    expect(await send('marac')).toMatchObject({ reason: 'no-ground' });
  });

  it('P6 P15 is sent on the person’s consent, and is ours until they have said that they have it', async () => {
    await flag();
    await consent.record(caseId, { recipient: 'idva-service' });
    expect(await send('idva')).toMatchObject({ kind: 'sent' });
    const sent = await acts.taskOf(caseId, 'idva');
    expect(sent).toMatchObject({ state: 'sent' });
    expect(sent.due_at.toISOString()).toBe('2026-03-04T17:00:00.000Z');
    expect(await send('idva')).toMatchObject({ reason: 'sent-already' });
    const { webWork, vault, persona, setNow } = instance();
    await setNow('2026-03-02T12:00:30Z');
    const said = { by: 'Sample Adviser Wren', theirReference: 'ZZ/9' };
    const acknowledge = async (at: string) =>
      new AcknowledgeSupportTask(webWork, vault).execute(
        persona('lead'),
        { ...said, taskId: sent.task_id, revision: sent.revision, at: instant(at) },
        onlyOnce(),
      );
    expect(await acknowledge('2026-03-02T12:01:00Z')).toMatchObject({ result: { reason: 'in-the-future' } });
    expect(await acknowledge('2026-03-02T12:00:00Z')).toMatchObject({ result: { kind: 'acknowledged' } });
    const sealed = await instance().admin(
      `select 1 from vault.person_record where record_id = $1 and kind in ('support-note', 'redirect-acknowledgement')`,
      [sent.task_id],
    );
    expect(sealed).toHaveLength(2);
    const told = JSON.stringify(await acts.eventsOf(caseId));
    expect(told).not.toContain('Wren');
    expect(told).not.toContain('Reed');
  });

  it('P1 what passes its time is told to the duty lead once, and a day later to the managers', async () => {
    await flag();
    const overdue = new NoteOverdue(instance().workerWork);
    await instance().setNow('2026-03-03T17:00:05Z');
    await overdue.execute({ limit: 100 });
    await overdue.execute({ limit: 100 });
    const told = await instance().admin<{ role: string; n: number }>(
      `select u.role, count(*)::integer as n from app.staff_notice s join app.staff_user u
       on u.user_id = s.recipient_user_id where s.kind = 'support-task' and s.case_id = $1 group by u.role`,
      [caseId],
    );
    expect(told).toEqual([{ role: 'duty-lead', n: 2 }]);
    const late = (await acts.eventsOf(caseId)).filter(
      ({ event_type }) => event_type === 'support-task.overdue',
    );
    expect(late).toHaveLength(2);
  });

  it('its words are read on record, and stale forms change nothing', async () => {
    const flagged = await flag();
    if (flagged.kind !== 'flagged') throw new Error(flagged.kind);
    const { webWork, vault, persona, admin } = instance();
    const words = await new ReadSupportWords(webWork, vault).execute(persona('responder'), {
      caseId,
      recordIds: [flagged.flagId],
    });
    expect(words.kind === 'read' && words.noteOf(flagged.flagId)).toBe('A sample reason');
    const seen = await admin(`select 1 from app.access_log where case_id = $1 and what = 'support-note'`, [
      caseId,
    ]);
    expect(seen).toHaveLength(1);
    await change('dash', { kind: 'take' }, 'lead');
    const finish = { kind: 'finish', outcome: 'high', nextOn: null } as const;
    expect(await change('dash', finish, 'responder', 1)).toMatchObject({ kind: 'stale' });
    expect(await change('dash', finish)).toMatchObject({ kind: 'changed' });
    expect(await change('dash', finish)).toMatchObject({ reason: 'settled' });
  });

  it('when it is taken down what nobody did is not asked any more, and that it stood stays', async () => {
    await flag();
    const { webWork, persona } = instance();
    const lower = { caseId, revision: 1, lowering: 'was-a-mistake' } as const;
    const once = await new LowerDomesticAbuse(webWork).execute(persona('responder'), lower, onlyOnce());
    expect(once).toMatchObject({ result: { kind: 'lowered' } });
    expect((await acts.tasksOf(caseId)).map(({ state }) => state)).toEqual(Array(4).fill('withdrawn'));
    const types = (await acts.eventsOf(caseId)).map(({ event_type }) => event_type);
    expect(types).toContain('domestic-abuse.flagged');
    expect(types).toContain('domestic-abuse.lowered');
  });
});
