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
  'marac',
  'idva-service',
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

const OF_CONTACT: readonly DataClass[] = ['safe-contact'];

/** What a purpose is always about; for the others the person chooses, class by class. */
const FIXED: Readonly<Partial<Record<Purpose, readonly DataClass[]>>> = {
  'be-called': OF_CONTACT,
  'be-texted': OF_CONTACT,
  'be-emailed': OF_CONTACT,
  'be-left-voicemail': OF_CONTACT,
  'be-written-to': OF_CONTACT,
  feedback: OF_CONTACT,
  'hold-record': DATA_CLASSES,
  'fact-of-support': ['support-fact'],
  interpreting: ['safe-contact', 'needs'],
  research: ['incident', 'needs', 'support-fact'],
};

/** The classes that are asked about with a purpose: its own, or those that were chosen. */
export function classesOf(purpose: Purpose, chosen: readonly DataClass[]): readonly DataClass[] {
  return FIXED[purpose] ?? DATA_CLASSES.filter((dataClass) => chosen.includes(dataClass));
}

export function choosesClasses(purpose: Purpose): boolean {
  return FIXED[purpose] === undefined;
}

/** Whether a question makes sense at all: nobody but us calls, and only the police investigate. */
export function purposeFits(purpose: Purpose, recipient: Recipient): boolean {
  switch (purpose) {
    case 'be-called':
    case 'be-texted':
    case 'be-emailed':
    case 'be-left-voicemail':
    case 'be-written-to':
    case 'hold-record':
    case 'feedback':
      return recipient === 'this-service';
    case 'fact-of-support':
    case 'investigation':
      return recipient === 'police';
    case 'interpreting':
      return recipient === 'interpreter';
    case 'research':
      return recipient === 'researchers';
    case 'support':
    case 'health-care':
    case 'safeguarding':
      return !(['this-service', 'police', 'interpreter', 'researchers'] as readonly string[]).includes(
        recipient,
      );
  }
}

/** The one recipient of a purpose that has only one; null when somebody must be named. */
export function onlyRecipient(purpose: Purpose): Body | null {
  const fitting = BODIES.filter((body) => purposeFits(purpose, body));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** The channel that ends with an agreement to be contacted. */
export const CHANNEL_OF = {
  'be-called': 'call',
  'be-texted': 'text',
  'be-emailed': 'email',
  'be-left-voicemail': 'voicemail',
  'be-written-to': 'post',
} as const satisfies Readonly<Record<(typeof CONTACT_PURPOSES)[number], string>>;

export function isContactPurpose(purpose: Purpose): purpose is (typeof CONTACT_PURPOSES)[number] {
  return (CONTACT_PURPOSES as readonly Purpose[]).includes(purpose);
}
