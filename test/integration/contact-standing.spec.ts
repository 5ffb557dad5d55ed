import {
  FollowUpConversation,
  ProposeExhausted,
  type CheckId,
  type ExhaustedInput,
  type FollowUpInput,
} from '#libs/casework';
import type { AttemptId, CaseId, Conversation } from '#libs/domain';
import { onlyOnce, useInstance } from '../support/instance';
import { KNOWN, PromiseActs } from '../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

/** Reported on Monday 2 March 2026 at 10:00: due Tuesday 10:00 (24 hours) and Tuesday 17:00 (working day). */
async function monday() {
  await instance().setNow('2026-03-02T10:05:00Z');
  return acts.refer('2026-03-02T10:00:00Z');
}

const stateOf = async (caseId: CaseId) => {
  const [row] = await instance().admin<{ contact_state: string; feedback: string }>(
    'select c.contact_state, r.feedback from app.case_file c join app.referral r using (referral_id) where c.case_id = $1',
    [caseId],
  );
  return row;
};

async function followUp(input: Omit<FollowUpInput, 'conversation'>, conversation: Conversation = KNOWN) {
  const { webWork, ids, persona } = instance();
  const use = new FollowUpConversation(webWork, ids);
  const once = await use.execute(persona('responder'), { ...input, conversation }, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

async function propose(input: Partial<ExhaustedInput> & { caseId: CaseId }, by = 'responder') {
  const { webWork, ids, persona, admin } = instance();
  const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
    input.caseId,
  ]);
  const request = {
    basis: 'policy-used-up',
    welfareCheck: 'agreed',
    revision: row?.revision ?? 0,
    ...input,
  } as const;
  const once = await new ProposeExhausted(webWork, ids).execute(persona(by), request, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

async function spokeUnknown(caseId: CaseId, happened: string, typedIn: string): Promise<AttemptId> {
  const recorded = await acts.attempt({ caseId }, 'spoke', { happened, typedIn, conversation: null });
  if (recorded.kind !== 'recorded') throw new Error(recorded.kind);
  return recorded.attemptId;
}

describe('P4 who was spoken with, told late', () => {
  it('after the deadline it is a claim until a second person confirms it', async () => {
    const { caseId } = await monday();
    const attemptId = await spokeUnknown(caseId, '2026-03-02T11:00:00Z', '2026-03-02T11:05:00Z');
    await acts.sweepAt('2026-03-03T17:30:00Z');
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'breached' } });
    expect(await followUp({ caseId, attemptId })).toMatchObject({ counts: true, waitsForCheck: true });
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'breached' } });
    await acts.decide(caseId, 'confirmed', 'responder-two');
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'met-on-confirmation' } });
  });

  it('not confirmed, the attempt is what it was: reached in time, and nobody spoken with', async () => {
    const { caseId } = await monday();
    const attemptId = await spokeUnknown(caseId, '2026-03-02T11:00:00Z', '2026-03-02T11:05:00Z');
    await acts.sweepAt('2026-03-03T17:30:00Z');
    await followUp({ caseId, attemptId });
    expect(await stateOf(caseId)).toMatchObject({ contact_state: 'reached' });
    await acts.decide(caseId, 'declined', 'lead');
    expect(await stateOf(caseId)).toEqual({ contact_state: 'attempting', feedback: 'reached' });
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'breached' } });
    const rows = await instance().admin(
      'select rung, confirmation from app.contact_attempt where case_id = $1',
      [caseId],
    );
    expect(rows).toEqual([{ rung: 4, confirmation: 'not-needed' }]);
  });

  it('in time it needs nobody else', async () => {
    const { caseId } = await monday();
    const attemptId = await spokeUnknown(caseId, '2026-03-02T11:00:00Z', '2026-03-02T11:05:00Z');
    await instance().setNow('2026-03-02T11:10:00Z');
    expect(await followUp({ caseId, attemptId })).toMatchObject({ counts: true, waitsForCheck: false });
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'met' }, '24h': { state: 'met' } });
  });

  it('the database keeps no conversation with nobody known', async () => {
    const { caseId } = await monday();
    await spokeUnknown(caseId, '2026-03-02T11:00:00Z', '2026-03-02T11:05:00Z');
    const forged = instance().admin('update app.contact_attempt set rung = 5 where case_id = $1', [caseId]);
    await expect(forged).rejects.toThrow('contact_attempt_conversation_has_identity');
  });
});

describe('a conversation that a second person did not confirm', () => {
  it('no longer leaves the case as reached', async () => {
    const { caseId } = await monday();
    await acts.sweepAt('2026-03-03T18:00:00Z');
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T09:30:00Z',
      typedIn: '2026-03-03T18:10:00Z',
    });
    expect(await stateOf(caseId)).toMatchObject({ contact_state: 'reached' });
    await acts.decide(caseId, 'declined', 'lead');
    expect(await stateOf(caseId)).toEqual({ contact_state: 'attempting', feedback: 'not-yet' });
  });
});

