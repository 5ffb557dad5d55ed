import { isLiveServiceRequest } from './request-machine';
import type { ServiceRequest } from './service-request';

/**
 * The live requests of one chain when there are several, this one among them; empty when there is nothing to choose. A
 * service that answers late may find another asked in its place: only the person says which of them is kept.
 */
export function rivalsOf(request: ServiceRequest, all: readonly ServiceRequest[]): readonly ServiceRequest[] {
  if (!isLiveServiceRequest(request)) return [];
  const first = firstOf(request, all);
  const live = all.filter((one) => isLiveServiceRequest(one) && firstOf(one, all) === first);
  return live.length < 2 ? [] : live;
}

function firstOf(request: ServiceRequest, all: readonly ServiceRequest[]): ServiceRequest['id'] {
  const before = all.find(({ id }) => id === request.insteadOf);
  return before === undefined ? request.id : firstOf(before, all);
}
