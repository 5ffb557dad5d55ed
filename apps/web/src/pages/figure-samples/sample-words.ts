import {
  isSampledMeasure,
  measureOf,
  SAMPLED_MEASURE_IDS,
  sampledPartsOf,
  type SampledFigure,
} from '#libs/domain';
import type { PolicyVersionLine } from '#libs/persistence';
import { limbWordsOf } from '../promise/promise-words';
import { TABLE_NAMES } from '../live-figures/live-figures.copy';
import { valueName, type FigureNames } from '../live-figures/figure-values';
import { PART_NAMES } from './figure-samples.copy';

interface Around {
  readonly policies: readonly PolicyVersionLine[];
  readonly names: FigureNames;
}

/** "Not in time, 1 working day: Sampleton, The promise by district"; other measures with their name first. */
export function figureInWords(figure: SampledFigure, around: Around): string {
  const { measure, part } = figure;
  const name = measure === 'first-conversation-in-time' ? '' : `${measureName(measure)}: `;
  return `${name}${partName(measure, part)}${rowInWords(figure, around)}`;
}

/** As `figureInWords`, before anybody has said which part. */
export function measureInWords(figure: Omit<SampledFigure, 'part'>, around: Around): string {
  return `${measureName(figure.measure)}${rowInWords(figure, around)}`;
}

export function partName(measure: string, part: string): string {
  return (isSampledMeasure(measure) ? PART_NAMES[measure][part] : undefined) ?? part;
}

export function partItems(measure: string): readonly { readonly value: string; readonly text: string }[] {
  if (!isSampledMeasure(measure)) return [];
  return sampledPartsOf(measure).map((part) => ({ value: part, text: partName(measure, part) }));
}

export function measureItems(): readonly { readonly value: string; readonly text: string }[] {
  return SAMPLED_MEASURE_IDS.map((value) => ({ value, text: measureName(value) }));
}

export function measureName(measure: string): string {
  return measureOf(measure)?.name ?? measure;
}

function rowInWords(
  { limb, value, table }: Omit<SampledFigure, 'part'>,
  { policies, names }: Around,
): string {
  const limit = limb === null ? '' : `, ${limbWordsOf(limb, policies).name}`;
  if (value === null || table === 'victims-code') return limit;
  return `${limit}: ${valueName(table, value, names)}, ${TABLE_NAMES[table]}`;
}
