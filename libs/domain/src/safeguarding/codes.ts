import type { AgeStage } from '../person/age-rules';

/** Why somebody has to see to it that a child or an adult is safe. One open task per case and kind. */
export const SAFEGUARDING_KINDS = [
  'child-under-13',
  'child-under-16',
  'child-at-risk',
  'adult-at-risk',
  'turning-18',
] as const;
export type SafeguardingKind = (typeof SAFEGUARDING_KINDS)[number];

/** The kinds that a worker raises by hand, with a reason and a day to look again. */
export const FLAG_KINDS = ['child-at-risk', 'adult-at-risk'] as const satisfies readonly SafeguardingKind[];
export type FlagKind = (typeof FLAG_KINDS)[number];

/** Who is told. The local area's own addresses are in its support pages; the record needs the kind of body alone. */
export const SAFEGUARDING_BODIES = [
  'childrens-social-care',
  'adult-social-care',
  'police',
  'nhs-safeguarding',
] as const;
export type SafeguardingBody = (typeof SAFEGUARDING_BODIES)[number];

/** Why nobody needs to be told. Under 13 only the first two are answers: telling is not a matter of judgement there. */
export const NOT_NEEDED = ['told-already', 'age-was-wrong', 'no-risk-found', 'known-to-social-care'] as const;
export type NotNeeded = (typeof NOT_NEEDED)[number];

/** How the review around an 18th birthday ended. */
export const REVIEW_ENDS = ['person-said-who', 'nobody-is-told'] as const;
export type ReviewEnd = (typeof REVIEW_ENDS)[number];

/** Why telling had to wait. Each must be about the safety of the child or adult, never about convenience. */
export const DELAY_REASONS = ['telling-now-endangers-them', 'body-asked-to-wait'] as const;
export type DelayReason = (typeof DELAY_REASONS)[number];

/** What the age alone asks for, once a case is open: nothing from 16 on, where it takes a cause. */
export function kindForAge(stage: AgeStage): SafeguardingKind | null {
  if (stage === 'under-13') return 'child-under-13';
  return stage === '13-15' ? 'child-under-16' : null;
}

/** A task about an 18th birthday is a review and tells nobody; every other is there to tell somebody. */
export function isReview(kind: SafeguardingKind): boolean {
  return kind === 'turning-18';
}
