/**
 * How counts of people are published (DESIGN §10): a value with an id and a version, brought by the area. What is
 * published under it names it.
 */
export interface DisclosureRule {
  readonly id: string;
  /** Year and number, `2026-1`. */
  readonly version: string;
  /** Where it was read, or that it is an assumption. */
  readonly source: string;
  /** Counts from 1 to one below are hidden; 0 is shown. */
  readonly smallestShown: number;
  /** Counts that are shown are rounded to the nearest multiple. */
  readonly step: number;
  /** No percentage on a base that is published as fewer. */
  readonly smallestPercentBase: number;
  /** No length of time, median or other figure of a group that is published as fewer. */
  readonly smallestFigureBase: number;
  /** Of a hidden count, the greatest and the least value that stay possible are at least so far apart. */
  readonly narrowestRange: number;
  /** Whether the county's totals of the contact promise are published as they are. */
  readonly promiseCountyExact: boolean;
}

/** Ours, where an area brings no other (DESIGN §10). */
export const DEFAULT_DISCLOSURE_RULE: DisclosureRule = {
  id: 'small-counts',
  version: '2026-1',
  source:
    'An assumption to confirm with the commissioner: no rule for the figures of victim services is published; usual English practice hides counts under 5, and this one hides more because districts are small',
  smallestShown: 8,
  step: 5,
  smallestPercentBase: 10,
  smallestFigureBase: 15,
  narrowestRange: 5,
  promiseCountyExact: true,
};

export type DisclosureFault =
  | 'not-named'
  | 'no-source'
  | 'shows-small-counts'
  | 'step-no-multiple'
  | 'rounds-to-nobody'
  | 'base-too-small'
  | 'range-too-narrow';

const NAME = /^[a-z][a-z0-9-]{1,39}$/;
const VERSION = /^[0-9]{4}-[0-9]{1,3}$/;

/**
 * What of a rule could not be kept; none when figures may be published under it. An area may hide more than ours does and
 * never less.
 */
export function disclosureFaults(rule: DisclosureRule): readonly DisclosureFault[] {
  const ours = DEFAULT_DISCLOSURE_RULE;
  const { smallestShown, step, smallestPercentBase, smallestFigureBase, narrowestRange } = rule;
  const found: readonly (readonly [DisclosureFault, boolean])[] = [
    ['not-named', !NAME.test(rule.id) || !VERSION.test(rule.version)],
    ['no-source', rule.source.trim() === ''],
    ['shows-small-counts', smallestShown < ours.smallestShown],
    ['step-no-multiple', step < ours.step || step % ours.step !== 0],
    ['rounds-to-nobody', smallestShown * 2 < step],
    ['base-too-small', smallestPercentBase < ours.smallestPercentBase],
    ['base-too-small', smallestFigureBase < ours.smallestFigureBase],
    ['range-too-narrow', narrowestRange < ours.narrowestRange || narrowestRange > smallestShown - 2],
  ];
  return [...new Set(found.filter(([, wrong]) => wrong).map(([fault]) => fault))];
}

/** How a rule is named beside what was published under it. */
export function ruleName({ id, version }: Pick<DisclosureRule, 'id' | 'version'>): string {
  return `${id} ${version}`;
}
