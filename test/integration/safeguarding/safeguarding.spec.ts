import {
  ChangeSafeguarding,
  ProposeShare,
  FireSafeguarding,
  KeepAges,
  ReadSafeguarding,
  RaiseSafeguarding,
  TellSafeguarding,
  type SafeguardingChange,
} from '#libs/casework';
import { instant, type AgencyId, type CaseId, type SafeguardingTaskId, type ShareId } from '#libs/domain';
import { MessageStore } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const MONDAY = '2026-03-02T10:05:30Z';
const TUESDAY_AT_FIVE = '2026-03-03T17:00:00.000Z';
const CHILD = { age: { kind: 'born', bornOn: '2014-06-01' }, nameToAskFor: 'Sample Young Wren' } as const;

describe('a safeguarding task', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  const tasksOf = (caseId: CaseId) =>
    instance().admin<{
      task_id: SafeguardingTaskId;
      kind: string;
      state: string;
      due_at: Date;
      revision: number;
    }>(
      'select task_id, kind, state, due_at, revision from app.safeguarding_task where case_id = $1 order by kind',
      [caseId],
    );
  const aChild = async () => {
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z', CHILD);
    const [task] = await tasksOf(caseId);
    return { caseId, taskId: task!.task_id };
  };
  const revisionOf = async (taskId: SafeguardingTaskId) => {
    const [row] = await instance().admin<{ revision: number }>(
      'select revision from app.safeguarding_task where task_id = $1',
      [taskId],
    );
    return row!.revision;
  };
  const tell = async (taskId: SafeguardingTaskId, by = 'safeguarding', revision?: number) => {
    const { webWork, vault, ids, persona } = instance();
    await instance().setNow('2026-03-02T11:00:00Z');
    const input = {
      taskId,
      revision: revision ?? (await revisionOf(taskId)),
      body: 'childrens-social-care',
      at: instant('2026-03-02T10:30:00Z'),
      spokeTo: 'Sample Social Worker Reed',
      theirReference: 'ZZ/SC/1',
    } as const;
    const once = await new TellSafeguarding(webWork, vault, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };
  const change = async (taskId: SafeguardingTaskId, what: SafeguardingChange, by = 'safeguarding') => {
    const { webWork, persona } = instance();
    const input = { taskId, revision: await revisionOf(taskId), change: what };
    const once = await new ChangeSafeguarding(webWork).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };
  const read = (taskId: SafeguardingTaskId, by: string) => {
    const { webWork, vault, persona } = instance();
    return new ReadSafeguarding(webWork, vault).execute(persona(by), taskId);
  };
  const fire = () => new FireSafeguarding(instance().workerWork).execute({ limit: 50 });
  const journalOf = (caseId: CaseId, type: string) =>
    instance().admin<{ reason: string | null; happened_at: Date; payload: object }>(
      'select reason, happened_at, payload from app.journal where case_id = $1 and event_type = $2',
      [caseId, type],
    );

  it.each([
    ['2014-06-01', ['child-under-13']],
    ['2012-06-01', ['child-under-16']],
    ['2009-06-01', []],
    ['1990-06-01', []],
  ])('opens with the referral of somebody born on %s as their age asks', async (bornOn, kinds) => {
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z', { age: { kind: 'born', bornOn } });
    const tasks = await tasksOf(caseId);
    expect(tasks.map(({ kind }) => kind)).toEqual(kinds);
    for (const { due_at } of tasks) expect(due_at.toISOString()).toBe(TUESDAY_AT_FIVE);
  });

  it('falls due once, at its due instant, and tells the safeguarding lead and the duty leads once', async () => {
    const { caseId, taskId } = await aChild();
    await instance().setNow('2026-03-03T17:00:00Z');
    expect(await journalOf(caseId, 'safeguarding.overdue')).toEqual([]);
    await instance().setNow('2026-03-03T20:00:00Z');
    await Promise.all([fire(), fire()]);
    await fire();
    const [event, ...more] = await journalOf(caseId, 'safeguarding.overdue');
    expect(event?.happened_at.toISOString()).toBe(TUESDAY_AT_FIVE);
    expect(more).toEqual([]);
    const told = await instance().admin<{ role: string }>(
      `select distinct u.role from app.safeguarding_notice n join app.staff_user u on u.user_id = n.recipient_user_id
       where n.task_id = $1 order by 1`,
      [taskId],
    );
    expect(told.map(({ role }) => role)).toEqual(['duty-lead', 'safeguarding-lead']);
  });

  it('P8 shows the name to the safeguarding lead while it is live, each look on record, and to nobody else', async () => {
    const { caseId, taskId } = await aChild();
    const opened = await read(taskId, 'safeguarding');
    expect(opened).toMatchObject({ kind: 'read', name: expect.stringContaining('Sample') });
    const looks = await instance().admin<{ what: string; role: string }>(
      `select what, role from app.access_log where case_id = $1 and basis = 'safeguarding' order by what`,
      [caseId],
    );
    expect(looks).toEqual([
      { what: 'identity', role: 'safeguarding-lead' },
      { what: 'safeguarding-note', role: 'safeguarding-lead' },
    ]);
    for (const other of ['officer', 'commissioner', 'auditor', 'sarc', 'adviser', 'administrator'])
      expect(await read(taskId, other)).toEqual({ kind: 'not-found' });
    await tell(taskId);
    await change(taskId, { kind: 'acknowledge' });
    expect(await read(taskId, 'safeguarding')).toMatchObject({ name: null, reports: [{ note: null }] });
  });

  it('P7 gives the safeguarding lead no case, no way to reach the person and nothing of other people', async () => {
    const { taskId } = await aChild();
    await promise.refer('2026-03-02T10:00:00Z', { nameToAskFor: 'Sample Grown Heron' });
    const counts = await instance().webWork.read(instance().persona('safeguarding'), async (manager) => {
      const count = async (table: string) => {
        const [row] = await manager.query<{ n: number }[]>(`select count(*)::integer as n from ${table}`);
        return row!.n;
      };
      const tables = [
        'app.case_file',
        'app.referral',
        'app.contact_route',
        'app.safe_contact_card',
        'app.deadline',
      ];
      const found: number[] = [];
      for (const table of tables) found.push(await count(table));
      return found;
    });
    expect(counts).toEqual([0, 0, 0, 0, 0]);
    const kinds = await instance().webWork.read(instance().persona('safeguarding'), (manager) =>
      manager.query<{ kind: string }[]>(
        `select distinct r.kind from vault.person_record r where r.person_id in (
           select t.person_id from app.safeguarding_task t where t.task_id = $1) order by 1`,
        [taskId],
      ),
    );
    expect(kinds).toEqual([{ kind: 'identity' }]);
  });

  it('is told, then answered: whom and their reference are sealed, the clock of the answer begins', async () => {
    const { caseId, taskId } = await aChild();
    expect(await tell(taskId)).toEqual({ kind: 'told' });
    const [task] = await tasksOf(caseId);
    expect(task).toMatchObject({ state: 'referred' });
    expect(await journalOf(caseId, 'safeguarding.referred')).toMatchObject([
      { reason: 'childrens-social-care' },
    ]);
    const opened = await read(taskId, 'responder');
    expect(opened).toMatchObject({ reports: [{ note: { spokeTo: 'Sample Social Worker Reed' } }] });
    expect(await change(taskId, { kind: 'acknowledge' })).toMatchObject({ kind: 'changed' });
    expect(await change(taskId, { kind: 'acknowledge' })).toEqual({ kind: 'refused', reason: 'settled' });
  });

  it('is ended without telling by a lead alone, and under 13 only when somebody was told before', async () => {
    const { taskId } = await aChild();
    const ended = { kind: 'not-needed', reason: 'no-risk-found' } as const;
    expect(await change(taskId, ended, 'responder')).toEqual({ kind: 'not-found' });
    expect(await change(taskId, ended)).toEqual({ kind: 'refused', reason: 'must-be-told' });
    expect(await change(taskId, { kind: 'not-needed', reason: 'told-already' }, 'lead')).toMatchObject({
      kind: 'changed',
    });
  });

  it('refuses a form drawn from an older state', async () => {
    const { taskId } = await aChild();
    const before = await revisionOf(taskId);
    await tell(taskId);
    expect(await tell(taskId, 'safeguarding', before)).toEqual({ kind: 'stale', revision: before + 1 });
  });

  it('is raised by a responder about an adult, once at a time, with a day to look again', async () => {
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z');
    const { webWork, vault, ids, persona } = instance();
    const raise = async (lookAgainOn: string, by = 'responder') => {
      const input = { caseId, kind: 'adult-at-risk', why: 'A sample worry', lookAgainOn } as const;
      const once = await new RaiseSafeguarding(webWork, vault, ids).execute(persona(by), input, onlyOnce());
      return once.kind === 'done' ? once.result : once;
    };
    expect(await raise('2026-03-02')).toEqual({ kind: 'refused', reason: 'not-in-the-future' });
    expect(await raise('2026-09-30')).toEqual({ kind: 'refused', reason: 'too-far-ahead' });
    expect(await raise('2026-03-09')).toMatchObject({ kind: 'raised' });
    expect(await raise('2026-03-10')).toEqual({ kind: 'refused', reason: 'raised-already' });
    for (const other of ['officer', 'safeguarding', 'sarc'])
      expect(await raise('2026-03-09', other)).toEqual({ kind: 'not-found' });
  });

  it('holds another person’s number for a child until a lead has marked it safe', async () => {
    const route = {
      kind: 'third-party',
      value: '+447700900123',
      whose: 'Sample Parent',
      call: 'yes',
      text: 'no',
      voicemail: 'no',
      email: 'unknown',
    } as const;
    const stateOf = async (change: object) => {
      const { caseId } = await promise.refer('2026-03-02T10:00:00Z', { route, ...change });
      const [row] = await instance().admin<{ state: string; contact_state: string }>(
        `select r.state, c.contact_state from app.contact_route r join app.case_file c using (person_id)
         where c.case_id = $1`,
        [caseId],
      );
      return row;
    };
    expect(await stateOf(CHILD)).toEqual({ state: 'suspended', contact_state: 'no-safe-route' });
    expect(await stateOf({})).toEqual({ state: 'active', contact_state: 'ready' });
  });

  it('P6 keeps a child under 13 from the SARC until the police or social care were told', async () => {
    const { caseId, taskId } = await aChild();
    const { webWork, ids, persona } = instance();
    const agencyId = '00000000-0000-7000-8000-000000000005' as AgencyId;
    const propose = async () => {
      const input = { caseId, agencyId, purpose: 'support', dataClasses: ['identity'] } as const;
      const once = await new ProposeShare(webWork, ids).execute(persona('responder'), input, onlyOnce());
      return once.kind === 'done' ? once.result : once;
    };
    expect(await propose()).toEqual({ kind: 'refused', reason: 'sarc-closed-by-age' });
    const forged = webWork.run(persona('responder'), async (tx) => {
      const caseFile = await tx.cases.find(caseId);
      return tx.shares.propose({
        id: ids.next<ShareId>(),
        caseId,
        personId: caseFile!.personId,
        handlingAgencyId: caseFile!.handlingAgencyId,
        reference: caseFile!.reference,
        agencyId,
        purpose: 'support',
        dataClasses: ['identity'],
        state: 'proposed',
        proposedBy: persona('responder').userId,
        proposedAt: tx.now,
        openedBy: null,
        openedAt: null,
        closedAt: null,
        closing: null,
        revision: 1,
      });
    });
    await expect(forged).rejects.toThrow('row-level security');
    await tell(taskId);
    expect(await propose()).toMatchObject({ kind: 'proposed' });
  });

  it('mails the leads of an overdue task once, with its reference and nothing else', async () => {
    const { caseId } = await aChild();
    await instance().setNow('2026-03-03T20:00:00Z');
    await fire();
    const messages = new MessageStore(instance().worker, instance().vault);
    await messages.claimSafeguarding({ limit: 50 });
    const taken = await messages.take({ limit: 50 });
    const [row] = await instance().admin<{ reference: string }>(
      'select reference from app.case_file where case_id = $1',
      [caseId],
    );
    const about = taken.filter(({ references }) => references.includes(row!.reference));
    const leads = ['lead', 'safeguarding'].map((key) => instance().persona(key).userId);
    expect(about.map(({ recipientUserId }) => recipientUserId).toSorted()).toEqual(leads.toSorted());
    expect(await messages.claimSafeguarding({ limit: 50 })).toBe(0);
  });

  describe('as time goes by', () => {
    const keepAges = () => {
      const { workerWork, vault, ids } = instance();
      return new KeepAges(workerWork, vault, ids).execute({ limit: 500 });
    };
    const bandOf = async (caseId: CaseId) => {
      const [row] = await instance().admin<{ age_now: string | null }>(
        'select age_now from app.person join app.case_file using (person_id) where case_id = $1',
        [caseId],
      );
      return row!.age_now;
    };

    it('asks for a review in the month of an 18th birthday, once, and is an adult from the next', async () => {
      const { caseId } = await promise.refer('2026-03-02T10:00:00Z', {
        age: { kind: 'born', bornOn: '2008-04-20' },
      });
      await keepAges();
      expect(await tasksOf(caseId)).toEqual([]);
      await instance().setNow('2026-04-01T09:00:00Z');
      await keepAges();
      const [task, ...more] = await tasksOf(caseId);
      expect(task).toMatchObject({ kind: 'turning-18', state: 'open' });
      expect(more).toEqual([]);
      await change(task!.task_id, { kind: 'review', end: 'person-said-who' });
      await keepAges();
      expect(await tasksOf(caseId)).toHaveLength(1);
      expect(await bandOf(caseId)).toBeNull();
      await instance().setNow('2026-05-01T09:00:00Z');
      await keepAges();
      expect(await bandOf(caseId)).toBe('18-24');
      expect(await tasksOf(caseId)).toHaveLength(1);
    });

    it('makes nobody younger again than they were at the report', async () => {
      const { caseId } = await promise.refer('2026-03-02T10:00:00Z', {
        age: { kind: 'band', band: '13-15' },
      });
      await keepAges();
      expect(await bandOf(caseId)).toBeNull();
    });

    it('treats an age that was only told as the youngest it can be', async () => {
      const { caseId } = await promise.refer('2026-03-02T10:00:00Z', {
        age: { kind: 'band', band: '16-17' },
      });
      await instance().setNow('2028-02-01T09:00:00Z');
      await keepAges();
      expect(await bandOf(caseId)).toBeNull();
      await instance().setNow('2028-04-01T09:00:00Z');
      await keepAges();
      expect(await bandOf(caseId)).toBe('18-24');
    });
  });
});

describe('the walls around a case', () => {
  const instance = useInstance();

  it('P7 stand in front of its safeguarding tasks and reports too', async () => {
    const walled = await instance().admin<{ tablename: string }>(
      `select tablename from pg_policies where policyname = 'behind_wall' and tablename like 'safeguarding%' order by 1`,
    );
    expect(walled.map(({ tablename }) => tablename)).toEqual(['safeguarding_report', 'safeguarding_task']);
  });
});
