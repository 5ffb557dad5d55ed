import {
  AcceptHandover,
  AssignCases,
  ChangeLeave,
  NoteLeave,
  NoteOverdue,
  PlanLeave,
  TakeCase,
  type LeaveInput,
} from '#libs/casework';
import { instant, whoAnswers, type CaseId, type HandoverId, type LeaveId, type UserId } from '#libs/domain';
import { countUncovered, liveLeave, peopleAway } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

const idOf = (key: string): UserId => instance().persona(key).userId;
const done = <Result>(once: { kind: string; result?: Result }): Result => {
  if (once.result === undefined) throw new Error(once.kind);
  return once.result;
};

const FROM = '2026-03-03T00:00:00Z';
const TO = '2026-03-06T00:00:00Z';

async function aCaseOf(owner: string): Promise<CaseId> {
  await instance().setNow('2026-03-02T10:00:00Z');
  const { caseId } = await acts.refer('2026-03-02T09:00:00Z');
  const { webWork, persona } = instance();
  done(await new TakeCase(webWork).execute(persona(owner), { caseId, revision: 1 }, onlyOnce()));
  return caseId;
}

async function planLeave(of: string, by = of, change: Partial<LeaveInput> = {}) {
  const { webWork, ids, persona } = instance();
  const input = { userId: idOf(of), fromAt: instant(FROM), toAt: instant(TO), ...change };
  return done(await new PlanLeave(webWork, ids).execute(persona(by), input, onlyOnce()));
}

async function plannedLeave(of: string): Promise<LeaveId> {
  const outcome = await planLeave(of);
  if (outcome.kind !== 'planned') throw new Error(JSON.stringify(outcome));
  return outcome.leaveId;
}

async function cover(caseId: CaseId, { leaveId, to, by }: { leaveId: LeaveId; to: string; by: string }) {
  const { webWork, ids, persona } = instance();
  const [row] = await instance().admin<{ revision: number }>(
    'select revision from app.case_file where case_id = $1',
    [caseId],
  );
  const input = { cases: [{ caseId, revision: row?.revision ?? 0 }], toUserId: idOf(to), leaveId };
  return done(await new AssignCases(webWork, ids).execute(persona(by), input, onlyOnce()));
}

async function assign(caseId: CaseId, { to, by }: { to: string; by: string }) {
  const { webWork, ids, persona, admin } = instance();
  const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
    caseId,
  ]);
  const input = { cases: [{ caseId, revision: row?.revision ?? 0 }], toUserId: idOf(to) };
  return done(await new AssignCases(webWork, ids).execute(persona(by), input, onlyOnce()));
}

async function accept(caseId: CaseId, by: string) {
  const { webWork, persona } = instance();
  const [offer] = await instance().admin<{ handover_id: HandoverId }>(
    `select handover_id from app.handover where case_id = $1 and state = 'offered'`,
    [caseId],
  );
  const handoverIds = offer ? [offer.handover_id] : [];
  return done(await new AcceptHandover(webWork).execute(persona(by), { handoverIds }, onlyOnce()));
}

async function note(iso: string): Promise<void> {
  const { workerWork, ids, setNow } = instance();
  await setNow(iso);
  const leave = new NoteLeave(workerWork, ids);
  while ((await leave.execute({ limit: 50 })) > 0);
}

async function stateOf(caseId: CaseId) {
  const { webWork, persona } = instance();
  const [row] = await instance().admin<{
    owner: UserId | null;
    team: string;
    agency: string;
    offer: string | null;
  }>(
    `select c.owner_user_id as owner, c.owner_team_id as team, c.handling_agency_id as agency, h.kind as offer
     from app.case_file c left join app.handover h on h.case_id = c.case_id and h.state = 'offered'
     where c.case_id = $1`,
    [caseId],
  );
  if (!row) throw new Error('no such case');
  const away = await webWork.read(persona('lead'), (manager) => peopleAway(manager));
  const owned = {
    ownerUserId: row.owner,
    ownerTeamId: row.team as never,
    handlingAgencyId: row.agency as never,
  };
  return { ...row, answers: whoAnswers(owned, (userId) => away.has(userId)) };
}

async function toldOf(caseId: CaseId): Promise<readonly UserId[]> {
  const rows = await instance().admin<{ recipient_user_id: UserId }>(
    `select recipient_user_id from app.staff_notice where kind = 'leave-cover' and subject_id = $1`,
    [caseId],
  );
  return rows.map(({ recipient_user_id }) => recipient_user_id);
}

