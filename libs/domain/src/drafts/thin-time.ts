import { HOUR, type Instant } from '../time';

/** Under this much time left, a person should look at the report time once more before sending. */
export const THIN_TIME = 2 * HOUR;

export interface LimbDue {
  readonly limb: string;
  readonly binding: boolean;
  readonly dueAt: Instant;
}

/**
 * The limbs that have passed or have under two hours left, earliest first. An interruption page is for these alone:
 * shown more often it would be clicked away (ux.md §1.1).
 */
export function thinLimbs(
  limbs: readonly LimbDue[],
  now: Instant,
): readonly (LimbDue & { readonly passed: boolean })[] {
  return limbs
    .filter(({ dueAt }) => dueAt - now < THIN_TIME)
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map((limb) => ({ ...limb, passed: now > limb.dueAt }));
}
