import type { ShareId, SharePurpose } from '../consent';
import type { ReachedBy, SupportKind } from '../directory';
import type { AgencyId, CaseId, PersonId, ServiceId, ServiceRequestId, UserId } from '../ids';
import type { AgeBand } from '../referral';
import type { Instant } from '../time';
import type {
  RequestDecline,
  RequestLapse,
  RequestRedirect,
  RequestBand,
  RequestEnding,
  RequestStep,
  RequestWithdrawal,
} from './codes';
import type { ServiceRequestState } from './request-machine';

/** On what ground it left: what the person agreed to, or a lawful override. */
export type RequestGround = 'consent' | 'override';

/** A service that works here answers by itself; of one outside somebody at the desk notes the answer. */
export type RequestRoute = Exclude<ReachedBy, 'signposted'>;

/** Codes, ids and times only. Who it is about is in the vault, and shown by consent alone. */
export interface ServiceRequest {
  readonly id: ServiceRequestId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly kind: SupportKind;
  /** Null while nobody has chosen a service: then choosing one is what is due. */
  readonly serviceId: ServiceId | null;
  /** The agency of that service; null exactly when there is no service yet. */
  readonly agencyId: AgencyId | null;
  readonly reachedBy: RequestRoute;
  /** What another service suggested instead of itself; the desk and the person decide. */
  readonly suggestedServiceId: ServiceId | null;
  readonly purpose: SharePurpose;
  readonly state: ServiceRequestState;
  readonly band: RequestBand;
  /** When this support was first asked for, of whichever service: the place in a queue, kept by what comes after. */
  readonly firstAskedAt: Instant;
  readonly proposedBy: UserId | null;
  readonly proposedAt: Instant;
  readonly sentAt: Instant | null;
  readonly sentOn: RequestGround | null;
  readonly acknowledgedAt: Instant | null;
  /** When the service said yes or no, or somebody redirected it. */
  readonly decidedAt: Instant | null;
  readonly declineReason: RequestDecline | null;
  readonly redirectReason: RequestRedirect | null;
  readonly waitingSince: Instant | null;
  readonly lastStillWantedAt: Instant | null;
  readonly allocatedTo: UserId | null;
  readonly allocatedAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly reviewedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly ending: RequestEnding | null;
  readonly withdrawReason: RequestWithdrawal | RequestLapse | null;
  /** What is due, and when; null exactly when the request is over. */
  readonly step: RequestStep | null;
  readonly dueAt: Instant | null;
  /** From when on silence makes the desk offer the next service; null where that helps nobody. */
  readonly offerAt: Instant | null;
  /** From when on silence makes it a named manager's. */
  readonly landAt: Instant | null;
  readonly nextFireAt: Instant | null;
  readonly clocksVersion: number;
  readonly remindedAt: Instant | null;
  readonly offeredNextAt: Instant | null;
  readonly landedAt: Instant | null;
  /** The manager on whom it landed; null when none could be named, and every manager is told. */
  readonly landedOn: UserId | null;
  /** The manager who took it on: before acceptance it is theirs to answer for. */
  readonly managedBy: UserId | null;
  readonly managerAcknowledgedAt: Instant | null;
  /** The request in whose place this one was opened. */
  readonly insteadOf: ServiceRequestId | null;
  readonly decisionId: string | null;
  /** The share that acceptance opened. */
  readonly shareId: ShareId | null;
  readonly revision: number;
}

/** What a service sees before it says yes: codes for finding out whether it can help, and no way to reach anybody. */
export interface RequestMinimum {
  readonly ageBand: AgeBand;
  readonly district: string | null;
  readonly needs: readonly string[];
  readonly languages: readonly string[];
  readonly access: readonly string[];
  /** By which channels the person may be reached safely, without any of them; empty unless that may be shared. */
  readonly safeContact: readonly string[];
}

/** What is kept of it when it is sent. How the person may be reached is asked at every read and kept nowhere (P5, P6). */
export type KeptMinimum = Omit<RequestMinimum, 'safeContact'>;

/** Health services are asked for care, the others for support. Consent names the one or the other. */
export function purposeOfKind(kind: SupportKind): SharePurpose {
  const health: readonly SupportKind[] = ['sarc', 'gp', 'sexual-health', 'mental-health'];
  return health.includes(kind) ? 'health-care' : 'support';
}
