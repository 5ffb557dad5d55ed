import type { Cell, Instant, RollupMeasure } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { figureCells, figureMonths } from '../reporting';

/** One limb of the promise in one month, counted so that the parts sum to the whole (DESIGN §10). */
export interface LimbFigure {
  readonly limb: string;
  readonly binding: boolean;
  /** Police referrals whose report was made in the month. */
  readonly referrals: number;
  /** Not yet decided: not met, and the due instant has not passed. Left out of the denominator. */
  readonly stillOpen: number;
  /** Cancelled before they were decided. Left out of the denominator. */
  readonly cancelled: number;
  /** Of `cancelled`: another body had taken the person on before the clock was decided. */
  readonly cancelledByRedirect: number;
  /** The person died before the limb was decided. */
  readonly cancelledByDeath: number;
  /** Told of by another referral too, whose case goes on and counts. */
  readonly cancelledAsDuplicate: number;
  readonly met: number;
  readonly missed: number;
  /** Of `met`: rest on a late entry that a second person confirmed. */
  readonly metByConfirmedLateEntry: number;
  /** Of `met`: rest on a corrected start. */
  readonly metByCorrectedStart: number;
  /** Of `missed`: in time by the adjusted instant, because of a listed exception. Beside the figure, never in it. */
  readonly missedButInAdjustedTime: number;
  readonly policyVersions: readonly string[];
  readonly calendarVersions: readonly string[];
}

export interface PromiseFigure {
  /** First day of the month, YYYY-MM-DD. */
  readonly monthOn: string;
  readonly asAt: Instant;
  readonly limbs: readonly LimbFigure[];
}

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