afterEach(async () => {
  const { admin, setNow } = instance();
  await setNow('2026-03-02T10:00:00Z');
  await admin(
    `update app.staff_leave set state = 'cancelled', next_look_at = null, to_at = greatest(to_at, from_at)`,
  );
  await admin('update app.case_file set owner_user_id = null');
});

describe('P15 leave', () => {
  it('moves nothing when it is planned, nor when it begins: the duty lead answers until somebody accepts', async () => {
    const caseId = await aCaseOf('responder');
    const leaveId = await plannedLeave('responder');
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('responder'), answers: { kind: 'person' } });
    expect(await cover(caseId, { leaveId, to: 'responder-two', by: 'responder' })).toMatchObject({
      rows: [{ decision: 'offered' }],
    });
    await note('2026-03-03T00:00:02Z');
    expect(await stateOf(caseId)).toMatchObject({
      owner: idOf('responder'),
      answers: { kind: 'duty-lead' },
      offer: 'leave',
    });
    await accept(caseId, 'responder-two');
    expect(await stateOf(caseId)).toMatchObject({
      owner: idOf('responder-two'),
      answers: { kind: 'person', userId: idOf('responder-two') },
    });
  });

  it('offers the case back when it is over; it stays with the colleague until that is accepted', async () => {
    const caseId = await aCaseOf('responder');
    const leaveId = await plannedLeave('responder');
    await cover(caseId, { leaveId, to: 'responder-two', by: 'lead' });
    await accept(caseId, 'responder-two');
    await note('2026-03-03T00:00:02Z');
    await note('2026-03-06T00:00:02Z');
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('responder-two'), offer: 'return' });
    expect(await accept(caseId, 'responder-two')).toMatchObject({ rows: [{ decision: 'not-for-you' }] });
    await accept(caseId, 'responder');
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('responder'), offer: null });
  });

  it('ends with the leave where nobody has accepted it, and cannot be accepted a second after', async () => {
    const caseId = await aCaseOf('responder');
    const leaveId = await plannedLeave('responder');
    await cover(caseId, { leaveId, to: 'responder-two', by: 'responder' });
    await instance().setNow('2026-03-06T00:00:02Z');
    expect(await accept(caseId, 'responder-two')).toMatchObject({ rows: [{ decision: 'leave-over' }] });
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('responder'), offer: 'leave' });
    await note('2026-03-06T00:00:05Z');
    expect(await stateOf(caseId)).toMatchObject({
      owner: idOf('responder'),
      offer: null,
      answers: { kind: 'person', userId: idOf('responder') },
    });
  });

  it('comes back too from whoever took it on themselves, and in place of another offer', async () => {
    const caseId = await aCaseOf('responder');
    const leaveId = await plannedLeave('responder');
    await cover(caseId, { leaveId, to: 'lead', by: 'lead' });
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('lead'), offer: null });
    await assign(caseId, { to: 'responder-two', by: 'lead' });
    await note('2026-03-03T00:00:05Z');
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('lead'), offer: 'assign' });
    await note('2026-03-06T00:00:05Z');
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('lead'), offer: 'return' });
    await accept(caseId, 'responder');
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('responder'), offer: null });
  });

  it('stays with somebody to whom it was given for good', async () => {
    const caseId = await aCaseOf('responder');
    const leaveId = await plannedLeave('responder');
    await cover(caseId, { leaveId, to: 'lead', by: 'lead' });
    await assign(caseId, { to: 'responder-two', by: 'lead' });
    await accept(caseId, 'responder-two');
    await note('2026-03-03T00:00:05Z');
    await note('2026-03-06T00:00:05Z');
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('responder-two'), offer: null });
  });

  it.each(['lead', 'manager'])('is given back too when the %s ends the leave of a colleague', async (by) => {
    const caseId = await aCaseOf('responder');
    const other = await aCaseOf('responder');
    const leaveId = await plannedLeave('responder');
    await cover(caseId, { leaveId, to: 'responder-two', by: 'responder' });
    await accept(caseId, 'responder-two');
    await cover(other, { leaveId, to: 'responder-two', by: 'responder' });
    await note('2026-03-03T10:00:00Z');
    const { webWork, ids, persona } = instance();
    const leave = await webWork.run(persona(by), (tx) => tx.leaves.find(leaveId));
    const change = { leaveId, revision: leave?.revision ?? 0, change: 'come-back' as const };
    const ended = done(await new ChangeLeave(webWork, ids).execute(persona(by), change, onlyOnce()));
    expect(ended).toEqual({ kind: 'changed', offeredBack: 1 });
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('responder-two'), offer: 'return' });
    expect(await stateOf(other)).toMatchObject({ owner: idOf('responder'), offer: null });
  });

  it('P15 that crosses the end of the leave is accepted and offered back, or not accepted', async () => {
    for (let round = 0; round < 6; round += 1) {
      const caseId = await aCaseOf('responder');
      const leaveId = await plannedLeave('responder');
      await cover(caseId, { leaveId, to: 'responder-two', by: 'responder' });
      await note('2026-03-03T10:00:00Z');
      const { webWork, ids, persona, admin } = instance();
      const leave = await webWork.run(persona('responder'), (tx) => tx.leaves.find(leaveId));
      const change = { leaveId, revision: leave?.revision ?? 0, change: 'come-back' as const };
      await Promise.all([
        accept(caseId, 'responder-two'),
        new ChangeLeave(webWork, ids).execute(persona('responder'), change, onlyOnce()),
      ]);
      const { owner, offer } = await stateOf(caseId);
      expect([
        [idOf('responder'), null],
        [idOf('responder-two'), 'return'],
      ]).toContainEqual([owner, offer]);
      await admin(`update app.staff_leave set state = 'cancelled', next_look_at = null where leave_id = $1`, [
        leaveId,
      ]);
    }
  });

  it('ends early when they come back, and is cancelled only before it has begun', async () => {
    const { webWork, ids, persona, setNow } = instance();
    const caseId = await aCaseOf('responder');
    const leaveId = await plannedLeave('responder');
    const change = async (what: 'cancel' | 'come-back', revision: number, by = 'responder') =>
      done(
        await new ChangeLeave(webWork, ids).execute(
          persona(by),
          { leaveId, revision, change: what },
          onlyOnce(),
        ),
      );
    await cover(caseId, { leaveId, to: 'responder-two', by: 'responder' });
    await accept(caseId, 'responder-two');
    expect(await change('come-back', 1)).toEqual({ kind: 'refused', reason: 'not-begun' });
    expect(await change('cancel', 1, 'responder-two')).toEqual({ kind: 'not-found' });
    await setNow('2026-03-04T12:00:00Z');
    expect(await change('cancel', 1)).toEqual({ kind: 'refused', reason: 'begun-already' });
    expect(await change('come-back', 2)).toEqual({ kind: 'stale', revision: 1 });
    expect(await change('come-back', 1)).toEqual({ kind: 'changed', offeredBack: 1 });
    expect(await stateOf(caseId)).toMatchObject({ owner: idOf('responder-two'), offer: 'return' });
    expect(await change('come-back', 2)).toEqual({ kind: 'refused', reason: 'over-already' });
  });

  it('tells the duty leads of each case without cover when it begins, once, and never whoever is away', async () => {
    const { workerWork, admin, webWork, persona } = instance();
    const caseId = await aCaseOf('lead');
    const covered = await aCaseOf('lead');
    const leaveId = await plannedLeave('lead');
    await cover(covered, { leaveId, to: 'responder-two', by: 'lead' });
    await accept(covered, 'responder-two');
    await note('2026-03-03T00:00:02Z');
    const overdue = new NoteOverdue(workerWork);
    await overdue.execute({ limit: 200 });
    await overdue.execute({ limit: 200 });
    const told = await toldOf(caseId);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
    expect(told).not.toContain(idOf('lead'));
    expect(await toldOf(covered)).toEqual([]);
    const [noted] = await admin<{ uncovered: number }>(
      'select uncovered_at_start as uncovered from app.staff_leave where leave_id = $1',
      [leaveId],
    );
    expect(noted?.uncovered).toBe(1);
    expect(await webWork.read(persona('manager'), (manager) => countUncovered(manager))).toBe(1);
  });

  it('passes somebody who is away over when an alert must find a lead', async () => {
    const { workerWork, setNow } = instance();
    const caseId = await aCaseOf('responder');
    const reached = () =>
      workerWork.read({ kind: 'service', process: 'timers' }, async (manager) => {
        const rows = await manager.query<{ user_id: UserId }[]>(
          `select user_id from app.staff_to_tell($1, (select handling_agency_id from app.case_file where case_id = $1),
             null, 'duty-lead') told(user_id)`,
          [caseId],
        );
        return rows.map(({ user_id }) => user_id);
      });
    expect(await reached()).toContain(idOf('lead'));
    await plannedLeave('lead');
    await setNow('2026-03-04T10:00:00Z');
    const whileAway = await reached();
    expect(whileAway).not.toContain(idOf('lead'));
    expect(whileAway.length).toBeGreaterThan(0);
  });

  it('keeps cases from being offered to somebody who is away, or will be while they would cover', async () => {
    const { setNow } = instance();
    const caseId = await aCaseOf('responder');
    const leaveId = await plannedLeave('responder');
    await planLeave('responder-two', 'lead', {
      fromAt: instant('2026-03-05T00:00:00Z'),
      toAt: instant('2026-03-07T00:00:00Z'),
    });
    expect(await cover(caseId, { leaveId, to: 'responder-two', by: 'responder' })).toEqual({
      kind: 'refused',
      reason: 'receiver-not-available',
    });
    await setNow('2026-03-05T09:00:00Z');
    const { webWork, ids, persona } = instance();
    const input = { cases: [{ caseId, revision: 2 }], toUserId: idOf('responder-two') };
    expect(done(await new AssignCases(webWork, ids).execute(persona('lead'), input, onlyOnce()))).toEqual({
      kind: 'refused',
      reason: 'receiver-not-available',
    });
  });

  it('covers only the cases of the person whose leave it is', async () => {
    const mine = await aCaseOf('responder');
    const theirs = await aCaseOf('responder-two');
    const leaveId = await plannedLeave('responder');
    expect(await cover(theirs, { leaveId, to: 'lead', by: 'lead' })).toMatchObject({
      rows: [{ decision: 'changed-since' }],
    });
    expect(await cover(mine, { leaveId, to: 'responder-two', by: 'lead' })).toMatchObject({
      rows: [{ decision: 'offered' }],
    });
  });
});

