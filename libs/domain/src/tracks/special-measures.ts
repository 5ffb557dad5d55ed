import type { Instant } from '../time';
import type { Milestone } from './milestone';
import { SPECIAL_MEASURES, type SpecialMeasure } from './milestone-kinds';

/** How one special measure stands. */
export interface MeasureStanding {
  readonly measure: SpecialMeasure;
  readonly standing: 'asked' | 'granted' | 'refused';
  readonly at: Instant;
}

const STANDINGS = {
  'measure-asked-for': 'asked',
  'measure-granted': 'granted',
  'measure-refused': 'refused',
} as const;

type Told = Pick<Milestone, 'kind' | 'detail' | 'happenedAt' | 'recordedAt' | 'state'>;

/** Every measure that anything is known of, with the last that became of it: a refusal can be turned later. */
export function measuresOf(milestones: readonly Told[]): readonly MeasureStanding[] {
  const told = milestones
    .filter(
      (one): one is Told & { readonly kind: keyof typeof STANDINGS } =>
        one.state === 'standing' && one.kind in STANDINGS,
    )
    .toSorted(
      (a, b) => a.happenedAt - b.happenedAt || rank(a.kind) - rank(b.kind) || a.recordedAt - b.recordedAt,
    );
  return SPECIAL_MEASURES.flatMap((measure) => {
    const last = told.findLast(({ detail }) => detail === measure);
    return last === undefined ? [] : [{ measure, standing: STANDINGS[last.kind], at: last.happenedAt }];
  });
}

/** On one day a measure is asked for before it is decided. */
function rank(kind: keyof typeof STANDINGS): number {
  return kind === 'measure-asked-for' ? 0 : 1;
}
