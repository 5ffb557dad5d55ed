import {
  answeredAtDesk,
  isAcceptedServiceRequest,
  isLiveServiceRequest,
  mayDo,
  type ServiceRequest,
  type StaffActor,
} from '#libs/domain';
import type { PossibleAction } from '../access/available-action.view';

export function requestPath(id: ServiceRequest['id']): string {
  return `/api/v1/service-requests/${id}`;
}

/** Every act on a request that the desk has, and whether it is one for this person as things stand. */
export function deskActions(
  request: ServiceRequest,
  {
    actor,
    mayLeave,
    toChoose,
  }: { readonly actor: StaffActor; readonly mayLeave: boolean; readonly toChoose: boolean },
): readonly PossibleAction[] {
  const { state, step, landedAt, managerAcknowledgedAt } = request;
  const path = requestPath(request.id);
  const keeps = mayDo(actor, 'keep-requests');
  const notes = answeredAtDesk(request) && mayDo(actor, 'answer-request');
  const works = answeredAtDesk(request) && mayDo(actor, 'work-on-request');
  const unanswered = state === 'sent' || state === 'acknowledged';
  const landed = landedAt !== null && managerAcknowledgedAt === null && isLiveServiceRequest(request);
  const post = (action: string, may: boolean): PossibleAction => ({
    action,
    method: 'POST',
    href: `${path}/${action}`,
    may,
  });
  return [
    post('take-on', landed && mayDo(actor, 'take-on-request')),
    post('choose', keeps && state === 'proposed'),
    post('send', keeps && state === 'proposed' && step !== 'hold' && mayLeave),
    post('withdraw', keeps && isLiveServiceRequest(request)),
    post('keep', keeps && toChoose),
    post('keep-place', keeps && step === 'hold'),
    post('acknowledge', notes && state === 'sent'),
    post('accept', notes && unanswered),
    post('decline', notes && unanswered),
    post('redirect', notes && unanswered),
    post('still-wanted', works && state === 'waiting'),
    post('start', works && state === 'allocated'),
    post('review', works && state === 'active'),
    post('end', works && state === 'active'),
  ];
}

/** Every act on a request that its service has. A worker acts on what is theirs or nobody's, a coordinator on all. */
export function serviceActions(
  request: Pick<ServiceRequest, 'id' | 'state' | 'allocatedTo'>,
  actor: StaffActor,
): readonly PossibleAction[] {
  const { id, state, allocatedTo } = request;
  const coordinates = actor.role === 'provider-coordinator';
  const works = coordinates || allocatedTo === null || allocatedTo === actor.userId;
  const unanswered = state === 'sent' || state === 'acknowledged';
  const post = (action: string, may: boolean): PossibleAction => ({
    action,
    method: 'POST',
    href: `${requestPath(id)}/${action}`,
    may,
  });
  return [
    post('acknowledge', state === 'sent'),
    post('accept', unanswered),
    post('decline', unanswered),
    post('redirect', unanswered),
    post('allocate', isAcceptedServiceRequest(request) && (coordinates || allocatedTo === null)),
    post('still-wanted', works && state === 'waiting'),
    post('start', works && state === 'allocated'),
    post('review', works && state === 'active'),
    post('end', works && state === 'active'),
  ];
}