describe('P4 a reason to wait that began well before it was typed in', () => {
  const span = { from: '2026-03-02T10:30:00Z', to: '2026-03-02T16:00:00Z' };

  it('adjusts nothing until a second person has confirmed it', async () => {
    const { caseId } = await monday();
    await instance().setNow('2026-03-02T15:00:00Z');
    expect(await acts.exception(caseId, 'no-safe-route', span)).toMatchObject({ waitsForCheck: true });
    expect(await acts.limbs(caseId)).toMatchObject({ '24h': { adjusted: null } });
    await acts.decide(caseId, 'confirmed', 'responder-two');
    expect(await acts.limbs(caseId)).toMatchObject({ '24h': { adjusted: '2026-03-03T15:30:00.000Z' } });
  });

  it('not confirmed, it never counts; within the hour it needs nobody', async () => {
    const { caseId } = await monday();
    await instance().setNow('2026-03-02T15:00:00Z');
    await acts.exception(caseId, 'no-safe-route', span);
    await acts.decide(caseId, 'declined', 'lead');
    expect(await acts.limbs(caseId)).toMatchObject({ '24h': { adjusted: null } });
    const fresh = { from: '2026-03-02T14:30:00Z', to: '2026-03-02T16:00:00Z' };
    expect(await acts.exception(caseId, 'no-safe-route', fresh)).toMatchObject({ waitsForCheck: false });
    expect(await acts.limbs(caseId)).toMatchObject({ '24h': { adjusted: '2026-03-03T11:30:00.000Z' } });
  });

  it('that reaches back over a deadline which has passed it waits however fresh it is', async () => {
    const { caseId } = await monday();
    await acts.sweepAt('2026-03-03T17:30:00Z');
    const overTheMiss = { from: '2026-03-03T16:45:00Z', to: '2026-03-04T17:30:00Z' };
    expect(await acts.exception(caseId, 'no-safe-route', overTheMiss)).toMatchObject({ waitsForCheck: true });
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'breached', adjusted: null } });
  });
});

describe('the end of a round of attempts', () => {
  const ROUND = [
    '2026-03-02T11:00:00Z',
    '2026-03-02T18:00:00Z',
    '2026-03-03T11:00:00Z',
    '2026-03-04T13:00:00Z',
    '2026-03-06T11:00:00Z',
  ];

  async function tried(times: readonly string[]) {
    const referred = await monday();
    for (const happened of times)
      await acts.attempt(referred, 'no-answer', { happened, typedIn: happened.replace(':00Z', ':30Z') });
    return referred;
  }

  it('P15 is put forward by one person and signed by another, and closes nothing', async () => {
    const { caseId } = await tried(ROUND);
    expect(await propose({ caseId })).toMatchObject({ kind: 'proposed' });
    expect(await stateOf(caseId)).toMatchObject({ contact_state: 'attempting' });
    expect(await acts.decide(caseId, 'confirmed', 'responder-two')).toEqual({ kind: 'not-found' });
    expect(await acts.decide(caseId, 'confirmed', 'lead')).toMatchObject({ kind: 'decided' });
    expect(await stateOf(caseId)).toEqual({ contact_state: 'exhausted', feedback: 'could-not-reach-safely' });
    const open = await instance().admin(
      'select 1 from app.case_file where case_id = $1 and closed_at is null',
      [caseId],
    );
    expect(open).toHaveLength(1);
  });

  it('is not put forward while attempts are left, but by a lead for a reason of the list', async () => {
    const { caseId } = await tried(ROUND.slice(0, 2));
    expect(await propose({ caseId })).toMatchObject({ reason: 'attempts-left' });
    expect(await propose({ caseId, basis: 'calls-raise-the-risk' })).toMatchObject({ reason: 'only-a-lead' });
    expect(await propose({ caseId, basis: 'calls-raise-the-risk' }, 'lead')).toMatchObject({
      kind: 'proposed',
    });
    expect(await acts.decide(caseId, 'confirmed', 'lead')).toMatchObject({ reason: 'same-person' });
    expect(await acts.decide(caseId, 'confirmed', 'manager')).toMatchObject({ kind: 'decided' });
  });

  it('cannot be signed once the person was reached, and is put forward once', async () => {
    const { caseId } = await tried(ROUND);
    await propose({ caseId });
    expect(await propose({ caseId })).toMatchObject({ reason: 'already-asked' });
    expect(await propose({ caseId, revision: 1 })).toMatchObject({ kind: 'stale' });
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-06T12:00:00Z',
      typedIn: '2026-03-06T12:01:00Z',
    });
    expect(await acts.decide(caseId, 'confirmed', 'lead')).toMatchObject({ reason: 'moved-on' });
    expect(await stateOf(caseId)).toMatchObject({ contact_state: 'reached' });
  });

  it('P7 row-level security lets no responder sign, whatever the code does', async () => {
    const { caseId } = await tried(ROUND);
    const proposed = await propose({ caseId });
    const { webWork, persona } = instance();
    const checkId = (proposed as { checkId: CheckId }).checkId;
    await webWork.run(persona('responder-two'), async (tx) => {
      const check = await tx.checks.lock(checkId);
      if (check !== null) {
        const decided = {
          state: 'confirmed',
          decidedBy: persona('responder-two').userId,
          decidedAt: tx.now,
        } as const;
        await tx.checks.save({ ...check, ...decided });
      }
    });
    const [row] = await instance().admin<{ state: string }>(
      'select state from app.second_person_check where check_id = $1',
      [checkId],
    );
    expect(row?.state).toBe('waiting');
  });
});
