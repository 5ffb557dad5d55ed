import { afterYear, monthPlus } from '../../coverage';
import { SUPPORT_KINDS, type SupportKind } from '../../directory';
import type { Cell, FigureSpan } from '../../reporting';
import { monthsOfQuarter, type SnapshotQuarter } from '../quarter';
import type { PromiseOfQuarter } from '../quarter-facts';
import { codeInWords } from './code-words';
import type { CountedFacts, TableMonths } from './counted-table';

const MONTHS_OF_YEAR = 12;

/** The twelve months that end with a quarter. */
export function yearOfQuarter({ month }: Pick<SnapshotQuarter, 'month'>): TableMonths {
  const after = afterYear(month);
  return { first: monthPlus(after, -MONTHS_OF_YEAR), last: monthPlus(after, -1) };
}

/**
 * What the tables of a quarter are counted from. The year begins with its first month of which anything is counted, so
 * that no table says of a time that it holds more than it does.
 */
export function countedFacts({
  quarter,
  promise,
  cells,
  names,
  supportName,
}: {
  readonly quarter: SnapshotQuarter;
  readonly promise: Pick<PromiseOfQuarter, 'limbs'>;
  /** Of the twelve months that end with the quarter, all cuts. */
  readonly cells: readonly Cell[];
  /** What districts and agencies are called, by their codes. */
  readonly names: ReadonlyMap<string, string>;
  readonly supportName: (kind: SupportKind) => string;
}): CountedFacts {
  const year = yearOfQuarter(quarter);
  const began = cells
    .filter(({ measure, dimension }) => measure === 'promise' && dimension === 'county')
    .map(({ monthOn }) => monthOn.slice(0, 7))
    .toSorted()[0];
  const ofQuarter = monthsOfQuarter(quarter);
  const months: Readonly<Record<FigureSpan, TableMonths>> = {
    quarter: { first: ofQuarter[0]!, last: ofQuarter.at(-1)! },
    'twelve-months': { ...year, first: [began ?? quarter.month, quarter.month].toSorted()[0]! },
  };
  const isKind = (code: string): code is SupportKind => SUPPORT_KINDS.some((kind) => kind === code);
  return {
    quarter,
    limbs: promise.limbs,
    months,
    cellsOf: (dimension, span) => {
      const { first, last } = months[span];
      return cells.filter((cell) => {
        const month = cell.monthOn.slice(0, 7);
        return cell.dimension === dimension && month >= first && month <= last;
      });
    },
    nameOf: (dimension, code) => {
      const known = codeInWords(dimension, code) ?? names.get(code);
      return known ?? (dimension === 'service' && isKind(code) ? supportName(code) : code);
    },
  };
}
