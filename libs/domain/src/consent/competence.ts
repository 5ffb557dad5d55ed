import type { UserId } from '../ids';
import type { Instant } from '../time';

/**
 * On what footing a decision about consent stands (law.md §7): the person's own as an adult or from 16 on, a child's
 * own after an assessment (Gillick), a parent's, a decision in the best interests of somebody without capacity for it,
 * or that of somebody with a stated authority.
 */
export const COMPETENCE_BASES = [
  'adult',
  'gillick',
  'parental-responsibility',
  'capacity-best-interests',
  'authority',
] as const;
export type CompetenceBasis = (typeof COMPETENCE_BASES)[number];

/** Who judged it and when: an assessment holds for the one decision it was made for. */
export interface Competence {
  readonly basis: CompetenceBasis;
  readonly assessedBy: UserId;
  readonly assessedAt: Instant;
}
