import { liveMeasure, type StaffActor } from '#libs/domain';
import { explainedFigure } from '../live-figures/explain/explained-figure';
import type { FigureAsked } from '../live-figures/figure-address';
import type { FiguresReader } from '../live-figures/figures-reader';

/** Whether the table of a figure has its row and its limit. */
export async function hasFigure(
  figures: FiguresReader,
  actor: StaffActor,
  figure: FigureAsked,
): Promise<boolean> {
  const live = liveMeasure(figure.measure);
  if (live === undefined) return false;
  const part = live.parts?.[0];
  const one = { ...figure, ...(part !== undefined && { part }) };
  return explainedFigure(await figures.read(actor, one), { figure: one, live }) !== undefined;
}
