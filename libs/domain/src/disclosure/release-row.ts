import { DEFAULT_DISCLOSURE_RULE } from './disclosure-rule';
import * as counts from './small-counts';
import type { Range } from './small-counts';

const LARGEST_SMALL_COUNT = DEFAULT_DISCLOSURE_RULE.smallestShown - 1;
const isSmall = (count: number) => counts.isSmall(count, DEFAULT_DISCLOSURE_RULE);
const toStep = (count: number) => counts.toStep(count, DEFAULT_DISCLOSURE_RULE);
const rangeBehind = (count: number) => counts.rangeBehind(count, DEFAULT_DISCLOSURE_RULE);

/** A total and its parts as they may be published; null is hidden. */
export interface ReleasedRow<Part extends string> {
  readonly total: number | null;
  readonly parts: Readonly<Record<Part, number | null>>;
}

/** Of a hidden count from 1 to 7, at least so many values must stay possible, less one (DESIGN §10). */
const WIDEST_GAP = 5;
const UNKNOWN: Range = { least: 1, most: Infinity };
const SMALL: Range = { least: 1, most: LARGEST_SMALL_COUNT };

/**
 * Counts that add up to a total, as they may be published: small ones are hidden and the rest rounded to the nearest 5.
 * Where the total and the other parts would still narrow a small one down to fewer than six values, the smallest
 * published part is hidden too, together with all that round alike, and at last the total. A reader who knows this rule
 * finds no small count either (tried on every row of up to four small parts).
 *
 * Example: 18, 18 and 1 are published as 35 in all and three hidden parts.
 */
export function releaseRow<Part extends string>(parts: Readonly<Record<Part, number>>): ReleasedRow<Part> {
  const names = Object.keys(parts) as Part[];
  const total = names.reduce((sum, name) => sum + parts[name], 0);
  const hidden = new Set<Part>(names.filter((name) => isSmall(parts[name])));
  let totalHidden = isSmall(total);
  const known = (name: Part): Range => {
    if (isSmall(parts[name])) return SMALL;
    return hidden.has(name) ? UNKNOWN : rangeBehind(toStep(parts[name]));
  };
  const foundOut = () =>
    names.some((name) => {
      if (!isSmall(parts[name])) return false;
      const others = names.filter((other) => other !== name).map(known);
      const whole = totalHidden ? UNKNOWN : rangeBehind(toStep(total));
      const least = Math.max(1, whole.least - sumOf(others, 'most'));
      const most = Math.min(LARGEST_SMALL_COUNT, whole.most - sumOf(others, 'least'));
      return most - least < WIDEST_GAP;
    });
  while (!totalHidden && foundOut()) {
    const shown = names.filter((name) => !hidden.has(name) && parts[name] > 0);
    const smallest = Math.min(...shown.map((name) => toStep(parts[name])));
    const next = shown.filter((name) => toStep(parts[name]) === smallest);
    if (next.length === 0) totalHidden = true;
    else next.forEach((name) => hidden.add(name));
  }
  const published = names.map((name) => [name, hidden.has(name) ? null : toStep(parts[name])] as const);
  return {
    total: totalHidden ? null : toStep(total),
    parts: Object.fromEntries(published) as Record<Part, number | null>,
  };
}

function sumOf(ranges: readonly Range[], end: keyof Range): number {
  return ranges.reduce((sum, range) => sum + range[end], 0);
}
