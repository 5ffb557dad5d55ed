import type { RankedCandidate } from './candidate';
import type { RoutedCandidate } from './decision';

/**
 * Candidates in the order in which they are offered: what a rule prefers, how well the district is known, the person's
 * wishes, whether it has room, how many wait, whether it has a place in the person's own district, and then name and id,
 * so that the order never depends on the directory's. Places count only where those of every candidate are known: one
 * that nobody has written down is not a far one.
 */
export function rankCandidates(candidates: readonly RankedCandidate[]): readonly RoutedCandidate[] {
  const placed = candidates.every(({ rank }) => rank.here !== null);
  const standing = (a: RankedCandidate, b: RankedCandidate): number =>
    difference(a.rank.preferred, b.rank.preferred) ||
    a.rank.evidence - b.rank.evidence ||
    a.rank.wishes - b.rank.wishes ||
    Number(a.rank.full) - Number(b.rank.full) ||
    difference(a.rank.waiting, b.rank.waiting) ||
    (placed ? Number(b.rank.here) - Number(a.rank.here) : 0);
  const sorted = candidates.toSorted(
    (a, b) => standing(a, b) || byText(a.rank.name, b.rank.name) || byText(a.serviceId, b.serviceId),
  );
  const [first] = sorted;
  return sorted.map((one) => {
    const { serviceId, unconfirmed, reasons } = one;
    const alike = first !== undefined && one !== first && standing(first, one) === 0;
    return alike
      ? { serviceId, unconfirmed, asGoodAsFirst: true, reasons }
      : { serviceId, unconfirmed, reasons };
  });
}

/** Infinity less infinity is no number. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
