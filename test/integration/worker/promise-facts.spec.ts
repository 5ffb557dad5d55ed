import {
  AskCorrectedStart,
  DecideCheck,
  FireDeadlines,
  RecordContactAttempt,
  RecordException,
  SubmitReferral,
  type CheckId,
} from '#libs/casework';
import { instant, isConversation, type CaseId, type Outcome, type ReferralId } from '#libs/domain';
import { PromiseFactProjector } from '#libs/persistence';
import { aReferral } from '#libs/testing';
import { onlyOnce, useInstance } from '../../support/instance';
import { KNOWN } from '../../support/promise';
import { caughtUp } from '../../support/caught-up';

interface Fact {
  readonly limb: string;
  readonly due_at: Date;
  readonly met_at: Date | null;
  readonly basis: string | null;
  readonly adjusted_due_at: Date | null;
}

describe('the facts behind the promise figure', () => {
  const instance = useInstance();
  const projector = () => new PromiseFactProjector(instance().worker, { limit: 7 });
  const upToDate = () => caughtUp(instance(), projector());

  async function refer(): Promise<{ referralId: ReferralId; caseId: CaseId }> {
    const { webWork, vault, ids, persona, admin } = instance();
    const input = aReferral().reportedAt(instant('2026-03-02T10:00:00Z')).build();
    const once = await new SubmitReferral(webWork, vault, ids).execute(persona('officer'), input, onlyOnce());
    if (once.kind !== 'done' || once.result.kind !== 'submitted') throw new Error('not submitted');
    const { referralId } = once.result;
    const [row] = await admin<{ case_id: CaseId }>(
      'select case_id from app.case_file where referral_id = $1',
      [referralId],
    );
    if (!row) throw new Error('a referral without a case');
    return { referralId, caseId: row.case_id };
  }

  async function attempt(caseId: CaseId, outcome: Outcome, happenedAt: string): Promise<void> {
    const { webWork, ids, persona } = instance();
    const conversation = isConversation(outcome) ? KNOWN : null;
    const act = { caseId, routeId: null, channel: 'call', outcome, conversation } as const;
    const once = await new RecordContactAttempt(webWork, ids).execute(
      persona('responder'),
      { ...act, happenedAt: instant(happenedAt) },
      onlyOnce(),
    );
    expect(once).toMatchObject({ kind: 'done', result: { kind: 'recorded' } });
  }

  async function fireAll(): Promise<void> {
    const { workerWork, ids } = instance();
    const fire = new FireDeadlines(workerWork, ids);
    while ((await fire.execute({ wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 })) > 0);
  }

  /** A second person decides the one check that waits on a case. */
  async function confirm(caseId: CaseId): Promise<void> {
    const { admin, webWork, ids, persona } = instance();
    const [check] = await admin<{ check_id: CheckId; revision: number }>(
      `select check_id, revision from app.second_person_check where case_id = $1 and state = 'waiting'`,
      [caseId],
    );
    if (!check) throw new Error('nothing waits for a second person');
    const once = await new DecideCheck(webWork, ids).execute(
      persona('lead'),
      { checkId: check.check_id, decision: 'confirmed', revision: check.revision },
      onlyOnce(),
    );
    expect(once).toMatchObject({ kind: 'done', result: { kind: 'decided' } });
  }

  async function factsOf(referralId: ReferralId): Promise<readonly Fact[]> {
    await upToDate();
    return instance().admin<Fact>(
      `select limb, due_at, met_at, basis, adjusted_due_at from report.promise_fact where referral_id = $1 order by limb`,
      [referralId],
    );
  }

  const byLimb = (facts: readonly Fact[]) => facts.map(({ limb, basis }) => `${limb} ${basis ?? 'open'}`);

  it('start with both limbs open, under the policy and calendar versions that count', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const { referralId } = await refer();

    await upToDate();

    const rows = await instance().admin(
      `select limb, month_on::text as month, source, binding, policy_id, policy_version, due_at, met_at, basis, cancelled
       from report.promise_fact where referral_id = $1 order by limb`,
      [referralId],
    );
    const common = {
      month: '2026-03-01',
      source: 'police',
      policy_id: 'essex-first-responders',
      policy_version: 1,
      met_at: null,
      basis: null,
      cancelled: false,
    };
    expect(rows).toEqual([
      { ...common, limb: '1wd', binding: true, due_at: new Date('2026-03-03T17:00:00Z') },
      { ...common, limb: '24h', binding: false, due_at: new Date('2026-03-03T10:00:00Z') },
    ]);
  });

  it('say on time for a conversation in time, and late for the limb that had passed', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const { referralId, caseId } = await refer();
    await instance().setNow('2026-03-03T12:00:00Z');
    await fireAll();
    await attempt(caseId, 'spoke', '2026-03-03T11:50:00Z');

    const facts = await factsOf(referralId);

    expect(byLimb(facts)).toEqual(['1wd on-time', '24h late']);
    expect(facts.map(({ met_at }) => met_at)).toEqual([
      new Date('2026-03-03T11:50:00Z'),
      new Date('2026-03-03T11:50:00Z'),
    ]);
  });

  it('P4 leave a claim open until a second person confirms it, and then say so', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const { referralId, caseId } = await refer();
    await instance().setNow('2026-03-04T12:00:00Z');
    await fireAll();
    await attempt(caseId, 'spoke', '2026-03-03T09:00:00Z');
    expect(byLimb(await factsOf(referralId))).toEqual(['1wd open', '24h open']);

    await confirm(caseId);

    expect(byLimb(await factsOf(referralId))).toEqual([
      '1wd late-entry-confirmed',
      '24h late-entry-confirmed',
    ]);
  });

  it('P4 say corrected start when only a corrected start made it in time', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const { referralId, caseId } = await refer();
    await instance().setNow('2026-03-03T12:00:00Z');
    await fireAll();
    await attempt(caseId, 'spoke', '2026-03-03T11:00:00Z');
    const { webWork, ids, persona } = instance();
    await new AskCorrectedStart(webWork, ids).execute(
      persona('officer'),
      { referralId, reportedAt: instant('2026-03-02T10:04:00Z'), reason: 'typed-wrongly' },
      onlyOnce(),
    );
    await confirm(caseId);
    expect(byLimb(await factsOf(referralId))).toEqual(['1wd on-time', '24h late']);

    await instance().setNow('2026-03-03T13:00:00Z');
    await new AskCorrectedStart(webWork, ids).execute(
      persona('officer'),
      { referralId, reportedAt: instant('2026-03-02T12:30:00Z'), reason: 'reported-later' },
      onlyOnce(),
    );
    await confirm(caseId);

    const facts = await factsOf(referralId);
    expect(byLimb(facts)).toEqual(['1wd on-time', '24h corrected-start']);
    expect(facts.map(({ due_at }) => due_at)).toEqual([
      new Date('2026-03-03T17:00:00Z'),
      new Date('2026-03-03T12:30:00Z'),
    ]);
  });

  it('P4 say late, without a time, for what a corrected start makes a claim nobody has confirmed', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const { referralId, caseId } = await refer();
    await instance().setNow('2026-03-03T09:40:00Z');
    await attempt(caseId, 'spoke', '2026-03-03T08:50:00Z');
    const { webWork, ids, persona } = instance();
    await new AskCorrectedStart(webWork, ids).execute(
      persona('officer'),
      { referralId, reportedAt: instant('2026-03-02T09:00:00Z'), reason: 'reported-earlier' },
      onlyOnce(),
    );
    await confirm(caseId);

    const facts = await factsOf(referralId);

    expect(byLimb(facts)).toEqual(['1wd on-time', '24h late']);
    expect(facts.find(({ limb }) => limb === '24h')?.met_at).toBeNull();
  });

  it('P4 keep an exception beside the raw due instant, never inside it', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const { referralId, caseId } = await refer();
    await instance().setNow('2026-03-02T12:30:00Z');
    const { webWork, ids, persona } = instance();
    const once = await new RecordException(webWork, ids).execute(
      persona('responder'),
      {
        caseId,
        reason: 'no-safe-route',
        from: instant('2026-03-02T12:00:00Z'),
        to: instant('2026-03-02T14:00:00Z'),
      },
      onlyOnce(),
    );
    expect(once).toMatchObject({ kind: 'done', result: { kind: 'recorded' } });

    const fact = (await factsOf(referralId)).find(({ limb }) => limb === '24h');

    expect(fact).toMatchObject({
      due_at: new Date('2026-03-03T10:00:00Z'),
      adjusted_due_at: new Date('2026-03-03T12:00:00Z'),
    });
  });

  it('P10 are the same to the last column when rebuilt from the journal alone', async () => {
    await instance().setNow('2026-03-05T12:00:00Z');
    await upToDate();
    const everything = `select to_jsonb(f) - 'side' as fact from report.promise_fact f order by deadline_id`;
    const before = await instance().admin(everything);
    expect(before.length).toBeGreaterThan(8);

    await projector().rebuild();
    await upToDate();

    expect(await instance().admin(everything)).toEqual(before);
  });

  it('agree with the deadlines themselves', async () => {
    await upToDate();
    const rows = await instance().admin(
      `select d.deadline_id from app.deadline d left join report.promise_fact f using (deadline_id)
       where f.deadline_id is null or f.due_at <> d.due_at or f.met_at is distinct from d.met_at
         or f.adjusted_due_at is distinct from d.adjusted_due_at`,
    );
    expect(rows).toEqual([]);
  });
});
