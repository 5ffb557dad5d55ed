import { isReview, isSettled, mayDo, type SafeguardingTask, type StaffActor } from '#libs/domain';
import type { PossibleAction } from '../access/available-action.view';

/** What may be done with a task as it stands. */
export function safeguardingActs(task: SafeguardingTask, actor: StaffActor): readonly PossibleAction[] {
  const { id, caseId, kind, state } = task;
  const path = `/api/v1/safeguarding-tasks/${id}`;
  const [live, open, review] = [!isSettled(task), state === 'open', isReview(kind)];
  const [tells, ends] = [mayDo(actor, 'tell-safeguarding'), mayDo(actor, 'end-safeguarding')];
  const post = (action: string, to: string, may: boolean): PossibleAction => ({
    action,
    method: 'POST',
    href: `${path}/${to}`,
    may,
  });
  return [
    { action: 'read', method: 'GET', href: path, may: mayDo(actor, 'see-safeguarding') },
    { action: 'read-case', method: 'GET', href: `/api/v1/cases/${caseId}`, may: mayDo(actor, 'open-case') },
    post('tell', 'telling', tells && live && !review),
    post('answered', 'answer', tells && state === 'referred'),
    post('put-off', 'wait', tells && open && !review),
    post('end', 'end', open && (review ? tells : ends)),
  ];
}
