import { mayDo, type StaffActor } from '#libs/domain';
import { availableOf, type AvailableActionView } from '../access/available-action.view';

/** What the caller may do with a case they may see, as it stands. */
export function caseActions(
  actor: StaffActor,
  { caseId, ownedByYou, open }: { caseId: string; ownedByYou: boolean; open: boolean },
): AvailableActionView[] {
  const path = `/api/v1/cases/${caseId}`;
  const post = (action: string, end: string, may: boolean) =>
    ({ action, method: 'POST', href: `${path}/${end}`, may: may && open }) as const;
  const read = (action: string, end: string) =>
    ({ action, method: 'GET', href: `${path}${end}`, may: mayDo(actor, 'open-case') }) as const;
  return availableOf([
    read('read', ''),
    read('read-identity', '/identity'),
    read('read-timeline', '/timeline'),
    read('read-deadlines', '/deadlines'),
    post('take', 'take', mayDo(actor, 'take-case') && !ownedByYou),
    post('record-attempt', 'attempts', mayDo(actor, 'record-attempt')),
    post('record-exception', 'exceptions', mayDo(actor, 'record-exception')),
  ]);
}
