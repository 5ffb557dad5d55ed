import { DEFAULT_DISCLOSURE_RULE, isSmall } from '../disclosure';
import type { Role } from '../access/actor';

/** Why clocks were cancelled before they were decided, in one limb of one month. */
export interface CancelledReasons {
  readonly cancelledByRedirect: number;
  readonly cancelledByDeath: number;
  readonly cancelledAsDuplicate: number;
}

/**
 * Whether this role sees the reasons apart. A commissioner sees them only when none counts 1 to 7 in any limb of the
 * month: "one person had died" is about somebody. The limbs are of the same people and the total is exact, so leaving
 * out one reason, or one limb, would be worked out from the rest: all are shown or only their total.
 *
 * Example: 9 redirected, 1 died, no duplicate are 10 cancelled to a commissioner.
 */
export function showsReasonsApart(role: Role, limbs: readonly CancelledReasons[]): boolean {
  return (
    role !== 'commissioner' ||
    !limbs.some((limb) => countsOf(limb).some((count) => isSmall(count, DEFAULT_DISCLOSURE_RULE)))
  );
}

function countsOf({ cancelledByRedirect, cancelledByDeath, cancelledAsDuplicate }: CancelledReasons) {
  return [cancelledByRedirect, cancelledByDeath, cancelledAsDuplicate];
}
