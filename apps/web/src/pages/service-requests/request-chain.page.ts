import type { ServiceRequest } from '#libs/domain';
import type { RequestNames } from './request-card.page';
import { STATE_WORDS } from './request-words.copy';
import { SUPPORT } from './request.copy';

type Linked = Pick<ServiceRequest, 'id' | 'caseId' | 'insteadOf' | 'serviceId' | 'state'>;

/**
 * The need goes on when a service says no: the request that was asked before this one, and those that were asked in its
 * place, so that neither page is the end of the way.
 */
export function chainOf(
  request: Linked,
  {
    requests,
    names,
  }: { readonly requests: readonly Linked[]; readonly names: Pick<RequestNames, 'service'> },
) {
  const line = (one: Linked) => ({
    href: `/cases/${one.caseId}/requests/${one.id}`,
    text: `${names.service(one) ?? SUPPORT.nobodyChosen} (${STATE_WORDS[one.state]})`,
  });
  return {
    before: requests.filter(({ id }) => id === request.insteadOf).map(line),
    after: requests.filter(({ insteadOf }) => insteadOf === request.id).map(line),
  };
}
