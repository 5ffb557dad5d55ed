import { FireDuties } from '#libs/casework';
import type { DutyId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { DutyActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new DutyActs(instance);

describe('a wake-up for a limit of the Code', () => {
  it('P3 fires once however often it comes, and never for a revision or a stage that has passed', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z');
    await acts.tell(caseId, 'complaint_received', '2026-03-02T10:01:00Z');
    const [duty] = await instance().admin<{ id: DutyId; revision: number }>(
      `select duty_id as id, revision from app.duty where case_id = $1 and entitlement_id = 'R12.1'`,
      [caseId],
    );
    const id = duty!.id;
    const revision = duty!.revision;
    const fire = new FireDuties(instance().workerWork);
    const wake = (of: { revision?: number; stage?: string }, times = 1) =>
      fire.execute({
        wakeUps: Array.from({ length: times }, () => ({
          ...{ kind: 'duty' as const, id, revision, stage: 'due', ...of },
        })),
        limit: 10,
        graceMilliseconds: 0,
      });

    expect(await wake({})).toBe(0);
    await instance().setNow('2027-03-02T10:05:00Z');
    expect(await wake({ revision: revision - 1 })).toBe(0);
    expect(await wake({ revision: revision + 1 })).toBe(0);
    expect(await wake({ stage: 'prompt' })).toBe(0);
    const fired = await Promise.all([wake({}, 3), wake({}, 3), wake({})]);
    expect(fired.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    expect(await wake({})).toBe(0);
    const told = await instance().admin(
      `select event_type from app.journal where subject_id = $1 and event_type in ('duty.missed', 'duty.not-known')`,
      [id],
    );
    expect(told).toHaveLength(1);
  });
});
