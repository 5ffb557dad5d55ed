import type { DeadlineInputs } from '#libs/domain';
import { computeDue } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { CALENDAR, RuleActs } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const rules = new RuleActs(instance);

const versionsOf = (caseId: string) =>
  instance().admin<{ limb: string; version: number; due_at: Date; reason: string; inputs: DeadlineInputs }>(
    `select d.limb, v.version, v.due_at, v.reason, v.inputs from app.deadline_version v
     join app.deadline d using (deadline_id) where d.case_id = $1 order by d.limb, v.version`,
    [caseId],
  );

/** A Friday and the Monday that becomes a bank holiday on the Friday afternoon. */
const FRIDAY = '2026-03-06';
const MONDAY = '2026-03-09';

describe('a bank holiday proclaimed late', () => {
  it('P2 P4 moves the working-day limbs not yet due, appends a version for each, and touches nothing else', async () => {
    const { admin, setNow } = instance();
    await setNow('2026-03-04T10:05:00Z');
    const overdue = await acts.refer('2026-03-04T10:00:00Z');
    await setNow(`${FRIDAY}T10:05:00Z`);
    const open = await acts.refer(`${FRIDAY}T10:00:00Z`);
    const met = await acts.refer(`${FRIDAY}T10:00:00Z`);
    await acts.attempt(met, 'spoke', { happened: `${FRIDAY}T10:30:00Z`, typedIn: `${FRIDAY}T10:31:00Z` });
    await acts.sweepAt(`${FRIDAY}T12:00:00Z`);
    const before = await acts.limbs(open.caseId);
    const [alertsBefore] = await admin<{ n: number }>('select count(*)::integer as n from app.alert');

    const id = await rules.proposed(await rules.holidays([MONDAY]));
    await rules.move();
    expect(await acts.limbs(open.caseId)).toEqual(before);
    expect(await rules.decide(id, { kind: 'approve' }, { by: 'manager' })).toMatchObject({
      state: 'approved',
    });
    await rules.move();
    expect(await acts.limbs(open.caseId)).toEqual(before);

    await setNow(`${FRIDAY}T12:05:00Z`);
    await rules.move(2);
    const after = await acts.limbs(open.caseId);
    expect(after['24h']).toEqual(before['24h']);
    expect(before['1wd']?.due).toBe(`${MONDAY}T17:00:00.000Z`);
    expect(after['1wd']).toEqual({ state: 'running', due: '2026-03-10T17:00:00.000Z', adjusted: null });
    expect((await acts.limbs(overdue.caseId))['1wd']).toMatchObject({
      state: 'breached',
      due: '2026-03-05T17:00:00.000Z',
    });
    expect((await acts.limbs(met.caseId))['1wd']).toMatchObject({
      state: 'met',
      due: `${MONDAY}T17:00:00.000Z`,
    });

    const versions = (await versionsOf(open.caseId)).filter(({ limb }) => limb === '1wd');
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, versions[0]?.reason],
      [2, 'holiday-proclaimed'],
    ]);
    for (const { inputs, due_at } of versions) {
      expect(computeDue(inputs)).toEqual({ kind: 'due', at: due_at.getTime() });
    }
    expect(versions[1]?.inputs.proclaimed).toEqual({ calendarVersion: 2, dates: [MONDAY] });

    const [alertsAfter] = await admin<{ n: number }>('select count(*)::integer as n from app.alert');
    expect(alertsAfter).toEqual(alertsBefore);
    const [caseFile] = await admin<{ next_due_at: Date }>(
      'select next_due_at from app.case_file where case_id = $1',
      [open.caseId],
    );
    expect(caseFile?.next_due_at.toISOString()).toBe('2026-03-07T10:00:00.000Z');
    const journal = await admin<{ reason: string; case_id: string }>(
      `select reason, case_id from app.journal where event_type = 'deadline.moved'`,
    );
    expect(journal).toEqual([{ reason: 'holiday-proclaimed', case_id: open.caseId }]);
    const told = await admin<{ payload: object }>(
      `select payload from app.journal where event_type = 'proposal.deadlines-moved'`,
    );
    expect(told).toEqual([{ payload: { calendarId: CALENDAR, version: 2, deadlinesMoved: 1 } }]);
  });

  it('moves nothing twice, whoever asks again', async () => {
    const count = async () =>
      (await instance().admin<{ n: number }>('select count(*)::integer as n from app.deadline_version'))[0]
        ?.n;
    const before = await count();
    await instance().admin('update app.change_proposal set moves_done_at = null, moved_through = null');
    await Promise.all([rules.move(1), rules.move(1)]);
    expect(await count()).toBe(before);
  });

  it('is in the calendar of clocks that start later, and wakes the timer at the moved instant', async () => {
    const { setNow } = instance();
    await setNow(`${FRIDAY}T12:10:00Z`);
    const later = await acts.refer(`${FRIDAY}T12:08:00Z`);
    expect((await acts.limbs(later.caseId))['1wd']?.due).toBe('2026-03-10T17:00:00.000Z');
    await acts.sweepAt('2026-03-09T18:00:00Z');
    expect((await acts.limbs(later.caseId))['1wd']?.state).toBe('running');
    await acts.sweepAt('2026-03-10T17:00:01Z');
    expect((await acts.limbs(later.caseId))['1wd']?.state).toBe('breached');
    expect(await instance().admin('select * from app.deadline where state = $1', ['running'])).toEqual([]);
  });

  it('leaves a moved clock its holiday when its start is corrected afterwards', async () => {
    const { setNow } = instance();
    await setNow('2026-04-09T10:05:00Z');
    const referred = await acts.refer('2026-04-09T10:00:00Z');
    await setNow('2026-04-09T10:10:00Z');
    const id = await rules.proposed(await rules.holidays(['2026-04-10'], 2));
    await rules.decide(id, { kind: 'approve' });
    await setNow('2026-04-09T10:20:00Z');
    await rules.move();
    expect((await acts.limbs(referred.caseId))['1wd']?.due).toBe('2026-04-13T16:00:00.000Z');
    await acts.correctStart(referred.referralId, '2026-04-09T09:00:00Z');
    await acts.decide(referred.caseId, 'confirmed', 'responder');
    expect((await acts.limbs(referred.caseId))['1wd']?.due).toBe('2026-04-13T16:00:00.000Z');
  });
});

