import type { UserId } from '../ids';
import { HOUR, plus, type Instant } from '../time';
import { answeredAtDesk } from './may-act-on-request';
import { isLiveServiceRequest } from './request-machine';
import { requestEvent, type RequestStepTaken } from './request-step';
import type { ServiceRequest } from './service-request';
import { isDeskStep, withNextWake } from './step-clock';

/** How long a manager who has not answered is left in peace. */
export const TELL_AGAIN = 24 * HOUR;

/** Whom silence is told to. Only the highest of several that are due at once is told. */
export type RequestAlarm = 'remind' | 'landed';

/**
 * Who is told of an alarm: the manager of what landed and of what they took on; the desk of its own steps, and of those
 * that it notes for a service whose people do not work here; the service of everything else.
 */
export function toldOf(
  { step, reachedBy }: Pick<ServiceRequest, 'step' | 'reachedBy'>,
  alarm: RequestAlarm,
): 'service' | 'desk' | 'manager' {
  if (alarm === 'landed' || step === 'manage') return 'manager';
  if (step !== null && isDeskStep(step)) return 'desk';
  return answeredAtDesk({ reachedBy }) ? 'desk' : 'service';
}

export interface RequestFired extends RequestStepTaken {
  readonly alarm: RequestAlarm | null;
  /** Another service is to be offered beside the silent one, which keeps the person's place until they choose. */
  readonly offerNext: boolean;
}

/**
 * What a timer has to note about a request at `now`: that its step is overdue, that the next service is to be offered,
 * that it is a named manager's now, that the manager has still not answered. Each happened at its own instant, whenever
 * we noticed. Several at once are one alarm. Nothing due changes nothing, so noting twice is noting once.
 */
export function fireRequest(
  request: ServiceRequest,
  { now, manager }: { readonly now: Instant; readonly manager: UserId | null },
): RequestFired {
  const nothing = { request, events: [], alarm: null, offerNext: false };
  if (!isLiveServiceRequest(request) || request.dueAt === null) return nothing;
  const { dueAt, offerAt, landAt } = request;
  const remind = request.remindedAt === null && now > dueAt;
  const offerNext = request.offeredNextAt === null && offerAt !== null && now >= offerAt;
  const land = request.landedAt === null && landAt !== null && now >= landAt;
  const waits = request.landedAt !== null && request.managerAcknowledgedAt === null;
  const again = waits && request.nextFireAt !== null && now >= request.nextFireAt;
  if (!remind && !offerNext && !land && !again) return nothing;
  const noted = {
    ...request,
    remindedAt: remind ? now : request.remindedAt,
    offeredNextAt: offerNext ? now : request.offeredNextAt,
    landedAt: land ? now : request.landedAt,
    landedOn: land || again ? manager : request.landedOn,
    managerAcknowledgedAt: land ? null : request.managerAcknowledgedAt,
  };
  const landed = noted.landedAt !== null;
  const changed = landed ? { ...noted, nextFireAt: plus(now, TELL_AGAIN) } : withNextWake(noted);
  const told = (type: string, happenedAt: Instant) => requestEvent(changed, { type, happenedAt });
  return {
    request: changed,
    events: [
      ...(remind ? [told('reminded', dueAt)] : []),
      ...(offerNext ? [told('next-offered', offerAt)] : []),
      ...(land ? [requestEvent(changed, { type: 'landed', happenedAt: landAt, payload: { manager } })] : []),
    ],
    alarm: land || again ? 'landed' : remind ? 'remind' : null,
    offerNext,
  };
}
