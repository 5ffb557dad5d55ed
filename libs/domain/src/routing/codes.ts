/** What happened, as far as it decides what a forensic examination may still find. `unknown` means any of the others. */
export const FORENSIC_ACTS = [
  'vaginal',
  'anal',
  'oral',
  'digital',
  'skin',
  'drink-or-drugs',
  'unknown',
] as const;
export type ForensicAct = (typeof FORENSIC_ACTS)[number];

/** Whom the person asks for as their worker, and where. */
export const WANTED_WORKERS = ['any', 'woman', 'man'] as const;
export type WantedWorker = (typeof WANTED_WORKERS)[number];

export const WANTED_SPACES = ['any', 'women-only'] as const;
export type WantedSpace = (typeof WANTED_SPACES)[number];

/** Who may have to decide where no service follows from the facts. */
export const DECIDING_ROLES = ['duty-lead', 'service-manager', 'safeguarding-lead'] as const;
export type DecidingRole = (typeof DECIDING_ROLES)[number];

/** Why a rule asks a person to decide. */
export const ASK_REASONS = [
  'needs-a-conversation',
  'lives-elsewhere',
  'complex-needs',
  'two-services-agree',
  'new-service',
] as const;
export type AskReason = (typeof ASK_REASONS)[number];

/**
 * Why somebody has to decide; the ones of `AskReason` come from a rule, the others from the facts themselves.
 * `lead-decides` is all that anybody but a lead is told of what the lead decides.
 */
export type DecideReason =
  | AskReason
  | 'lead-decides'
  | 'coverage-not-confirmed'
  | 'district-not-known'
  | 'nobody-eligible'
  | 'no-capacity'
  | 'police-or-social-care-first'
  | 'nothing-wanted';

/** Why a rule keeps a service out. */
export const RULE_REJECTIONS = [
  'time-since',
  'not-reported',
  'age',
  'supported-elsewhere',
  'contract-ends',
  'lead-decides',
] as const;
export type RuleRejection = (typeof RULE_REJECTIONS)[number];

/**
 * Why the facts keep a service out, in the order in which they are asked. `not-suitable` is all that is ever kept of a
 * wall or a conflict, where leads alone read it (`veiled`): it must not tell whom else a service supports.
 */
export const HARD_REJECTIONS = [
  'retired',
  'closed-today',
  'too-young',
  'too-old',
  'gender',
  'out-of-area',
  'language',
  'access',
  'not-suitable',
  'tried-already',
  'list-closed',
  'police-or-social-care-first',
] as const;
export type HardRejection = (typeof HARD_REJECTIONS)[number];

export type RejectionCode = HardRejection | 'rule' | 'not-among-chosen';

/** What speaks for a candidate, or must be known of it. */
export const CANDIDATE_NOTES = [
  'covers-district',
  'coverage-not-confirmed',
  'district-not-known',
  'age-fits',
  'age-not-certain',
  'gender-not-known',
  'preferred',
  'wanted-worker',
  'worker-not-promised',
  'women-only-space',
  'no-women-only-space',
  'own-language',
  'interpreter',
  'access-met',
  'list-open',
  'waiting-list',
  'room',
  'waiting',
  'capacity-not-known',
  'in-district',
] as const;
export type CandidateNote = (typeof CANDIDATE_NOTES)[number];

/** What a rule may put before whoever routes. */
export const RULE_PROMPTS = [
  'ask-when-it-happened',
  'tell-childrens-social-care',
  'open-domestic-abuse-tasks',
  'offer-remote-support',
  'ask-whether-reported',
  'say-what-a-sarc-does',
  'offer-urgent-health-care',
] as const;
export type RulePrompt = (typeof RULE_PROMPTS)[number];

export const HEALTH_CARE = ['emergency-pill', 'emergency-coil', 'hiv-prevention'] as const;
export type HealthCare = (typeof HEALTH_CARE)[number];

/** Why somebody chose another service than the first. */
export const OVERRIDE_REASONS = [
  'persons-choice',
  'known-worker',
  'nearer-or-easier',
  'shorter-wait',
  'confirmed-by-service',
  'safety',
  'table-is-wrong',
] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];
