import type { AgencyId } from '../ids';

/** Bodies that are no agency of this service; `this-service` is whoever calls the person and keeps the record. */
export const BODIES = [
  'this-service',
  'police',
  'gp',
  'social-care',
  'school',
  'employer',
  'family-member',
  'interpreter',
  'researchers',
] as const;
export type Body = (typeof BODIES)[number];

/** Who would see it: an agency that works here, or a body outside. */
export type Recipient = Body | `agency:${string}`;

export function agencyRecipient(agencyId: AgencyId): Recipient {
  return `agency:${agencyId}`;
}

/** The agency a recipient names; null for a body outside. */
export function agencyOf(recipient: Recipient): AgencyId | null {
  return recipient.startsWith('agency:') ? (recipient.slice('agency:'.length) as AgencyId) : null;
}

/** What it is for. To be called is not to be counselled, and not to have notes disclosed (practice §2.3). */
export const PURPOSES = [
  'be-called',
  'be-texted',
  'be-emailed',
  'be-left-voicemail',
  'be-written-to',
  'hold-record',
  'support',
  'fact-of-support',
  'investigation',
  'health-care',
  'safeguarding',
  'interpreting',
  'research',
  'feedback',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The purposes by which the person agrees to be contacted; without them nothing queued may leave. */
export const CONTACT_PURPOSES = [
  'be-called',
  'be-texted',
  'be-emailed',
  'be-left-voicemail',
  'be-written-to',
] as const satisfies readonly Purpose[];

/** Kinds of data that are shared, or not, each on its own. */
export const DATA_CLASSES = [
  'identity',
  'safe-contact',
  'incident',
  'investigation',
  'needs',
  'support-fact',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export const CONSENT_DECISIONS = ['given', 'refused', 'withdrawn'] as const;
export type ConsentDecision = (typeof CONSENT_DECISIONS)[number];
