/** Areas of need that an assessment goes through: the eight of the ministry's framework, and what this work adds. */
export const NEED_AREAS = [
  'health',
  'mind-and-feelings',
  'drugs-and-alcohol',
  'home',
  'money-and-benefits',
  'work-and-learning',
  'family-friends-children',
  'outlook-and-attitudes',
  'social-life',
  'safety',
  'justice',
  'language-and-access',
] as const;
export type NeedArea = (typeof NEED_AREAS)[number];

/** Not asked, not wanted to say and not known are three different answers, and none of them is "no need". */
export const NEED_ANSWERS = ['needs-support', 'no-need', 'not-asked', 'declined', 'unknown'] as const;
export type NeedAnswer = (typeof NEED_ANSWERS)[number];

/** What must be acted on within minutes: each opens a task and alerts whoever is on call. */
export const URGENT_RISKS = ['suicide-or-self-harm', 'danger-now', 'child-at-risk', 'medical-need'] as const;
export type UrgentRisk = (typeof URGENT_RISKS)[number];

export const RISKS = [
  ...URGENT_RISKS,
  'adult-at-risk',
  'honour-based-abuse',
  'stalking',
  'trafficking',
  'suspect-contact',
  'online-control',
  'unsafe-home',
] as const;
export type Risk = (typeof RISKS)[number];

export function isUrgentRisk(risk: Risk): risk is UrgentRisk {
  return (URGENT_RISKS as readonly Risk[]).includes(risk);
}

/** Why a risk does not stand any more. It is never taken away: that it stood stays. */
export const RISK_ENDINGS = [
  'no-longer-so',
  'made-safe',
  'another-service-holds-it',
  'was-a-mistake',
] as const;
export type RiskEnding = (typeof RISK_ENDINGS)[number];
