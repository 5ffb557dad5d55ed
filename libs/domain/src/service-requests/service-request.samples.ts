import type { AgencyId, CaseId, PersonId, ServiceId, ServiceRequestId, UserId } from '../ids';
import { instant, soundCalendarOf, type Instant, type Span, type WorkingCalendar } from '../time';
import { proposeRequest, type RequestSeed } from './open-request';
import { DEFAULT_REQUEST_CLOCKS } from './request-clocks';
import type { ServiceRequest } from './service-request';
import type { RequestTiming } from './step-clock';

/** Monday 2 March 2026, 10am in London. */
export const ASKED = instant('2026-03-02T10:00:00Z');
const id = (last: number) => `018f3c1e-0000-7000-8000-${String(last).padStart(12, '0')}`;

export const DESK = id(1) as AgencyId;
export const SERVICE = id(2) as ServiceId;
export const OTHER_SERVICE = id(3) as ServiceId;
export const AGENCY = id(4) as AgencyId;
export const OTHER_AGENCY = id(5) as AgencyId;
export const RESPONDER = id(6) as UserId;
export const MANAGER = id(7) as UserId;
export const ADVISER = id(8) as UserId;
export const OTHER_ADVISER = id(9) as UserId;

const OFFICE: readonly Span[] = [['09:00', '17:00']];

/** Open on working days from nine to five, with the Easter of 2026 taken out. */
export const WORKING: WorkingCalendar = soundCalendarOf({
  timezone: 'Europe/London',
  schedule: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
  holidays: ['2026-04-03', '2026-04-06'],
});

export function timingAt(now: Instant = ASKED, change: Partial<RequestTiming> = {}): RequestTiming {
  return { now, clocks: DEFAULT_REQUEST_CLOCKS, desk: WORKING, service: WORKING, stopped: false, ...change };
}

export function aRequest(change: Partial<RequestSeed> = {}, now: Instant = ASKED): ServiceRequest {
  const seed: RequestSeed = {
    id: id(100) as ServiceRequestId,
    caseId: id(101) as CaseId,
    personId: id(102) as PersonId,
    handlingAgencyId: DESK,
    reference: 'WM-TEST-TEST',
    kind: 'isva',
    serviceId: SERVICE,
    agencyId: AGENCY,
    reachedBy: 'inbox',
    purpose: 'support',
    band: 'soon',
    decisionId: null,
    ...change,
  };
  return proposeRequest(seed, { by: RESPONDER, timing: timingAt(now) }).request;
}
