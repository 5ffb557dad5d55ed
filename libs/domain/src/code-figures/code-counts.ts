import type { DutyHolder, DutyState } from '../duties';

/**
 * What became of the entitlements that were opened. `delivered`: in time, or where the Code sets no limit; `missed`: what
 * this service itself owes and did not do; `not-known`: another body's limit passed and nobody said what it did;
 * `declined` by the person, neither met nor missed; `open`: still to come, or changed as the person asked.
 */
export const CODE_RESULTS = ['delivered', 'late', 'missed', 'not-known', 'declined', 'open'] as const;
export type CodeResult = (typeof CODE_RESULTS)[number];

/** One entitlement of one version of the Code, and who owes it. */
export interface CodeLineOf {
  readonly codeVersion: string;
  readonly entitlementId: string;
  readonly owedBy: readonly DutyHolder[];
}

/** How many were opened in a quarter and stand in one state. */
export interface CodeCount extends CodeLineOf {
  readonly state: DutyState;
  readonly count: number;
}

/** What became of one entitlement, to the last person: never to be published like this. */
export interface CountedCodeLine extends CodeLineOf {
  readonly opened: number;
  readonly results: Readonly<Record<CodeResult, number>>;
}

export interface ReleasedCodeLine extends CodeLineOf {
  /** Null is a count that might point at somebody. */
  readonly opened: number | null;
  readonly results: Readonly<Record<CodeResult, number | null>>;
}

/** Null: what turns out not to apply was never owed, and is not counted as opened. */
const RESULT_OF: Readonly<Record<DutyState, CodeResult | null>> = {
  'not-due': 'open',
  due: 'open',
  delivered: 'delivered',
  'delivered-late': 'late',
  missed: 'missed',
  'not-known': 'not-known',
  declined: 'declined',
  changed: 'open',
  'not-applicable': null,
};

/** The counts of a quarter, a line for each entitlement and whoever owes it, in the order of the catalogue's ids. */
export function countedCodeLines(counts: readonly CodeCount[]): readonly CountedCodeLine[] {
  const lines = new Map<string, { of: CodeLineOf; results: Record<CodeResult, number> }>();
  for (const { state, count, ...of } of counts) {
    const result = RESULT_OF[state];
    if (result === null) continue;
    const key = JSON.stringify([of.codeVersion, of.entitlementId, of.owedBy]);
    const line = lines.get(key) ?? { of, results: nobody() };
    line.results[result] += count;
    lines.set(key, line);
  }
  return [...lines.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { of, results }]) => ({
      ...of,
      opened: Object.values(results).reduce((sum, count) => sum + count, 0),
      results,
    }));
}

function nobody(): Record<CodeResult, number> {
  return { delivered: 0, late: 0, missed: 0, 'not-known': 0, declined: 0, open: 0 };
}
