import type { Brand } from './brand';

export type AgencyId = Brand<string, 'AgencyId'>;
export type TeamId = Brand<string, 'TeamId'>;
export type UserId = Brand<string, 'UserId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type ReportId = Brand<string, 'ReportId'>;
export type IncidentId = Brand<string, 'IncidentId'>;
export type ReferralId = Brand<string, 'ReferralId'>;
export type CaseId = Brand<string, 'CaseId'>;
export type DraftId = Brand<string, 'DraftId'>;
export type RouteId = Brand<string, 'RouteId'>;
export type AttemptId = Brand<string, 'AttemptId'>;
export type DeadlineId = Brand<string, 'DeadlineId'>;
export type HandoverId = Brand<string, 'HandoverId'>;
export type AlertId = Brand<string, 'AlertId'>;
export type ShiftId = Brand<string, 'ShiftId'>;
export type UrgentPageId = Brand<string, 'UrgentPageId'>;