describe('other changes of a calendar', () => {
  const hours = async (change: object, version: number) => ({
    kind: 'calendar' as const,
    subject: CALENDAR,
    basedOnVersion: version,
    body: {
      change: 'hours' as const,
      hours: { ...(await rules.hours(version)), ...change },
      addedHolidays: [],
    },
  });

  it('move no started clock: a closure is for clocks that start later', async () => {
    const { setNow } = instance();
    await setNow('2026-05-12T10:05:00Z');
    const before = await acts.refer('2026-05-12T10:00:00Z');
    const id = await rules.proposed(await hours({ dateOverrides: { '2026-05-13': [] } }, 3));
    await rules.decide(id, { kind: 'approve' });
    await setNow('2026-05-12T10:30:00Z');
    await rules.move();
    const after = await acts.refer('2026-05-12T10:00:00Z');
    expect((await acts.limbs(before.caseId))['1wd']?.due).toBe('2026-05-13T16:00:00.000Z');
    expect((await acts.limbs(after.caseId))['1wd']?.due).toBe('2026-05-14T16:00:00.000Z');
  });

  it('keep a started clock on its own hours when a holiday is proclaimed after them', async () => {
    const { setNow } = instance();
    const [started] = await instance().admin<{ case_id: string }>(
      `select case_id from app.deadline where due_at = '2026-05-13T16:00:00Z' and limb = '1wd'`,
    );
    const id = await rules.proposed(await rules.holidays(['2026-05-15'], 4));
    await rules.decide(id, { kind: 'approve' });
    await setNow('2026-05-12T11:00:00Z');
    await rules.move();
    expect((await acts.limbs(started!.case_id as never))['1wd']?.due).toBe('2026-05-13T16:00:00.000Z');
  });

  it('are refused when the desk would never open, or a promise could not be kept', async () => {
    expect(await rules.propose(await hours({ schedule: {} }, 5))).toEqual({
      kind: 'impossible',
      faults: ['never-open'],
    });
    const evenings = { mon: [['18:00', '20:00']], tue: [['18:00', '20:00']] };
    expect(await rules.propose(await hours({ schedule: evenings }, 5))).toEqual({
      kind: 'impossible',
      faults: ['breaks-a-policy'],
    });
    const smuggled = await rules.holidays(['2026-06-01'], 5);
    expect(
      await rules.propose({
        ...smuggled,
        body: { ...smuggled.body, hours: { ...smuggled.body.hours, schedule: evenings } },
      }),
    ).toEqual({ kind: 'impossible', faults: ['not-only-holidays'] });
    expect(await rules.propose(await rules.holidays([MONDAY, '2026-06-01'], 5))).toEqual({
      kind: 'impossible',
      faults: ['holiday-known'],
    });
  });
});
