import { FireDeadlines } from '#libs/casework';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { eventually } from '../../timers/support/promises';

describe('a process that hangs in the middle of a transaction', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);

  it('P3 holds a clock no longer than half a minute: another process records the miss, once', async () => {
    await instance().setNow('2026-03-02T10:05:30Z');
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z');
    const hung = instance().worker.createQueryRunner();
    await hung.startTransaction();
    await hung.query('select 1 from app.deadline where case_id = $1 for update', [caseId]);
    await instance().setNow('2026-03-03T10:00:30Z');

    const fire = new FireDeadlines(instance().workerWork, instance().ids);
    const step = () => fire.execute({ wakeUps: null, via: 'sweep', limit: 20, graceMilliseconds: 0 });
    expect(await step()).toBe(0);
    await eventually(step, { is: (fired) => fired > 0, withinSeconds: 45 });

    expect((await promise.limbs(caseId))['24h']).toMatchObject({ state: 'breached' });
    await expect(hung.commitTransaction()).rejects.toThrow();
    await hung.release().catch(() => undefined);
  });
});
