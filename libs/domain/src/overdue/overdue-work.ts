import type { Role } from '../access';
import type { AgencyId, CaseId, UserId } from '../ids';
import { event, type DomainEvent, type SubjectKind } from '../journal';
import { isoOf, plus, SECOND, type Instant } from '../time';

/** Work with a time of its own besides the promises: each is somebody's duty, and silence about it helps nobody. */
export const OVERDUE_KINDS = [
  'safety-review',
  'override-review',
  'opening-review',
  'information-request',
  'breach',
  'safeguarding',
  'leave-cover',
  'contact-recheck',
  'support-task',
  'complaint',
  'service-request',
  'duty',
] as const;
export type OverdueKind = (typeof OVERDUE_KINDS)[number];

/** The first time somebody is told, and the second, if it still waits. */
export type OverdueStep = 1 | 2;

export interface OverdueWork {
  readonly kind: OverdueKind;
  readonly subjectId: string;
  readonly caseId: CaseId | null;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly dueAt: Instant;
  readonly step: OverdueStep;
  /** Whose own act it is about, so that they are not the one to answer for it. */
  readonly exceptUserId: UserId | null;
}

/** A day of 24 hours after its due time work that still waits is told to the managers. */
export const STEP_UP_SECONDS = 86_400;

const FIRST: Readonly<Record<OverdueKind, readonly Role[]>> = {
  'safety-review': ['duty-lead'],
  'override-review': ['duty-lead'],
  'opening-review': ['duty-lead', 'data-protection-officer'],
  'information-request': ['data-protection-officer'],
  breach: ['data-protection-officer'],
  safeguarding: ['safeguarding-lead', 'duty-lead'],
  'leave-cover': ['duty-lead'],
  'contact-recheck': ['duty-lead'],
  'support-task': ['duty-lead'],
  complaint: ['duty-lead'],
  // The second step is a manager's by a clock of its own.
  'service-request': ['duty-lead'],
  duty: ['duty-lead'],
};

/** Which roles hear of overdue work: those whose duty it is, and a day later the service managers. */
export function rolesToTell({ kind, step }: Pick<OverdueWork, 'kind' | 'step'>): readonly Role[] {
  return step === 1 ? FIRST[kind] : ['service-manager'];
}

const SUBJECT: Readonly<Record<OverdueKind, SubjectKind>> = {
  'safety-review': 'safety-review',
  'override-review': 'consent-override',
  'opening-review': 'break-glass',
  'information-request': 'information-request',
  breach: 'breach',
  safeguarding: 'safeguarding',
  'leave-cover': 'case',
  'contact-recheck': 'contact-recheck',
  'support-task': 'support-task',
  complaint: 'complaint',
  'service-request': 'service-request',
  duty: 'duty',
};

/** Nobody who reads a case learns from it that somebody asked for what is held, or complained. */
const APART_FROM_CASES: readonly OverdueKind[] = ['information-request', 'breach', 'complaint'];

/** It happened when the time ran out, or ran out for the second time, not when anybody noticed. */
export function overdueEvent({ kind, subjectId, caseId, dueAt, step }: OverdueWork): DomainEvent {
  return event({
    subject: { kind: SUBJECT[kind], id: subjectId },
    caseId: APART_FROM_CASES.includes(kind) ? null : caseId,
    type: step === 1 ? `${kind}.overdue` : `${kind}.stepped-up`,
    happenedAt: step === 1 ? dueAt : plus(dueAt, STEP_UP_SECONDS * SECOND),
    payload: { dueAt: isoOf(dueAt) },
  });
}
