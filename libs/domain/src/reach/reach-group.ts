import { NO_ANSWERS, type EqualityAnswer } from '../equality';
import { AGE_BANDS, type AgeBand } from '../referral';

/** What people who are referred are compared by, over the whole area and a whole year alone. */
export const REACH_DIMENSIONS = ['sex', 'age-band', 'ethnic-group'] as const;
export type ReachDimension = (typeof REACH_DIMENSIONS)[number];

/** The five high-level groups of the 2021 Census. */
const ETHNIC_GROUPS = ['asian', 'black', 'mixed', 'white', 'other'] as const;

/** The groups of each, and why no group is known: never asked, declined and unknown stay apart. */
export const REACH_GROUPS = {
  sex: ['female', 'male', ...NO_ANSWERS],
  'age-band': AGE_BANDS,
  'ethnic-group': [...ETHNIC_GROUPS, ...NO_ANSWERS],
} as const satisfies Readonly<Record<ReachDimension, readonly string[]>>;
export type ReachGroup = (typeof REACH_GROUPS)[ReachDimension][number];

/** Somebody's groups. Answers stand as they are at the moment of counting: `not-asked` where nobody asked. */
export interface ReachAnswers {
  readonly sex: EqualityAnswer;
  readonly ethnicGroup: EqualityAnswer;
  readonly ageBand: AgeBand;
}

/**
 * In which group of each dimension somebody is counted.
 *
 * Example: `mixed-white-and-asian` is counted as `mixed`, `white-roma` as `white`, `arab` as `other`.
 */
export function reachGroupsOf({ sex, ethnicGroup, ageBand }: ReachAnswers) {
  const group = (dimension: ReachDimension, wanted: string): ReachGroup => {
    const known: readonly ReachGroup[] = REACH_GROUPS[dimension];
    const found = known.find((one) => one === wanted);
    if (found === undefined) throw new RangeError(`no group of ${dimension} is called ${wanted}`);
    return found;
  };
  return {
    sex: group('sex', sex),
    'age-band': group('age-band', ageBand),
    'ethnic-group': group('ethnic-group', highLevel(ethnicGroup)),
  } satisfies Readonly<Record<ReachDimension, ReachGroup>>;
}

function highLevel(answer: EqualityAnswer): string {
  if ((NO_ANSWERS as readonly string[]).includes(answer)) return answer;
  return ETHNIC_GROUPS.find((group) => answer.startsWith(`${group}-`)) ?? 'other';
}
