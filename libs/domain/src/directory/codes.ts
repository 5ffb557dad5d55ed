/** What a person may be offered. What a service calls each of them is a label of its area. */
export const SUPPORT_KINDS = [
  'isva',
  'child-isva',
  'sarc',
  'counselling',
  'family-support',
  'victim-support',
  'idva',
  'gp',
  'sexual-health',
  'mental-health',
  'out-of-area',
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** How well it is known that a service covers a district, best first (evidence levels of the area data, law.md §5). */
export const EVIDENCE = ['confirmed', 'confirmed-older', 'supported', 'inferred', 'recalled'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/**
 * Whether a named person must decide before anybody is sent there: nothing that was published says so. Every screen
 * shows the level whatever it is.
 */
export function isUnconfirmed(evidence: Evidence): boolean {
  return evidence === 'inferred' || evidence === 'recalled';
}

/** Its staff work here; or somebody hands over and notes the answer; or it is only named to the person. */
export const REACHED_BY = ['inbox', 'handed-over', 'signposted'] as const;
export type ReachedBy = (typeof REACHED_BY)[number];

/** Who pays for support after sexual violence in England: clinical commissioning groups became integrated care boards. */
export const COMMISSIONERS = [
  'nhs-england',
  'integrated-care-board',
  'local-authority',
  'police-fire-and-crime-commissioner',
  'charity',
] as const;
export type CommissionerKind = (typeof COMMISSIONERS)[number];

/** Where in somebody's way the support stands: first days, through police and court, getting better, for good. */
export const SUPPORT_STAGES = ['immediate', 'justice', 'recovery', 'long-term'] as const;
export type SupportStage = (typeof SUPPORT_STAGES)[number];

export const GENDERS_SERVED = ['women', 'men', 'non-binary'] as const;
export type GenderServed = (typeof GENDERS_SERVED)[number];

export const WORKER_GENDERS = ['woman', 'man'] as const;
export type WorkerGender = (typeof WORKER_GENDERS)[number];

/** Whom a service takes, besides age, gender and place. */
export const ELIGIBILITY = [
  'self-referral',
  'professional-referral',
  'consent-needed',
  'under-13-through-police-or-social-care',
  'reported-or-not',
  'recent-or-not',
  'not-while-in-contact-with-abuser',
  'family-and-friends-too',
  'lives-in-the-area',
] as const;
export type Eligibility = (typeof ELIGIBILITY)[number];

/** What makes a service or a place of it usable for somebody. */
export const ACCESS_CODES = [
  'step-free',
  'accessible-toilet',
  'hearing-loop',
  'british-sign-language',
  'easy-read',
  'quiet-room',
  'by-telephone',
  'by-video',
  'home-visits',
  'parking',
] as const;
export type AccessCode = (typeof ACCESS_CODES)[number];

/** Why a service is closed for a while though its hours say open. */
export const CLOSURE_REASONS = ['holiday', 'training', 'building', 'staffing', 'other'] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/** Why somebody made a new version of a service. */
export const SERVICE_CHANGE_REASONS = [
  'area-pack',
  'new-service',
  'told-by-service',
  'told-by-commissioner',
  'new-contract',
  'read-on-their-pages',
  'district-changed',
  'put-right',
  'coverage-confirmed',
  'imported',
  'closed-down',
  'opened-again',
] as const;
export type ServiceChangeReason = (typeof SERVICE_CHANGE_REASONS)[number];

/** What it rests on that somebody confirmed a district. */
export const COVERAGE_BASES = [
  'told-by-service',
  'told-by-commissioner',
  'read-in-contract',
  'read-on-their-pages',
] as const;
export type CoverageBasis = (typeof COVERAGE_BASES)[number];
