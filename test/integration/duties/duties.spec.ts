import { restartDuties, stopDuties } from '#libs/casework';
import { instant, isoOf, type CaseId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { facts, TrackActs } from '../tracks/support';
import { DutyActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const tracks = new TrackActs(instance);
const acts = new DutyActs(instance);

/** Reported on Monday 2 March 2026; the desk works on Monday 9 March. */
async function referred() {
  await instance().setNow('2026-03-02T10:05:00Z');
  const file = await promise.refer('2026-03-02T10:00:00Z');
  await instance().setNow('2026-03-09T10:00:00Z');
  return file;
}

async function arrested(by = 'responder') {
  const file = await referred();
  const trackId = await tracks.openedOf(file.caseId);
  const milestoneId = await tracks.recorded(trackId, facts('suspect-arrested', '2026-03-09T09:00:00Z'), {
    by,
  });
  return { ...file, trackId, milestoneId };
}

const dueOf = ({ dueAt }: { readonly dueAt: ReturnType<typeof instant> | null }) =>
  dueAt === null ? null : isoOf(dueAt);
const ledgerOf = (dutyId: string) =>
  instance().admin<{ version: number; reason: string; due: string; days: number }>(
    `select version, reason, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as due,
       (inputs->'limit'->>'value')::integer as days
     from app.duty_version where duty_id = $1 order by version`,
    [dutyId],
  );
/** Cases of this service all have Enhanced Rights from the beginning; some tests need one that has not. */
const withoutEnhanced = (caseId: CaseId) =>
  instance().admin('delete from app.enhanced_rights where case_id = $1', [caseId]);

describe('a referral from the police', () => {
  it('tells that a crime was reported, and is itself what the police owed for it', async () => {
    const { caseId } = await referred();
    expect(await acts.of(caseId)).toEqual([]);
    await acts.answerAll();
    const referral = await acts.one(caseId, 'R4.5');
    expect(referral).toMatchObject({ state: 'delivered', evidence: 'referral-received', timing: 'enhanced' });
    expect(dueOf(referral)).toBe('2026-03-04T23:59:59.000Z');
    expect(await acts.one(caseId, 'R4.1')).toMatchObject({ state: 'due', dueAt: null });
    const before = (await acts.of(caseId)).length;
    await acts.answerAll();
    expect(await acts.of(caseId)).toHaveLength(before);
  });
});

describe('a milestone', () => {
  it('opens what it opens in the transaction that records it, by one working day for everybody with Enhanced Rights', async () => {
    const { caseId } = await arrested();
    const told = await acts.one(caseId, 'R6.4');
    expect(told).toMatchObject({ state: 'due', codeVersion: '2021', timing: 'enhanced' });
    expect(dueOf(told)).toBe('2026-03-10T23:59:59.000Z');
    expect(await ledgerOf(told.id)).toEqual([
      { version: 1, reason: 'opened', due: '2026-03-10 23:59:59', days: 1 },
    ]);
  });

  it('of the police is told at once and answered by the worker: they read none of it', async () => {
    const file = await referred();
    const trackId = await tracks.openedByPolice(file.referralId);
    await tracks.recorded(trackId, facts('suspect-arrested', '2026-03-09T09:00:00Z'), { by: 'officer' });
    expect(await acts.of(file.caseId)).toEqual([]);
    await acts.answerAll();
    expect(await acts.one(file.caseId, 'R6.4')).toMatchObject({ state: 'due' });
    expect(await acts.of(file.caseId, 'officer')).toEqual([]);
    expect(await acts.of(file.caseId, 'adviser')).toEqual([]);
  });

  it('that is corrected plans anew what it opened, and both times stay in the ledger', async () => {
    const { caseId, trackId, milestoneId } = await arrested();
    await tracks.correct(trackId, milestoneId, facts('suspect-arrested', '2026-03-06T09:00:00Z'));
    const told = await acts.one(caseId, 'R6.4');
    expect(dueOf(told)).toBe('2026-03-09T23:59:59.000Z');
    expect((await ledgerOf(told.id)).map(({ reason }) => reason)).toEqual(['opened', 'milestone-corrected']);
    expect((await acts.of(caseId)).filter(({ entitlementId }) => entitlementId === 'R6.4')).toHaveLength(1);
  });

  it('waits for the witness care unit where the Code counts from there, with the court’s own limit apart', async () => {
    const { caseId, trackId } = await arrested();
    const record = (kind: Parameters<typeof facts>[0], at: string, more = {}) =>
      tracks.recorded(trackId, facts(kind, at, more));
    await record('suspect-charged', '2026-03-09T09:10:00Z');
    await record('hearing-listed', '2026-03-09T09:20:00Z', {
      detail: 'magistrates',
      courtAt: instant('2026-04-20T09:00:00Z'),
    });
    expect(await acts.one(caseId, 'R8.1')).toMatchObject({ state: 'not-due', dueAt: null });
    await record('hearing-held', '2026-03-09T09:30:00Z', { detail: 'first-hearing' });
    const waiting = await acts.one(caseId, 'R8.1');
    expect(waiting).toMatchObject({ state: 'not-due', dueAt: null });
    expect(waiting.upstreamDueAt).toBe(instant('2026-03-16T23:59:59Z'));
    await record('unit-heard-from-court', '2026-03-09T09:40:00Z');
    expect(dueOf(await acts.one(caseId, 'R8.1'))).toBe('2026-03-10T23:59:59.000Z');
  });
});

describe('a limit that passes in silence', () => {
  it('ends as not known where another body owed it, once, at its due instant', async () => {
    const { caseId } = await arrested();
    const { id } = await acts.one(caseId, 'R6.4');
    await instance().setNow('2026-03-10T23:59:30Z');
    await acts.fire();
    expect(await acts.one(caseId, 'R6.4')).toMatchObject({ state: 'due' });
    await instance().setNow('2026-03-11T08:00:00Z');
    await Promise.all([acts.fire(), acts.fire()]);
    await acts.fire();
    expect(await acts.one(caseId, 'R6.4')).toMatchObject({ state: 'not-known', nextFireAt: null });
    const rows = await instance().admin<{ happened: string }>(
      `select to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as happened from app.journal
       where subject_id = $1 and event_type = 'duty.not-known'`,
      [id],
    );
    expect(rows).toEqual([{ happened: '2026-03-10 23:59:59' }]);
  });

  it('is a miss where this service owed it, and a late entry of an act in time waits for a second person', async () => {
    const { caseId } = await referred();
    expect(await acts.tell(caseId, 'complaint_received', '2026-03-09T09:00:00Z')).toEqual({
      kind: 'recorded',
    });
    expect(dueOf(await acts.one(caseId, 'R12.1'))).toBe('2026-03-23T23:59:59.000Z');
    await instance().setNow('2026-03-24T09:00:00Z');
    await acts.fire();
    const missed = await acts.one(caseId, 'R12.1');
    expect(missed.state).toBe('missed');
    const at = instant('2026-03-20T09:00:00Z');
    await acts.keep(missed, { kind: 'deliver', at, evidence: 'letter-or-message-seen', earlyReason: null });
    const claimed = await acts.one(caseId, 'R12.1');
    expect(claimed).toMatchObject({ state: 'delivered-late', confirmationAwaited: true });
    expect(await acts.keep(claimed, { kind: 'confirm' })).toMatchObject({ reason: 'own-entry' });
    expect(await acts.keep(claimed, { kind: 'confirm' }, 'lead')).toMatchObject({ kind: 'kept' });
    expect(await acts.one(caseId, 'R12.1')).toMatchObject({ state: 'delivered', confirmationAwaited: false });
    expect(await acts.replayed(claimed.id)).toMatchObject({ state: 'delivered', deliveredAt: at });
  });
});

describe('what the person says', () => {
  it('stops the clock when they decline, as neither met nor missed, and starts a new one when they ask again', async () => {
    const { caseId } = await arrested();
    const duty = await acts.one(caseId, 'R6.4');
    const at = instant('2026-03-09T09:30:00Z');
    await acts.keep(duty, { kind: 'decline', choice: 'declined', at, how: 'phone' });
    await instance().setNow('2026-03-12T10:00:00Z');
    await acts.fire();
    const declined = await acts.one(caseId, 'R6.4');
    expect(declined).toMatchObject({ state: 'declined', nextFireAt: null });
    const again = await acts.keep(declined, { kind: 'ask-again', at: instant('2026-03-12T09:00:00Z') });
    expect(again).toMatchObject({ kind: 'kept', duty: { state: 'due' } });
    const fresh = await acts.one(caseId, 'R6.4', 2);
    expect(dueOf(fresh)).toBe('2026-03-13T23:59:59.000Z');
    expect(await acts.one(caseId, 'R6.4')).toMatchObject({ state: 'declined' });
    const twice = await acts.keep(declined, { kind: 'ask-again', at: instant('2026-03-12T09:00:00Z') });
    expect(twice).toMatchObject({ reason: 'asked-again-already' });
    expect((await ledgerOf(fresh.id)).map(({ reason }) => reason)).toEqual(['asked-again']);
  });

  it('refuses a delivery before its trigger unless a reason is given, which stays with it', async () => {
    const { caseId } = await arrested();
    const duty = await acts.one(caseId, 'R6.4');
    const early = { kind: 'deliver', at: instant('2026-03-08T09:00:00Z'), evidence: 'person-said' } as const;
    expect(await acts.keep(duty, { ...early, earlyReason: null })).toMatchObject({
      reason: 'before-its-trigger',
    });
    expect(await acts.keep(duty, { ...early, earlyReason: 'told-ahead' })).toMatchObject({ kind: 'kept' });
    expect(await acts.one(caseId, 'R6.4')).toMatchObject({ state: 'delivered', earlyReason: 'told-ahead' });
  });
});

describe('Enhanced Rights granted late', () => {
  it('plan anew what is open and nothing else, from the day of the grant', async () => {
    const file = await referred();
    await withoutEnhanced(file.caseId);
    const trackId = await tracks.openedOf(file.caseId);
    await instance().setNow('2026-03-09T10:00:00Z');
    await tracks.recorded(trackId, facts('suspect-arrested', '2026-03-06T09:00:00Z'));
    await tracks.recorded(trackId, facts('interviewed-under-caution', '2026-03-06T12:00:00Z'));
    const interview = await acts.one(file.caseId, 'R6.5');
    expect(dueOf(interview)).toBe('2026-03-13T23:59:59.000Z');
    const said = instant('2026-03-09T09:00:00Z');
    await acts.keep(interview, { kind: 'deliver', at: said, evidence: 'person-said', earlyReason: null });
    expect(await acts.grant(file.caseId, 'vulnerable-or-intimidated')).toEqual({
      kind: 'granted',
      replanned: 1,
    });
    const arrest = await acts.one(file.caseId, 'R6.4');
    expect(arrest).toMatchObject({ timing: 'enhanced', state: 'due' });
    expect(dueOf(arrest)).toBe('2026-03-10T23:59:59.000Z');
    expect(await ledgerOf(arrest.id)).toEqual([
      { version: 1, reason: 'opened', due: '2026-03-13 23:59:59', days: 5 },
      { version: 2, reason: 'enhanced-rights', due: '2026-03-10 23:59:59', days: 1 },
    ]);
    expect(await acts.one(file.caseId, 'R6.5')).toMatchObject({ timing: 'standard', state: 'delivered' });
    expect(await acts.grant(file.caseId, 'vulnerable-or-intimidated')).toMatchObject({
      reason: 'has-it-already',
    });
  });
});

describe('a death', () => {
  it('ends what is open in the transaction that records it, and a mistake lets it run to the time it had', async () => {
    const { caseId } = await arrested();
    const before = await acts.one(caseId, 'R6.4');
    const { webWork, persona } = instance();
    await webWork.run(persona('lead'), (tx) => stopDuties(tx, caseId));
    expect(await acts.one(caseId, 'R6.4')).toMatchObject({
      state: 'not-applicable',
      endReason: 'person-died',
    });
    expect((await acts.of(caseId)).filter(({ nextFireAt }) => nextFireAt !== null)).toEqual([]);
    await webWork.run(persona('lead'), (tx) => restartDuties(tx, caseId));
    expect(await acts.one(caseId, 'R6.4')).toMatchObject({ state: 'due', dueAt: before.dueAt });
  });
});

describe('the journal', () => {
  it('replayed gives every duty of a case as the table has it', async () => {
    const { caseId, trackId } = await arrested();
    await acts.answerAll();
    await tracks.recorded(trackId, facts('suspect-charged', '2026-03-09T09:30:00Z'));
    const duty = await acts.one(caseId, 'R6.9');
    const at = instant('2026-03-09T09:40:00Z');
    await acts.keep(duty, { kind: 'decline', choice: 'changed', at, how: 'in-person' });
    await instance().setNow('2026-03-13T09:00:00Z');
    await acts.fire();
    for (const { id, state, dueAt, clockStartedAt, deliveredAt } of await acts.of(caseId))
      expect(await acts.replayed(id)).toEqual({ state, dueAt, clockStartedAt, deliveredAt });
  });
});

describe('the journal of duties that were delivered, declined, asked for again and planned anew', () => {
  it('replayed gives the state and the times that the table has, of each', async () => {
    const { caseId, trackId } = await arrested();
    await withoutEnhanced(caseId);
    await acts.answerAll();
    await tracks.recorded(trackId, facts('interviewed-under-caution', '2026-03-09T09:10:00Z'));
    await tracks.recorded(trackId, facts('suspect-charged', '2026-03-09T09:20:00Z'));
    await acts.tell(caseId, 'complaint_received', '2026-03-09T09:30:00Z');
    const at = instant('2026-03-09T09:40:00Z');
    const arrest = await acts.one(caseId, 'R6.4');
    await acts.keep(arrest, { kind: 'deliver', at, evidence: 'body-said', earlyReason: null });
    const charge = await acts.one(caseId, 'R6.9');
    await acts.keep(charge, { kind: 'decline', choice: 'declined', at, how: 'phone' });
    const dueOfInterview = (await acts.one(caseId, 'R6.5')).dueAt;
    await instance().setNow('2026-03-11T10:00:00Z');
    expect(await acts.grant(caseId, 'vulnerable-or-intimidated')).toMatchObject({ kind: 'granted' });
    const interview = await acts.one(caseId, 'R6.5');
    expect(interview).toMatchObject({ state: 'due', timing: 'enhanced', version: 2 });
    expect(interview.dueAt).toBeLessThan(dueOfInterview ?? 0);
    const asked = instant('2026-03-11T09:30:00Z');
    await acts.keep(await acts.one(caseId, 'R6.9'), { kind: 'ask-again', at: asked });
    const complaint = await acts.one(caseId, 'R12.1');
    await acts.keep(complaint, { kind: 'deliver', at, evidence: 'was-there', earlyReason: null });
    await acts.keep(await acts.one(caseId, 'R12.1'), { kind: 'take-back' }, 'lead');
    await instance().setNow('2026-03-30T09:00:00Z');
    await acts.fire();

    const stand = new Map<string, string>();
    for (const duty of await acts.of(caseId)) {
      const { id, entitlementId, round, state, dueAt, clockStartedAt, deliveredAt } = duty;
      stand.set(`${entitlementId} ${round}`, state);
      expect([entitlementId, await acts.replayed(id)]).toEqual([
        entitlementId,
        { state, dueAt, clockStartedAt, deliveredAt },
      ]);
    }
    expect(
      ['R6.4 1', 'R6.5 1', 'R6.9 1', 'R6.9 2', 'R12.1 1'].map((which) => [which, stand.get(which)]),
    ).toEqual([
      ['R6.4 1', 'delivered'],
      ['R6.5 1', 'not-known'],
      ['R6.9 1', 'declined'],
      ['R6.9 2', 'not-known'],
      ['R12.1 1', 'missed'],
    ]);
  });
});

describe('what a timer of this catalogue tells the desk', () => {
  it('is told the duty lead where the catalogue says timer, and nobody where it says record only', async () => {
    const { caseId } = await arrested();
    await acts.tell(caseId, 'complaint_received', '2026-03-09T09:00:00Z');
    await instance().setNow('2026-03-24T09:00:00Z');
    await acts.fire();
    const overdue = await instance().workerWork.run({ kind: 'service', process: 'timers' }, (tx) =>
      tx.overdue.find(200),
    );
    const { id } = await acts.one(caseId, 'R12.1');
    const { id: recordOnly } = await acts.one(caseId, 'R6.4');
    const subjects = overdue.filter(({ kind }) => kind === 'duty').map(({ subjectId }) => subjectId);
    expect(subjects).toContain(id);
    expect(subjects).not.toContain(recordOnly);
  });
});
