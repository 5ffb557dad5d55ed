import { workingOf, type FigureWorking, type LiveMeasure } from '#libs/domain';
import type { FigureAsked } from '../figure-address';
import { limbsOf, type FigureReading, type NamedLimb } from '../figure-reading';
import { valueName } from '../figure-values';
import { cellsOfFigure } from './figure-cells-of';
import { partName } from './part-names';

/** How one figure was worked out, for its page and for programs. */
export interface ExplainedFigure {
  readonly working: FigureWorking;
  /** Null of a measure without limbs. */
  readonly limb: NamedLimb | null;
  /** What the row and the part are called; null where there is none. */
  readonly value: string | null;
  readonly part: string | null;
  /** The same figure under each other limb. */
  readonly others: readonly { readonly limb: NamedLimb; readonly working: FigureWorking }[];
  readonly policyVersions: readonly string[];
  readonly calendarVersions: readonly string[];
}

/** Undefined when the table has no such row, or no such limb. */
export function explainedFigure(
  reading: FigureReading,
  { figure, live }: { readonly figure: FigureAsked; readonly live: LiveMeasure },
): ExplainedFigure | undefined {
  const limbs = live.limbs ? limbsOf(reading) : [];
  const limb = limbs.find((one) => one.limb === figure.limb) ?? null;
  if (live.limbs && limb === null) return undefined;
  const cells = cellsOfFigure(reading.cells, figure, live);
  if (figure.value !== undefined && cells.length === 0) return undefined;
  const rules = reading.limbs.filter(({ limb: one }) => !live.limbs || one === figure.limb);
  return {
    working: workingOf(live, cells, figure),
    limb,
    value: figure.value === undefined ? null : valueName(figure.table, figure.value, reading.names),
    part: figure.part === undefined ? null : partName(live.measure.id, figure.part),
    others: limbs
      .filter((other) => other !== limb)
      .map((other) => ({ limb: other, working: workingOf(live, cells, { ...figure, limb: other.limb }) })),
    policyVersions: [...new Set(rules.flatMap(({ policyVersions }) => policyVersions))],
    calendarVersions: [...new Set(rules.flatMap(({ calendarVersions }) => calendarVersions))],
  };
}
