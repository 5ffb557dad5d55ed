import type { SampledFigure } from '#libs/domain';
import type { PolicyVersionLine } from '#libs/persistence';
import { limbWordsOf } from '../promise/promise-words';
import { TABLE_NAMES } from '../live-figures/live-figures.copy';
import { valueName, type FigureNames } from '../live-figures/figure-values';
import { PART_NAMES } from './figure-samples.copy';

/** "Not in time, 1 working day: Sampleton, The promise by district". */
export function figureInWords(
  { part, limb, value, table }: SampledFigure,
  { policies, names }: { readonly policies: readonly PolicyVersionLine[]; readonly names: FigureNames },
): string {
  const row = value === null ? '' : `: ${valueName(table, value, names)}, ${TABLE_NAMES[table]}`;
  return `${PART_NAMES[part]}, ${limbWordsOf(limb, policies).name}${row}`;
}
