import { MINUTE, type Instant } from '../time';

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

/**
 * When the receiving body acknowledged (P15). Forms tell minutes: an answer in the very minute of the redirect came
 * with it, not before it.
 */
export function acknowledgementTime(options: {
  acknowledgedAt: Instant;
  judgedAt: Instant;
  now: Instant;
}):
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly reason: AcknowledgementRefusal } {
  const { acknowledgedAt, judgedAt, now } = options;
  if (acknowledgedAt > now) return { kind: 'refused', reason: 'acknowledged-in-the-future' };
  if (acknowledgedAt >= judgedAt) return { kind: 'at', at: acknowledgedAt };
  return minuteOf(acknowledgedAt) === minuteOf(judgedAt)
    ? { kind: 'at', at: judgedAt }
    : { kind: 'refused', reason: 'acknowledged-before-asked' };
}

function minuteOf(at: Instant): number {
  return Math.floor(at / MINUTE);
}
