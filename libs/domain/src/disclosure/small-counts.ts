import type { DisclosureRule } from './disclosure-rule';

/** Whether a count may point at somebody: from 1 to one below the smallest that the rule shows. */
export function isSmall(count: number, rule: DisclosureRule): boolean {
  return count > 0 && count < rule.smallestShown;
}

/**
 * A count as it may be published: null where it is small, others to the nearest step.
 *
 * Example, by the rule of DESIGN §10: 12 is 10, 13 is 15, 4 is null, 0 is 0.
 */
export function rounded(count: number, rule: DisclosureRule): number | null {
  return isSmall(count, rule) ? null : toStep(count, rule);
}

/** The nearest step, whether or not it may be published; half a step goes up. */
export function toStep(count: number, { step }: DisclosureRule): number {
  return Math.round(count / step) * step;
}

/** What a reader knows of a count that is published as this number. */
export function rangeBehind(published: number, rule: DisclosureRule): Range {
  if (published === 0) return { least: 0, most: 0 };
  const below = Math.floor(rule.step / 2);
  return {
    least: Math.max(rule.smallestShown, published - below),
    most: published + rule.step - below - 1,
  };
}

export interface Range {
  readonly least: number;
  readonly most: number;
}
