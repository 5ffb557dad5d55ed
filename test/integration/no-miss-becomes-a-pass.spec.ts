import { useInstance } from '../support/instance';
import { PromiseActs } from '../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

/** Reported on Monday 2 March 2026 at 10:00: due Tuesday 10:00 (24 hours) and Tuesday 17:00 (working day). */
async function monday() {
  await instance().setNow('2026-03-02T10:05:00Z');
  return acts.refer('2026-03-02T10:00:00Z');
}

describe('P4 nothing turns a miss into a pass', () => {
  it('a conversation typed in after the deadline counts as a miss until a second person confirms it', async () => {
    const { caseId } = await monday();
    await acts.sweepAt('2026-03-03T18:00:00Z');
    const recorded = await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T09:30:00Z',
      typedIn: '2026-03-03T18:10:00Z',
    });
    expect(recorded).toMatchObject({ kind: 'recorded', waitsForCheck: true });
    expect(await acts.limbs(caseId)).toMatchObject({
      '1wd': { state: 'breached' },
      '24h': { state: 'breached' },
    });
    await acts.decide(caseId, 'confirmed', 'responder-two');
    expect(await acts.limbs(caseId)).toMatchObject({
      '1wd': { state: 'met-on-confirmation' },
      '24h': { state: 'met-on-confirmation' },
    });
    const breaches = await instance().admin('select 1 from app.deadline_breach where case_id = $1', [caseId]);
    expect(breaches).toHaveLength(2);
  });

  it('nobody confirms their own late entry', async () => {
    const { caseId } = await monday();
    await acts.sweepAt('2026-03-03T18:00:00Z');
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T09:30:00Z',
      typedIn: '2026-03-03T18:10:00Z',
    });
    expect(await acts.decide(caseId, 'confirmed', 'responder')).toEqual({
      kind: 'refused',
      reason: 'same-person',
    });
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'breached' } });
  });

  it('a declined late entry stays a miss', async () => {
    const { caseId } = await monday();
    await acts.sweepAt('2026-03-03T18:00:00Z');
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T09:30:00Z',
      typedIn: '2026-03-03T18:10:00Z',
    });
    await acts.decide(caseId, 'declined', 'lead');
    expect(await acts.limbs(caseId)).toMatchObject({
      '1wd': { state: 'breached' },
      '24h': { state: 'breached' },
    });
  });

  it('an exception stands beside the raw deadline and never moves it', async () => {
    const { caseId } = await monday();
    await acts.attempt({ caseId }, 'reached-not-safe-to-talk', {
      happened: '2026-03-02T11:00:00Z',
      typedIn: '2026-03-02T11:05:00Z',
    });
    const before = await acts.limbs(caseId);
    const span = { from: '2026-03-02T11:00:00Z', to: '2026-03-04T11:00:00Z' };
    expect(await acts.exception(caseId, 'asked-to-wait', span)).toMatchObject({ kind: 'recorded' });
    expect(await acts.limbs(caseId)).toEqual({
      '24h': { ...before['24h'], adjusted: '2026-03-05T10:00:00.000Z' },
      '1wd': { ...before['1wd'], adjusted: '2026-03-04T17:00:00.000Z' },
    });
    await acts.sweepAt('2026-03-03T18:00:00Z');
    expect(await acts.limbs(caseId)).toMatchObject({
      '1wd': { state: 'breached' },
      '24h': { state: 'breached' },
    });
  });

  it('"asked to wait" needs that somebody reached the person', async () => {
    const { caseId } = await monday();
    const span = { from: '2026-03-02T10:01:00Z', to: '2026-03-03T10:00:00Z' };
    expect(await acts.exception(caseId, 'asked-to-wait', span)).toEqual({
      kind: 'refused',
      reason: 'not-reached-yet',
    });
  });

  it('a voicemail, a reach that was not safe and a call cut off are no conversation', async () => {
    const { caseId } = await monday();
    for (const outcome of ['message-left-as-agreed', 'reached-not-safe-to-talk', 'cut-off'] as const) {
      await acts.attempt({ caseId }, outcome, {
        happened: '2026-03-02T11:00:00Z',
        typedIn: '2026-03-02T11:30:00Z',
      });
    }
    expect(await acts.limbs(caseId)).toMatchObject({
      '1wd': { state: 'running' },
      '24h': { state: 'running' },
    });
  });

  it('a start corrected to later can meet a limb only by name, with the breach still on record', async () => {
    const { caseId, referralId } = await monday();
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T10:20:00Z',
      typedIn: '2026-03-03T10:25:00Z',
    });
    expect(await acts.limbs(caseId)).toMatchObject({
      '24h': { state: 'done-late' },
      '1wd': { state: 'met' },
    });
    await acts.correctStart(referralId, '2026-03-02T10:30:00Z');
    await acts.decide(caseId, 'confirmed', 'lead');
    expect(await acts.limbs(caseId)).toMatchObject({
      '24h': { state: 'met-on-correction' },
      '1wd': { state: 'met' },
    });
    const breaches = await instance().admin('select due_at from app.deadline_breach where case_id = $1', [
      caseId,
    ]);
    expect(breaches).toEqual([{ due_at: new Date('2026-03-03T10:00:00Z') }]);
  });

  it('a start corrected to earlier turns a met limb into a miss, with its breach', async () => {
    const { caseId, referralId } = await monday();
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T09:50:00Z',
      typedIn: '2026-03-03T09:55:00Z',
    });
    await acts.correctStart(referralId, '2026-03-02T09:00:00Z');
    await acts.decide(caseId, 'confirmed', 'lead');
    expect(await acts.limbs(caseId)).toMatchObject({
      '24h': { state: 'done-late' },
      '1wd': { state: 'met' },
    });
    const breaches = await instance().admin('select due_at from app.deadline_breach where case_id = $1', [
      caseId,
    ]);
    expect(breaches).toEqual([{ due_at: new Date('2026-03-03T09:00:00Z') }]);
  });

  it('an entry that a corrected start shows to be late waits for a second person, and can be confirmed', async () => {
    const { caseId, referralId } = await monday();
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T08:50:00Z',
      typedIn: '2026-03-03T09:40:00Z',
    });
    expect(await acts.limbs(caseId)).toMatchObject({ '24h': { state: 'met' } });
    await acts.correctStart(referralId, '2026-03-02T09:00:00Z');
    await acts.decide(caseId, 'confirmed', 'lead');
    expect(await acts.limbs(caseId)).toMatchObject({
      '24h': { state: 'done-late' },
      '1wd': { state: 'met' },
    });
    await acts.decide(caseId, 'confirmed', 'responder-two');
    expect(await acts.limbs(caseId)).toMatchObject({ '24h': { state: 'met-on-confirmation' } });
  });

  it('an adjusted instant that a corrected start moves is journalled for the figures', async () => {
    const { caseId, referralId } = await monday();
    await acts.attempt({ caseId }, 'reached-not-safe-to-talk', {
      happened: '2026-03-02T11:00:00Z',
      typedIn: '2026-03-02T11:05:00Z',
    });
    await acts.exception(caseId, 'asked-to-wait', {
      from: '2026-03-02T11:00:00Z',
      to: '2026-03-04T11:00:00Z',
    });
    await acts.correctStart(referralId, '2026-03-02T09:00:00Z');
    await acts.decide(caseId, 'confirmed', 'lead');
    const told = await instance().admin<{ at: string }>(
      `select payload ->> 'adjustedDueAt' as at from app.journal j join app.deadline d on d.deadline_id = j.subject_id
       where j.case_id = $1 and event_type = 'deadline.adjusted' and d.limb = '24h' order by position`,
      [caseId],
    );
    expect(told.map(({ at }) => at)).toEqual(['2026-03-05T10:00:00.000Z', '2026-03-05T09:00:00.000Z']);
  });
});
