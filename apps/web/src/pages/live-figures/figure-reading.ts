import type { Cell, Instant } from '#libs/domain';
import type { LimbFigure, PolicyVersionLine } from '#libs/persistence';
import { limbWordsOf, type LimbWords } from '../promise/promise-words';
import type { FigureNames } from './figure-values';
import type { FiguresAsked } from './figure-address';

/** Everything that a table of live figures is drawn from, all counted at one instant. */
export interface FigureReading {
  readonly asked: FiguresAsked;
  readonly asAt: Instant;
  /** Cells of the table. */
  readonly cells: readonly Cell[];
  /** Limbs of the whole area, over all the months together: the binding one first. */
  readonly limbs: readonly LimbFigure[];
  readonly policies: readonly PolicyVersionLine[];
  readonly names: FigureNames;
}

export interface NamedLimb extends LimbWords {
  readonly limb: string;
  readonly binding: boolean;
}

/** The limbs of the police promise in words. */
export function limbsOf({
  limbs,
  policies,
}: Pick<FigureReading, 'limbs' | 'policies'>): readonly NamedLimb[] {
  return limbs.map(({ limb, binding }) => ({ limb, binding, ...limbWordsOf(limb, policies) }));
}
