import type { Cell, Instant, RollupMeasure } from '#libs/domain';
import type { DataSource } from 'typeorm';
import type { LimbFigure, PromiseFigure } from '../promise-facts';
import { figureCells, figureMonths } from '../reporting';

/** What a figure of the promise is read from. */
export const PROMISE_ROLLUPS = [
  'promise',
  'promise-basis',
  'promise-cancelled',
  'promise-adjusted',
  'promise-rules',
] as const satisfies readonly RollupMeasure[];

/** The county's month. A breach is arithmetic here: it counts from its due instant, whether or not anyone noticed. */
export async function promiseFigure(reports: DataSource, monthOn: string): Promise<PromiseFigure> {
  const { asAt, months } = await promiseFigures(reports, { from: monthOn, to: monthOn });
  return { monthOn, asAt, limbs: months[0]?.limbs ?? [] };
}

/** Months, both included, that have anything to count, newest first, all as at one instant. */
export async function promiseFigures(
  reports: DataSource,
  { from, to }: { from: string; to: string },
): Promise<{ readonly asAt: Instant; readonly months: readonly Omit<PromiseFigure, 'asAt'>[] }> {
  const { asAt, cells } = await figureCells(reports, {
    measures: PROMISE_ROLLUPS,
    dimension: 'county',
    from,
    to,
  });
  const months = [...new Set(cells.map(({ monthOn }) => monthOn))].toSorted().toReversed();
  return {
    asAt,
    months: months.map((monthOn) => ({
      monthOn,
      limbs: limbFigures(cells.filter((cell) => cell.monthOn === monthOn)),
    })),
  };
}

/** One figure for each limb of the cells of a month: the binding one first. */
export function limbFigures(cells: readonly Cell[]): readonly LimbFigure[] {
  const limbs = [...new Set(cells.map(({ limb }) => limb))];
  return limbs
    .map((limb) =>
      limbFigure(
        limb,
        cells.filter((cell) => cell.limb === limb),
      ),
    )
    .toSorted((one, other) => Number(other.binding) - Number(one.binding) || byText(one.limb, other.limb));
}

function limbFigure(limb: string, cells: readonly Cell[]): LimbFigure {
  const count = (measure: RollupMeasure, bucket?: string) =>
    cells
      .filter((cell) => cell.measure === measure && (bucket === undefined || cell.bucket === bucket))
      .reduce((sum, cell) => sum + cell.count, 0);
  const rules = (kind: string) => [
    ...new Set(
      cells
        .filter(({ measure, bucket }) => measure === 'promise-rules' && bucket.startsWith(`${kind} `))
        .map(({ bucket }) => bucket.slice(kind.length + 1)),
    ),
  ];
  return {
    limb,
    binding: count('promise-rules', 'binding') > 0,
    referrals: count('promise'),
    stillOpen: count('promise', 'open'),
    cancelled: count('promise', 'cancelled'),
    cancelledByRedirect: count('promise-cancelled', 'redirected'),
    cancelledByDeath: count('promise-cancelled', 'died'),
    cancelledAsDuplicate: count('promise-cancelled', 'duplicate'),
    met: count('promise', 'met'),
    missed: count('promise', 'missed'),
    metByConfirmedLateEntry: count('promise-basis', 'late-entry-confirmed'),
    metByCorrectedStart: count('promise-basis', 'corrected-start'),
    missedButInAdjustedTime: count('promise-adjusted'),
    policyVersions: rules('policy').toSorted(byText),
    calendarVersions: rules('calendar').toSorted(byText),
  };
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Months for which there is anything to count, newest first. */
export function promiseMonths(reports: DataSource): Promise<readonly string[]> {
  return figureMonths(reports);
}
