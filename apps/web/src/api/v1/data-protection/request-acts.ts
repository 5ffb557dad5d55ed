import {
  DESK_ACTS,
  deskActsOn,
  mayDo,
  openWait,
  type DeskAct,
  type InformationRequest,
  type StaffActor,
} from '#libs/domain';
import type { PossibleAction } from '../access/available-action.view';

/** Where each act of the desk is sent; the others have a page alone. */
const PATHS: Readonly<Partial<Record<DeskAct, string>>> = {
  link: 'case',
  identity: 'identity',
  ask: 'clock/stop',
  answered: 'clock/resume',
  extend: 'clock/extension',
  collect: 'pack/review',
  seal: 'pack/seal',
  'look-again': 'pack/reopen',
  deliver: 'pack/delivery',
  acknowledge: 'acknowledgement',
  outcome: 'settlement',
  restrict: 'restriction',
  lift: 'restriction/lift',
  refuse: 'refusal',
  withdraw: 'withdrawal',
};

/** What may be done with a request as it stands: the same that its page offers. */
export function actsOn(request: InformationRequest, actor: StaffActor): readonly PossibleAction[] {
  const path = `/api/v1/information-requests/${request.id}`;
  const keeps = mayDo(actor, 'keep-data-requests');
  const { kind, state } = request;
  const offered = deskActsOn(request);
  const post = (action: string, to: string, may: boolean): PossibleAction => ({
    action,
    method: 'POST',
    href: `${path}/${to}`,
    may,
  });
  const get = (action: string, to: string, may: boolean): PossibleAction => ({
    action,
    method: 'GET',
    href: `${path}${to}`,
    may,
  });
  return [
    get('read', '', mayDo(actor, 'see-data-requests')),
    get('read-review', '/pack/review', keeps && state === 'review'),
    get('read-pack', '/pack', keeps && state === 'ready'),
    ...DESK_ACTS.flatMap((act) => {
      const to = PATHS[act];
      return to === undefined ? [] : [post(act, to, keeps && offered.includes(act))];
    }),
    post(
      'rectify',
      'rectification',
      keeps && kind === 'rectification' && state === 'searching' && openWait(request) === null,
    ),
    post('state-release', 'release', keeps && kind === 'victim-information' && state === 'received'),
    post(
      'decide-release',
      'release/decision',
      state === 'proposed' && request.proposedBy !== actor.userId && mayDo(actor, 'decide-release'),
    ),
  ];
}