describe('whose leave it is to keep', () => {
  it('a responder plans their own, a lead anybody’s, and nobody from elsewhere any', async () => {
    expect(await planLeave('responder-two', 'responder')).toEqual({ kind: 'not-found' });
    expect(await planLeave('responder', 'lead')).toMatchObject({ kind: 'planned' });
    expect(await planLeave('officer', 'lead')).toEqual({ kind: 'not-found' });
    expect(await planLeave('officer')).toEqual({ kind: 'not-found' });
  });

  it('two leaves of one person do not overlap, and a bad span is refused in words', async () => {
    await plannedLeave('responder');
    expect(await planLeave('responder')).toEqual({ kind: 'refused', reason: 'overlaps' });
    expect(await planLeave('responder-two', 'lead', { toAt: instant(FROM) })).toEqual({
      kind: 'refused',
      reason: 'ends-before-it-starts',
    });
    expect(
      await planLeave('responder-two', 'lead', {
        fromAt: instant('2026-01-01T00:00:00Z'),
        toAt: instant('2026-01-02T00:00:00Z'),
      }),
    ).toEqual({ kind: 'refused', reason: 'over-already' });
  });

  it('P7 the database shows it to nobody outside the agency, and lets nobody write another’s', async () => {
    const { webWork, persona } = instance();
    await plannedLeave('responder');
    for (const key of ['officer', 'adviser', 'commissioner']) {
      expect(await webWork.read(persona(key), (manager) => liveLeave(manager))).toEqual([]);
    }
    const forge = webWork.run(persona('responder-two'), (tx) =>
      tx.leaves.insert({
        id: instance().ids.next<LeaveId>(),
        agencyId: persona('responder').agencyId,
        userId: idOf('responder'),
        fromAt: instant('2026-04-01T00:00:00Z'),
        toAt: instant('2026-04-02T00:00:00Z'),
        state: 'planned',
        recordedBy: idOf('responder-two'),
        recordedAt: instant('2026-03-02T10:00:00Z'),
        uncoveredAtStart: null,
        revision: 1,
      }),
    );
    await expect(forge).rejects.toThrow(/row-level security/);
  });

  it('the same form sent twice plans one leave', async () => {
    const { webWork, ids, persona, admin } = instance();
    const key = onlyOnce();
    const input = {
      userId: idOf('responder'),
      fromAt: instant('2026-05-04T23:00:00Z'),
      toAt: instant('2026-05-05T23:00:00Z'),
    };
    const send = () => new PlanLeave(webWork, ids).execute(persona('responder'), input, key);
    expect([(await send()).kind, (await send()).kind]).toEqual(['done', 'repeated']);
    const rows = await admin(`select 1 from app.staff_leave where from_at = '2026-05-04T23:00:00Z'`);
    expect(rows).toHaveLength(1);
  });
});
