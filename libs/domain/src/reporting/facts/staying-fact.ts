import type { SupportKind } from '../../directory';
import type { Instant } from '../../time';
import type { Position } from '../../tracks';
import type { PathwayFact } from './pathway-fact';
import type { StrandPlace } from './strand-place';

/** How an investigation and its person stand. None of these is anybody's success or failure. */
export const STAYING_STATES = ['open', 'went-on', 'stopped'] as const;
export type StayingState = (typeof STAYING_STATES)[number];

export const ADVISER_SUPPORT = ['with-adviser', 'without-adviser'] as const;
export type AdviserSupport = (typeof ADVISER_SUPPORT)[number];

/** What the person said of going on with it. */
export interface SaidPosition {
  readonly id: string;
  readonly position: Position;
  readonly at: Instant;
  /** Whether it was put right or taken back since. */
  readonly ended: boolean;
}

/** One investigation: whether it ended, with an adviser or without, and whether the person had asked to stop. */
export interface StayingFact extends StrandPlace {
  readonly kind: 'staying';
  readonly value: AdviserSupport;
  readonly state: StayingState;
  readonly evidence: readonly SaidPosition[];
}

const ADVISERS: readonly SupportKind[] = ['isva', 'child-isva', 'idva'];
const STOPPED: readonly Position[] = ['does-not-support', 'withdrew'];

/**
 * Where an investigation stands, by what the person last said before it ended; an adviser counts from the first session,
 * if that was before the end. Somebody who said nothing has not asked to stop.
 *
 * Example: "withdrew" in March, ended in April is stopped; "withdrew" in May, ended in April went on.
 */
export function stayingOf(
  investigation: Pick<PathwayFact, 'endedAt'>,
  of: { readonly pathway: readonly PathwayFact[]; readonly said: readonly SaidPosition[] },
): Pick<StayingFact, 'value' | 'state'> {
  const { endedAt } = investigation;
  const inTime = (at: Instant | null) => at !== null && (endedAt === null || at <= endedAt);
  const advised = of.pathway.some(
    ({ kind, service, reachedAt }) =>
      kind === 'wait' && ADVISERS.some((adviser) => adviser === service) && inTime(reachedAt),
  );
  const value = advised ? 'with-adviser' : 'without-adviser';
  if (endedAt === null) return { value, state: 'open' };
  const last = of.said
    .filter(({ ended, at }) => !ended && inTime(at))
    .toSorted((one, other) => one.at - other.at)
    .at(-1);
  return { value, state: last !== undefined && STOPPED.includes(last.position) ? 'stopped' : 'went-on' };
}
