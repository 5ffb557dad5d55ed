/** Why a review is held: its time has come, something happened in the investigation, or somebody asked for it. */
export const CASE_REVIEW_CAUSES = ['cadence', 'milestone', 'asked-for'] as const;
export type CaseReviewCause = (typeof CASE_REVIEW_CAUSES)[number];

/** Why a review is held on another day. None of them says that it was anybody's fault. */
export const REVIEW_MOVES = [
  'person-asked',
  'person-not-ready',
  'person-not-reached',
  'worker-not-there',
  'day-was-wrong',
] as const;
export type ReviewMove = (typeof REVIEW_MOVES)[number];
