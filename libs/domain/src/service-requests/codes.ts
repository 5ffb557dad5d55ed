/** How soon the desk asks a service to be there. It orders a queue; it is never shown to the person as a rank. */
export const REQUEST_BANDS = ['urgent', 'soon', 'routine'] as const;
export type RequestBand = (typeof REQUEST_BANDS)[number];

/**
 * Why a service says no (practice.md §2.5). A conflict is never written down: the service says that the desk's duty lead
 * will be told why, and tells them, because whoever reads the case must not learn who else is known there.
 */
export const REQUEST_DECLINES = [
  'out-of-area',
  'age',
  'list-closed',
  'not-yet-safe',
  'not-steady-enough',
  'criminal-case-advice',
  'told-to-the-lead',
  'open-elsewhere',
  'person-chose-otherwise',
  'not-enough-known',
] as const;
export type RequestDecline = (typeof REQUEST_DECLINES)[number];

/** Why somebody thinks that another service is the right one. */
export const REQUEST_REDIRECTS = [
  'fits-better',
  'other-area',
  'other-age',
  'sooner-there',
  'person-asked',
] as const;
export type RequestRedirect = (typeof REQUEST_REDIRECTS)[number];

/** Why the desk takes a request back. */
export const REQUEST_WITHDRAWALS = ['person-asked', 'asked-in-error', 'not-needed'] as const;
export type RequestWithdrawal = (typeof REQUEST_WITHDRAWALS)[number];

/** Why a request is taken back though nobody asked for that by hand. */
export const REQUEST_LAPSES = [
  'consent-withdrawn',
  'consent-expired',
  'override-ended',
  'chose-another',
  'case-closed',
  'died',
  'erased',
  'not-possible',
  'service-retired',
  'giver-was-a-child',
  'contact-stopped',
] as const;
export type RequestLapse = (typeof REQUEST_LAPSES)[number];

export const REQUEST_ENDINGS = ['planned', 'unplanned', 'transferred'] as const;
export type RequestEnding = (typeof REQUEST_ENDINGS)[number];

/** What the person said when somebody asked whether they still want the support they wait for. */
export const STILL_WANTED_ANSWERS = ['still-wanted', 'not-wanted'] as const;
export type StillWantedAnswer = (typeof STILL_WANTED_ANSWERS)[number];

/** What is due next. A request that is still live always waits for exactly one of them. */
export const REQUEST_STEPS = [
  'choose',
  'send',
  'acknowledge',
  'decide',
  'ask-still-wanted',
  'allocate',
  'start',
  'review',
  'manage',
  'hold',
] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];
