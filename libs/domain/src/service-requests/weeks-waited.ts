import { HOUR, type Instant } from '../time';
import { isAcceptedServiceRequest } from './request-machine';
import type { ServiceRequest } from './service-request';

const WEEK = 7 * 24 * HOUR;

/**
 * How long the person has waited for this support, of whichever service, in whole weeks of 168 hours up to `now` or to
 * when it began. It is all that a service learns of what went before, and only once it answers for them: a date would say
 * that somebody else was asked (P7). Null for a request that is not accepted.
 */
export function weeksWaited(
  request: Pick<ServiceRequest, 'state' | 'firstAskedAt' | 'startedAt'>,
  now: Instant,
): number | null {
  if (!isAcceptedServiceRequest(request)) return null;
  return Math.max(0, Math.floor(((request.startedAt ?? now) - request.firstAskedAt) / WEEK));
}
