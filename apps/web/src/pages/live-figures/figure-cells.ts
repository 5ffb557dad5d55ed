import { liveMeasure, workingOf, type Cell, type FigureWorking, type LiveMeasure } from '#libs/domain';
import { countInWords } from '../promise/promise-words';
import { explainPath, type FigureAsked } from './figure-address';
import { LIVE } from './live-figures.copy';
import { lengthOf, lengthOfPart, workingInWords } from './figure-words';
import type { FigureCell } from './figure-view';

/** The working of a measure over these cells. */
export function workedOut(
  measure: string,
  cells: readonly Cell[],
  of: { readonly limb?: string; readonly part?: string } = {},
): FigureWorking {
  return workingOf(named(measure), cells, of);
}

function named(measure: string): LiveMeasure {
  const live = liveMeasure(measure);
  if (live === undefined) throw new Error(`${measure} is not counted live`);
  return live;
}

/** "18 of 22 (81.8%)", with a way to how it was worked out. `what` says in words what the number is of. */
export function shareCell(working: FigureWorking, asked: FigureAsked, what: string): FigureCell {
  return explained(workingInWords(working), { asked, working, what });
}

export function countCell(working: FigureWorking, asked: FigureAsked, what: string): FigureCell {
  return explained(countInWords(working.numerator), { asked, working, what });
}

/** A median or a 90th percentile. */
export function lengthCell(
  working: FigureWorking,
  which: 'median' | 'p90',
  { asked, what }: { readonly asked: FigureAsked; readonly what: string },
): FigureCell {
  const unit = named(asked.measure).unit;
  const length = working.spread?.[which] ?? null;
  const words = asked.value === undefined ? lengthOf(length, unit) : lengthOfPart(length, unit);
  return explained(words, { asked, working, what });
}

export function plainCell(text: string): FigureCell {
  return { text, explain: null };
}

function explained(
  text: string,
  of: { readonly asked: FigureAsked; readonly working: FigureWorking; readonly what: string },
): FigureCell {
  const { asked, working, what } = of;
  return { text, explain: { path: explainPath(asked), what: LIVE.explainOf(what), asked, working } };
}
