import type { AgeBand } from '../referral';

/** How an episode of support ended, as far as it decides how long its record is kept. */
export const RETENTION_OUTCOMES = [
  'child',
  'died',
  'duplicate',
  'redirected',
  'spoken-with',
  'not-reached',
] as const;
export type RetentionOutcome = (typeof RETENTION_OUTCOMES)[number];

const CHILDREN: readonly AgeBand[] = ['under-13', '13-15', '16-17'];

/**
 * Which outcome decides about a record. Whoever was a child when they were referred is a child for this, whatever came
 * of it: such records are kept longest (law.md §8.2). A duplicate that nobody was spoken with on is only a duplicate.
 */
export function retentionOutcomeOf({
  ageBand,
  closeReason,
  spokenWith,
}: {
  readonly ageBand: AgeBand;
  /** The code the last case was closed under. */
  readonly closeReason: string | null;
  readonly spokenWith: boolean;
}): RetentionOutcome {
  if (CHILDREN.includes(ageBand)) return 'child';
  if (closeReason === 'died') return 'died';
  if (spokenWith) return 'spoken-with';
  if (closeReason === 'duplicate') return 'duplicate';
  return closeReason === 'redirected' ? 'redirected' : 'not-reached';
}
