import type { Instant, ServiceRequest } from '#libs/domain';
import { dayInFull } from '../../formatting/moments';
import { PROVIDER_REQUEST } from './provider.copy';

/** What the next step of a request is planned for, when it is one of its milestones. */
const PLANNED = {
  decide: 'accepted',
  acknowledge: 'accepted',
  allocate: 'allocated',
  start: 'started',
  review: 'reviewed',
} as const satisfies Partial<
  Record<NonNullable<ServiceRequest['step']>, keyof typeof PROVIDER_REQUEST.names>
>;

/** Each milestone with the day it took place and, where it is what comes next, the day it is planned by. */
export function milestonesOf(request: ServiceRequest, timezone: string) {
  const { step, dueAt } = request;
  const next = step === null ? null : ((PLANNED as Partial<Record<string, string>>)[step] ?? null);
  const day = (at: Instant | null) => (at === null ? null : dayInFull(at, timezone));
  const accepted = request.waitingSince === null ? null : request.decidedAt;
  const actual = {
    asked: request.sentAt ?? request.proposedAt,
    accepted,
    allocated: request.allocatedAt,
    started: request.startedAt,
    reviewed: request.reviewedAt,
    ended: request.endedAt,
  } as const;
  return (Object.keys(actual) as (keyof typeof actual)[]).map((key) => ({
    name: PROVIDER_REQUEST.names[key],
    planned: key === next ? (day(dueAt) ?? PROVIDER_REQUEST.none) : PROVIDER_REQUEST.none,
    actual: day(actual[key]) ?? PROVIDER_REQUEST.notYet,
  }));
}
