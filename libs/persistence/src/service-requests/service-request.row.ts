import type {
  AgencyId,
  CaseId,
  Instant,
  PersonId,
  ServiceId,
  ServiceRequest,
  ServiceRequestId,
  ShareId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'service_request' })
export class ServiceRequestRow implements ServiceRequest {
  @PrimaryColumn({ type: 'uuid', name: 'request_id' }) id: ServiceRequestId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('text') kind: ServiceRequest['kind'];
  @Column(MAYBE_UUID) serviceId: ServiceId | null;
  @Column(MAYBE_UUID) agencyId: AgencyId | null;
  @Column('text') reachedBy: ServiceRequest['reachedBy'];
  @Column(MAYBE_UUID) suggestedServiceId: ServiceId | null;
  @Column('text') purpose: ServiceRequest['purpose'];
  @Column('text') state: ServiceRequest['state'];
  @Column('text') band: ServiceRequest['band'];
  @Column(AT) firstAskedAt: Instant;
  @Column(MAYBE_UUID) proposedBy: UserId | null;
  @Column(AT) proposedAt: Instant;
  @Column(MAYBE_AT) sentAt: Instant | null;
  @Column(MAYBE_TEXT) sentOn: ServiceRequest['sentOn'];
  @Column(MAYBE_AT) acknowledgedAt: Instant | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column(MAYBE_TEXT) declineReason: ServiceRequest['declineReason'];
  @Column(MAYBE_TEXT) redirectReason: ServiceRequest['redirectReason'];
  @Column(MAYBE_AT) waitingSince: Instant | null;
  @Column(MAYBE_AT) lastStillWantedAt: Instant | null;
  @Column(MAYBE_UUID) allocatedTo: UserId | null;
  @Column(MAYBE_AT) allocatedAt: Instant | null;
  @Column(MAYBE_AT) startedAt: Instant | null;
  @Column(MAYBE_AT) reviewedAt: Instant | null;
  @Column(MAYBE_AT) endedAt: Instant | null;
  @Column(MAYBE_TEXT) ending: ServiceRequest['ending'];
  @Column(MAYBE_TEXT) withdrawReason: ServiceRequest['withdrawReason'];
  @Column(MAYBE_TEXT) step: ServiceRequest['step'];
  @Column(MAYBE_AT) dueAt: Instant | null;
  @Column(MAYBE_AT) offerAt: Instant | null;
  @Column(MAYBE_AT) landAt: Instant | null;
  @Column(MAYBE_AT) nextFireAt: Instant | null;
  @Column('integer') clocksVersion: number;
  @Column(MAYBE_AT) remindedAt: Instant | null;
  @Column(MAYBE_AT) offeredNextAt: Instant | null;
  @Column(MAYBE_AT) landedAt: Instant | null;
  @Column(MAYBE_UUID) landedOn: UserId | null;
  @Column(MAYBE_UUID) managedBy: UserId | null;
  @Column(MAYBE_AT) managerAcknowledgedAt: Instant | null;
  @Column(MAYBE_UUID) insteadOf: ServiceRequestId | null;
  @Column(MAYBE_UUID) decisionId: string | null;
  @Column(MAYBE_UUID) shareId: ShareId | null;
  @Column('integer') revision: number;
}

/** What may change in the life of a request; the rest is what it is from its first moment on. */
export function changesOf(request: ServiceRequest): Partial<ServiceRequestRow> {
  return Object.fromEntries(CHANGING.map((name) => [name, request[name]]));
}

const CHANGING = [
  'serviceId',
  'agencyId',
  'reachedBy',
  'suggestedServiceId',
  'state',
  'sentAt',
  'sentOn',
  'acknowledgedAt',
  'decidedAt',
  'declineReason',
  'redirectReason',
  'waitingSince',
  'lastStillWantedAt',
  'allocatedTo',
  'allocatedAt',
  'startedAt',
  'reviewedAt',
  'endedAt',
  'ending',
  'withdrawReason',
  'step',
  'dueAt',
  'offerAt',
  'landAt',
  'nextFireAt',
  'clocksVersion',
  'remindedAt',
  'offeredNextAt',
  'landedAt',
  'landedOn',
  'managedBy',
  'managerAcknowledgedAt',
  'shareId',
] as const satisfies readonly (keyof ServiceRequest)[];
