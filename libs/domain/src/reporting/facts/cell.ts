/** What the rollups count. Each has its own buckets; those of one limb sum to what their measure says. */
export const ROLLUP_MEASURES = [
  /** Limbs by state: met, missed, open, cancelled. They sum to the referrals. */
  'promise',
  /** Met limbs by what they rest on: on-time, late-entry-confirmed, corrected-start. Missed ones: late, not-done. */
  'promise-basis',
  /** Cancelled limbs: redirected, died, duplicate, other. */
  'promise-cancelled',
  /** Missed limbs that were in time by the adjusted instant: in-adjusted-time. */
  'promise-adjusted',
  /** Missed limbs by reason: `MISS_REASONS`. */
  'promise-reason',
  /** Limbs by first attempt: in-time, late, none, not-yet. Cancelled limbs are left out. */
  'first-attempt',
  /** County only, limbs by the rules they run under: `binding`, `policy <id> v<n>`, `calendar <id> v<n>`. */
  'promise-rules',
  /** Referrals, no limb: referred. */
  'referrals',
  /** Referrals by the highest rung reached, 0 to 7. */
  'rung',
  /** Referrals by attempts until first safely reached: 1, 2, 3, 4, 5+, not-reached. */
  'attempts-to-reach',
  /** County only, referrals by where reaching the person stands: `ReachStanding`. */
  'reach-standing',
  /** Referrals: engaged, reached-not-engaged, not-reached. */
  'engagement',
  /** Minutes from report to submission, police referrals. */
  'handover-minutes',
  /** County only: minutes from submission to first attempt, police referrals. */
  'response-minutes',
  /** Minutes from start to first attempt. */
  'attempt-minutes',
  /** Minutes from start to first conversation. */
  'conversation-minutes',
  /** Requests for a service: waiting, begun, declined, ended-before-it-began. `value` of dimension service or provider. */
  'wait',
  /** Days from sending a request to the first session. */
  'wait-days',
  /** Investigations: recorded, charged, ended-without-charge, outcome-at-court. */
  'justice',
  'charge-days',
  'outcome-days',
  /** Kinds of support that were asked for, by where they stand: `NEED_STATES`. Counted under the kind of support. */
  'need',
  /** What people said to one question at first and at last: `OUTCOME_STATES`. Counted under the question alone. */
  'outcome',
  /** Under the service that was asked, by month: `waits-came`, `waits-left`, `adviser-came`, `adviser-left`. */
  'caseload',
  /** Investigations by whether they ended and whether the person had asked to stop: `STAYING_STATES`. */
  'staying',
  /** Complaints of the whole area by whether they were answered in time: `COMPLAINT_STATES`. */
  'complaint',
] as const;
export type RollupMeasure = (typeof ROLLUP_MEASURES)[number];

/** What is read or worked out when it is asked for, and kept in no rollup. */
export type ReplayMeasure =
  /** Limbs by state under a pattern: met, missed, open, cancelled. */
  | 'staffing-promise'
  /** Limbs by first attempt under a pattern: in-time, late, none, not-yet, cancelled. */
  | 'staffing-attempt'
  /** Decided limbs that a pattern does not move: outside-the-hours, not-known. */
  | 'staffing-left'
  /** Hundredths of full-time posts that a service has stated. */
  | 'posts';
export type FigureMeasure = RollupMeasure | ReplayMeasure;

/**
 * How a count is cut. All but `source` count police referrals alone. No age, gender or ethnicity: those are counted for
 * the county alone, and elsewhere.
 */
export const ROLLUP_DIMENSIONS = [
  'county',
  'district',
  'centre',
  'offence-group',
  'source',
  'weekday',
  'hour-band',
  /** Day of the week and part of the day together, of the state of limbs alone. */
  'start',
  'service',
  'provider',
  'question',
  'listed-service',
  /** Whether an adviser supported the person: `ADVISER_SUPPORT`. */
  'adviser',
] as const;
export type RollupDimension = (typeof ROLLUP_DIMENSIONS)[number];

/** Everything by which a figure may be cut. `staffing`: the pattern of a replay. */
export const FIGURE_DIMENSIONS = [...ROLLUP_DIMENSIONS, 'staffing'] as const;
export type FigureDimension = (typeof FIGURE_DIMENSIONS)[number];

/** One number of a rollup: how many facts are in one bucket of one measure, for one value of one dimension and month. */
export interface CellKey {
  readonly measure: FigureMeasure;
  readonly dimension: FigureDimension;
  /** A code of the dimension; `all` for the county. */
  readonly value: string;
  /** First day of a month. */
  readonly monthOn: string;
  /** Of measures of the promise; empty for the others. */
  readonly limb: string;
  /** A code, or whole minutes or days of a spread, as text. */
  readonly bucket: string;
}

export interface Cell extends CellKey {
  readonly count: number;
}

/** Counts of cells that can be added to and taken from. What comes to nothing is not there. */
export class CellTally {
  private readonly counts = new Map<string, { readonly key: CellKey; count: number }>();

  add(cells: readonly CellKey[], times: 1 | -1): void {
    for (const key of cells) this.addCount(key, times);
  }

  addCount(key: CellKey, count: number): void {
    const { measure, dimension, value, monthOn, limb, bucket } = key;
    const name = `${measure}\n${dimension}\n${value}\n${monthOn}\n${limb}\n${bucket}`;
    const held = this.counts.get(name);
    if (held) held.count += count;
    else this.counts.set(name, { key, count });
  }

  /** Every cell whose count is not 0. */
  cells(): readonly Cell[] {
    return [...this.counts.values()]
      .filter(({ count }) => count !== 0)
      .map(({ key, count }) => ({ ...key, count }));
  }
}
