import { instant, type DeadlineId, type DutyId } from '#libs/domain';
import type { TimedWakeUp } from '../wake-ups';
import { jobIdOf, wakeUpOf, wakeUpPayload } from './wake-up.job';

const wakeUp: TimedWakeUp = {
  kind: 'deadline',
  id: '00000000-0000-7000-8000-00000000000a' as DeadlineId,
  revision: 3,
  stage: 'due',
  fireAt: instant('2026-09-01T16:00:00.001Z'),
};
const ofADuty: TimedWakeUp = { ...wakeUp, kind: 'duty', id: wakeUp.id as string as DutyId };

describe('the job of a wake-up', () => {
  it('has an id of kind, record, revision and stage, without the colons that a queue refuses', () => {
    expect(jobIdOf(wakeUp)).toBe('contact-due_00000000-0000-7000-8000-00000000000a_3_due');
    expect(jobIdOf(ofADuty)).toBe('duty-due_00000000-0000-7000-8000-00000000000a_3_due');
    expect(jobIdOf(wakeUp)).not.toContain(':');
  });

  it('has another id once the revision has moved on', () => {
    expect(jobIdOf({ ...wakeUp, revision: 4 })).not.toBe(jobIdOf(wakeUp));
  });

  it('P12 carries an id, a revision, a stage and an instant, and nothing else', () => {
    const waking = { revision: 3, stage: 'due', dueAt: '2026-09-01T16:00:00.001Z' };
    expect(wakeUpPayload(wakeUp)).toEqual({ deadlineId: wakeUp.id, ...waking });
    expect(wakeUpPayload(ofADuty)).toEqual({ dutyId: wakeUp.id, ...waking });
  });

  it('comes out of the queue as it went in, and what is no wake-up is none', () => {
    for (const one of [wakeUp, ofADuty]) {
      const stored: unknown = JSON.parse(JSON.stringify(wakeUpPayload(one)));
      expect(wakeUpOf(stored as ReturnType<typeof wakeUpPayload>)).toEqual(one);
    }
    expect(wakeUpOf({})).toBeNull();
  });
});
