import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';

export type FeedbackId = Brand<string, 'FeedbackId'>;

/** What somebody is asked about: was I informed, kept up to date, supported. */
export const FEEDBACK_QUESTIONS = ['informed', 'updated', 'supported'] as const;
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number];

export const FEEDBACK_ANSWERS = ['yes', 'partly', 'no', 'not-asked', 'declined', 'unknown'] as const;
export type FeedbackAnswer = (typeof FEEDBACK_ANSWERS)[number];

/** At which point of the journey they were asked. */
export const FEEDBACK_POINTS = [
  'after-first-contact',
  'after-referral-to-service',
  'after-charging-decision',
  'after-trial',
  'at-a-review',
  'at-the-end',
] as const;
export type FeedbackPoint = (typeof FEEDBACK_POINTS)[number];

/** Whom the answers are about. */
export const FEEDBACK_ABOUT = ['police', 'prosecution', 'courts', 'our-service', 'another-service'] as const;
export type FeedbackAbout = (typeof FEEDBACK_ABOUT)[number];

/** How the person agreed to be asked. */
export const FEEDBACK_CONSENTS = ['said-yes-now', 'said-yes-before', 'asked-us-to-note-it'] as const;
export type FeedbackConsent = (typeof FEEDBACK_CONSENTS)[number];

export interface PersonFeedback {
  readonly id: FeedbackId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  /** The service that asked; null for the desk. */
  readonly keptBy: AgencyId | null;
  readonly point: FeedbackPoint;
  readonly about: FeedbackAbout;
  readonly consent: FeedbackConsent;
  readonly answers: Readonly<Record<FeedbackQuestion, FeedbackAnswer>>;
  readonly happenedAt: Instant;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

export type FeedbackRefusal = 'feedback-in-the-future' | 'nothing-said' | 'no-consent-to-ask';

/** Whether it may be recorded: it has happened, the person agreed to be asked, and said something. */
export function feedbackRefusal(asked: {
  readonly consent: FeedbackConsent | null;
  readonly answers: PersonFeedback['answers'];
  readonly happenedAt: Instant;
  readonly now: Instant;
}): FeedbackRefusal | null {
  if (asked.consent === null) return 'no-consent-to-ask';
  if (asked.happenedAt > asked.now) return 'feedback-in-the-future';
  return FEEDBACK_QUESTIONS.every((question) => asked.answers[question] === 'not-asked')
    ? 'nothing-said'
    : null;
}
