import { instant, type DeadlineId } from '#libs/domain';
import type { TimedWakeUp } from '../wake-ups';
import { contactDueId, contactDuePayload, wakeUpOf } from './contact-due.job';

const wakeUp: TimedWakeUp = {
  deadlineId: '00000000-0000-7000-8000-00000000000a' as DeadlineId,
  revision: 3,
  stage: 'due',
  fireAt: instant('2026-09-01T16:00:00.001Z'),
};

describe('the contact-due job', () => {
  it('has an id of kind, deadline, revision and stage, without the colons that a queue refuses', () => {
    expect(contactDueId(wakeUp)).toBe('contact-due_00000000-0000-7000-8000-00000000000a_3_due');
    expect(contactDueId(wakeUp)).not.toContain(':');
  });

  it('has another id once the revision has moved on', () => {
    expect(contactDueId({ ...wakeUp, revision: 4 })).not.toBe(contactDueId(wakeUp));
  });

  it('P12 carries a deadline id, a revision, a stage and an instant, and nothing else', () => {
    expect(contactDuePayload(wakeUp)).toEqual({
      deadlineId: '00000000-0000-7000-8000-00000000000a',
      revision: 3,
      stage: 'due',
      dueAt: '2026-09-01T16:00:00.001Z',
    });
  });

  it('comes out of the queue as it went in', () => {
    const stored: unknown = JSON.parse(JSON.stringify(contactDuePayload(wakeUp)));

    expect(wakeUpOf(stored as ReturnType<typeof contactDuePayload>)).toEqual(wakeUp);
  });
});
