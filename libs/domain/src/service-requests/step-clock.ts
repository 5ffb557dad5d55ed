import { HOUR, plus, SECOND, workingDayDue, type Instant, type WorkingCalendar } from '../time';
import type { RequestBand, RequestStep } from './codes';
import type { RequestClocks } from './request-clocks';
import type { ServiceRequest } from './service-request';

/** What a due time depends on besides the request: the clocks, and whose opening days count. */
export interface RequestTiming {
  readonly now: Instant;
  readonly clocks: RequestClocks;
  readonly desk: WorkingCalendar | null;
  /** The receiving service's own days; null where it states none, and then the desk's count. */
  readonly service: WorkingCalendar | null;
  /** Nobody may contact the person: what would make somebody do so waits at the desk instead. */
  readonly stopped: boolean;
}

/**
 * What is due next of a request in this state; null when it is over. While contact is stopped, nothing is due that
 * would be done by contacting the person: the desk holds their place, and looks now and then whether the stop stands.
 */
export function stepOf(
  request: Pick<ServiceRequest, 'state' | 'serviceId' | 'allocatedTo'>,
  { stopped }: { readonly stopped: boolean },
): RequestStep | null {
  switch (request.state) {
    case 'proposed':
      if (stopped) return 'hold';
      return request.serviceId === null ? 'choose' : 'send';
    case 'sent':
      return 'acknowledge';
    case 'acknowledged':
      return 'decide';
    case 'waiting':
      return stopped ? 'hold' : 'ask-still-wanted';
    case 'allocated':
      if (request.allocatedTo === null) return 'allocate';
      return stopped ? 'hold' : 'start';
    case 'active':
      return request.allocatedTo === null ? 'allocate' : 'review';
    case 'declined':
    case 'redirected':
    case 'withdrawn':
    case 'not-wanted':
    case 'ended':
      return null;
  }
}

/** The steps that are the desk's to take; the others are the service's. */
export function isDeskStep(step: RequestStep): boolean {
  return step === 'choose' || step === 'send' || step === 'manage' || step === 'hold';
}

/**
 * When a step that begins now is due. Working days are counted to close of service on the service's own opening days,
 * or on the desk's; periods of days end with the first close of service from then on. Where a calendar cannot tell
 * (past the known bank holidays), plain days of 24 hours count, weekends too: a request without a due time is one that
 * nobody owes.
 */
export function dueOf(step: RequestStep, band: RequestBand, timing: RequestTiming): Instant {
  const { clocks } = timing;
  const working = (days: number) => inWorkingDays(timing, { step, from: timing.now, days });
  const period = (days: number) =>
    inWorkingDays(timing, { step, from: plus(timing.now, (days - 1) * 24 * HOUR), days: 1 });
  switch (step) {
    case 'choose':
      return working(clocks.chooseWithinDays);
    case 'send':
      return working(clocks.sendWithinDays);
    case 'manage':
      return working(clocks.manageWithinDays);
    case 'acknowledge':
      return working(clocks.acknowledgeWithinDays);
    case 'decide':
      return working(band === 'urgent' ? clocks.decideUrgentWithinDays : clocks.decideWithinDays);
    case 'allocate':
      return working(clocks.allocateWithinDays);
    case 'ask-still-wanted':
    case 'hold':
      return period(clocks.stillWantedEveryDays);
    case 'start':
      return period(clocks.startWithinDays);
    case 'review':
      return period(clocks.reviewEveryDays);
  }
}

/**
 * The request with the clock of its step begun anew: nobody reminded, nobody landed on. What silence leads to is fixed
 * with it, so that noting it later asks no calendar. A request that is over has no clock.
 */
export function withStep(
  request: ServiceRequest,
  timing: RequestTiming,
  step: RequestStep | null = stepOf(request, timing),
): ServiceRequest {
  const fresh = { remindedAt: null, landedAt: null, landedOn: null, managerAcknowledgedAt: null };
  if (step === null) {
    return { ...request, step, dueAt: null, offerAt: null, landAt: null, nextFireAt: null };
  }
  const { clocks } = timing;
  const dueAt = dueOf(step, request.band, timing);
  const later = (days: number) => inWorkingDays(timing, { step, from: dueAt, days });
  const offers = (step === 'acknowledge' || step === 'decide') && request.offeredNextAt === null;
  return withNextWake({
    ...request,
    ...fresh,
    managerAcknowledgedAt: step === 'manage' ? timing.now : null,
    step,
    dueAt,
    offerAt: offers ? later(clocks.offerNextAfterDays) : null,
    landAt: later(clocks.landAfterDays),
    clocksVersion: clocks.version,
  });
}

/** The request with its next wake-up worked out; never null while it is live. */
export function withNextWake(request: ServiceRequest): ServiceRequest {
  const { dueAt, remindedAt, offerAt, offeredNextAt, landAt, landedAt } = request;
  const times = [
    remindedAt === null && dueAt !== null ? plus(dueAt, SECOND) : null,
    offeredNextAt === null ? offerAt : null,
    landedAt === null ? landAt : null,
  ].filter((at) => at !== null);
  if (times.length > 0) return { ...request, nextFireAt: Math.min(...times) as Instant };
  return request;
}

function inWorkingDays(
  { clocks, desk, service }: RequestTiming,
  { step, from, days }: { step: RequestStep; from: Instant; days: number },
): Instant {
  const calendars = isDeskStep(step) ? [desk] : [service, desk];
  for (const calendar of calendars) {
    if (calendar === null) continue;
    const due = workingDayDue(calendar, { start: from, days, reading: 'A', closesAt: clocks.closesAt });
    if (due.kind === 'due') return due.at;
  }
  return plus(from, days * 24 * HOUR);
}
