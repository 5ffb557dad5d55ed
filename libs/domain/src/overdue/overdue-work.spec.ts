import { instant } from '../time';
import { OVERDUE_KINDS, overdueEvent, rolesToTell, type OverdueWork } from './overdue-work';

const WORK: OverdueWork = {
  kind: 'override-review',
  subjectId: 'override-1',
  caseId: null,
  handlingAgencyId: 'agency-1' as OverdueWork['handlingAgencyId'],
  reference: 'WM-0000-0000',
  dueAt: instant('2026-03-02T17:00:00Z'),
  step: 1,
  exceptUserId: null,
};

describe('work whose time has passed', () => {
  it.each(OVERDUE_KINDS)(
    'of kind %s is told to whoever has the duty, and a day later to the managers',
    (kind) => {
      expect(rolesToTell({ kind, step: 1 })).not.toContain('service-manager');
      expect(rolesToTell({ kind, step: 1 }).length).toBeGreaterThan(0);
      expect(rolesToTell({ kind, step: 2 })).toEqual(['service-manager']);
    },
  );

  it('happened at its due time, and the step up 24 hours later, whenever anybody noticed', () => {
    expect(overdueEvent(WORK)).toMatchObject({ type: 'override-review.overdue', happenedAt: WORK.dueAt });
    expect(overdueEvent({ ...WORK, step: 2 })).toMatchObject({
      type: 'override-review.stepped-up',
      happenedAt: instant('2026-03-03T17:00:00Z'),
      payload: { dueAt: '2026-03-02T17:00:00.000Z' },
    });
  });
});
