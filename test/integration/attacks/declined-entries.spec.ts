import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

/** Reported on Monday 2 March 2026 at 10:00: due Tuesday 10:00 (24 hours) and Tuesday 17:00 (working day). */
async function monday() {
  await instance().setNow('2026-03-02T10:05:00Z');
  return acts.refer('2026-03-02T10:00:00Z');
}

describe('P4 what a second person declined counts for nothing', () => {
  it('an entry that a second person declined keeps no limb, not even one that was still ahead', async () => {
    const { caseId } = await monday();
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T09:30:00Z',
      typedIn: '2026-03-03T12:00:00Z',
    });
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'met' } });
    await acts.decide(caseId, 'declined', 'lead');
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'running' } });
    await acts.sweepAt('2026-03-03T17:00:01Z');
    expect(await acts.limbs(caseId)).toMatchObject({
      '1wd': { state: 'breached' },
      '24h': { state: 'breached' },
    });
  });

  it('an entry declined after every limb has passed is found missed at once, and told', async () => {
    const { caseId } = await monday();
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T09:30:00Z',
      typedIn: '2026-03-03T12:00:00Z',
    });
    await acts.sweepAt('2026-03-04T10:00:00Z');
    await acts.decide(caseId, 'declined', 'lead');
    await acts.sweepAt('2026-03-04T10:00:01Z');
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'breached' } });
    const told = await instance().admin(
      `select level from app.alert where case_id = $1 and state = 'raised' and limb = '1wd'`,
      [caseId],
    );
    expect(told).toHaveLength(1);
  });

  it('a conversation after the deadline that a second person declined leaves the breach open, on the board and told', async () => {
    await instance().setNow('2026-03-02T18:05:00Z');
    const { caseId } = await acts.refer('2026-03-02T18:00:00Z');
    await acts.attempt({ caseId }, 'spoke', {
      happened: '2026-03-03T17:30:00Z',
      typedIn: '2026-03-03T18:30:00Z',
    });
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'done-late' } });
    await acts.decide(caseId, 'declined', 'lead');
    expect(await acts.limbs(caseId)).toMatchObject({ '1wd': { state: 'breached' } });
    await acts.sweepAt('2026-03-04T18:30:00Z');
    const [found] = await instance().admin(
      `select (select count(*) from app.journal j where j.case_id = c.case_id and event_type = 'deadline.breached'
               and payload ->> 'limb' = '1wd')::integer as breaches,
         (select count(*) from app.alert a where a.case_id = c.case_id and a.state = 'raised')::integer as alerts,
         act_by_at is not null as "onBoard"
       from app.case_file c where case_id = $1`,
      [caseId],
    );
    expect(found).toEqual({ breaches: 1, alerts: 1, onBoard: true });
  });

  it('"asked to wait" cannot rest on a call that a second person declined', async () => {
    const { caseId } = await monday();
    await acts.attempt({ caseId }, 'reached-not-safe-to-talk', {
      happened: '2026-03-03T09:30:00Z',
      typedIn: '2026-03-03T12:00:00Z',
    });
    await acts.decide(caseId, 'declined', 'lead');
    const span = { from: '2026-03-03T09:30:00Z', to: '2026-03-04T10:00:00Z' };
    expect(await acts.exception(caseId, 'asked-to-wait', span)).toEqual({
      kind: 'refused',
      reason: 'not-reached-yet',
    });
  });
});
