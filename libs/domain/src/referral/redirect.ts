import type { Instant } from '../time';

/** Why a referral is for somebody else (practice §2.1, §2.8). */
export const REDIRECT_REASONS = ['out-of-scope', 'out-of-county'] as const;
export type RedirectReason = (typeof REDIRECT_REASONS)[number];

export const RECEIVING_BODIES = [
  'victim-support',
  'idva-service',
  'childrens-social-care',
  'adult-social-care',
  'service-of-another-county',
  'health-service',
  'police',
] as const;
export type ReceivingBody = (typeof RECEIVING_BODIES)[number];

/** On what ground the receiving body is told who the person is (P6); `nothing-shared`: they go there themselves. */
export const REDIRECT_BASES = ['person-agreed', 'safeguarding-duty', 'nothing-shared'] as const;
export type RedirectBasis = (typeof REDIRECT_BASES)[number];

/** How a person at the receiving body said so. An automatic reply is not among them. */
export const ACKNOWLEDGED_HOW = ['phone', 'email', 'in-person', 'their-system'] as const;
export type AcknowledgedHow = (typeof ACKNOWLEDGED_HOW)[number];

export type RedirectState = 'waiting' | 'acknowledged' | 'taken-back';

export type AcknowledgementRefusal = 'acknowledged-in-the-future' | 'acknowledged-before-asked';

/** Whether the receiving body can have acknowledged at this time; null when it can (P15). */
export function checkAcknowledgement(options: {
  acknowledgedAt: Instant;
  judgedAt: Instant;
  now: Instant;
}): AcknowledgementRefusal | null {
  const { acknowledgedAt, judgedAt, now } = options;
  if (acknowledgedAt > now) return 'acknowledged-in-the-future';
  return acknowledgedAt < judgedAt ? 'acknowledged-before-asked' : null;
}
