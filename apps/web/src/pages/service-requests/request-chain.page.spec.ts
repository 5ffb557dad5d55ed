import type { CaseId, ServiceId, ServiceRequestId, ServiceRequestState } from '#libs/domain';
import { chainOf } from './request-chain.page';

function one(id: string, insteadOf: string | null, state: ServiceRequestState) {
  return {
    id: id as ServiceRequestId,
    caseId: 'case' as CaseId,
    insteadOf: insteadOf as ServiceRequestId | null,
    serviceId: state === 'proposed' ? null : ('service' as ServiceId),
    state,
  };
}

const first = one('first', null, 'declined');
const second = one('second', 'first', 'proposed');
const names = { service: ({ serviceId }: { serviceId: ServiceId | null }) => serviceId && 'Willow Advocacy' };

describe('requests that followed one another', () => {
  it('lead from the one that a service said no to on to the one in its place, and back', () => {
    const all = { requests: [first, second, one('other', null, 'sent')], names };
    expect(chainOf(first, all)).toEqual({
      before: [],
      after: [{ href: '/cases/case/requests/second', text: 'No service chosen yet (Not sent yet)' }],
    });
    expect(chainOf(second, all)).toEqual({
      before: [{ href: '/cases/case/requests/first', text: 'Willow Advocacy (The service said no)' }],
      after: [],
    });
  });
});
