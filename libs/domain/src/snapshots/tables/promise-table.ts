import { FIRST_CONVERSATION_IN_TIME, promiseShare, promiseWorking } from '../../reporting';
import { monthsOfQuarter } from '../quarter';
import type { PromiseLimbOfQuarter, PromiseMonth, SnapshotTableBuilder } from '../quarter-facts';
import type { SnapshotCell, SnapshotColumn, SnapshotTable } from '../snapshot-table';
import { monthInWords, quarterInWords, withinWords } from '../words';

const COLUMNS: readonly SnapshotColumn[] = [
  { id: 'referrals', title: 'Referrals', unit: 'exact' },
  { id: 'decided', title: 'Decided', unit: 'exact' },
  { id: 'met', title: 'In time', unit: 'exact' },
  {
    id: 'percent',
    title: 'In time, per cent of decided',
    unit: 'percent',
    numerator: 'met',
    base: 'decided',
  },
  { id: 'missed', title: 'Not in time', unit: 'exact' },
  { id: 'still-open', title: 'Still open', unit: 'exact' },
  { id: 'cancelled', title: 'Cancelled', unit: 'exact' },
  { id: 'late-entries', title: 'In time by a confirmed late entry', unit: 'exact' },
  { id: 'corrected-starts', title: 'In time by a corrected start', unit: 'exact' },
  { id: 'adjusted', title: 'Not in time, but in adjusted time', unit: 'exact' },
];

/** The contact promise by month: a table for each limb, of the same shape, the binding one first. */
export const promiseTables: SnapshotTableBuilder = ({ quarter, promise, leftOut }) =>
  promise.limbs.map((of) => {
    const table = promiseTable(of, quarter.month);
    const left = leftOut.map(
      (title) => `Left out of this report, because somebody could be found in it: ${title}.`,
    );
    return of.binding ? { ...table, notes: [...table.notes, ...left] } : table;
  });

function promiseTable({ limb, binding, months }: PromiseLimbOfQuarter, quarter: string): SnapshotTable {
  const { id, version, formula, numerator, denominator, exclusions, neverCounted } =
    FIRST_CONVERSATION_IN_TIME;
  const counted = monthsOfQuarter({ month: quarter }).map(
    (month) => months.find((one) => one.month === month) ?? nobody(month),
  );
  return {
    id: `promise-${limb.id}`,
    title: `First conversation ${withinWords(limb)}, by month, ${quarterInWords(quarter)}`,
    measure: `${id} v${version}`,
    rowsTitle: 'Month of the report to the police',
    columns: COLUMNS,
    rows: [
      ...counted.map((month) => ({
        id: month.month,
        title: monthInWords(month.month),
        cells: cellsOf(month),
      })),
      { id: 'quarter', title: 'The whole quarter', cells: cellsOf(counted.reduce(sumOf)) },
    ],
    sums: [
      { of: 'columns', total: 'decided', parts: ['met', 'missed'] },
      { of: 'columns', total: 'referrals', parts: ['decided', 'still-open', 'cancelled'] },
      { of: 'rows', total: 'quarter', parts: counted.map(({ month }) => month) },
    ],
    notes: [
      binding
        ? 'This is the limit that binds: missing it is what is raised with the service.'
        : 'This limit is counted beside the one that binds.',
      `${formula} In time: ${numerator} Decided: ${denominator}`,
      ...exclusions.map(({ words }) => `Not among the decided: ${words}.`),
      ...neverCounted.map((words) => `Never counted: ${words}.`),
      'Counts of the whole area are exact. There is no percentage where fewer than 10 are decided: it stands as [u].',
    ],
  };
}

function cellsOf(month: PromiseMonth): readonly SnapshotCell[] {
  const { numerator, denominator, exclusions, referrals } = promiseWorking(month);
  const share = promiseShare(month);
  return [
    referrals,
    denominator,
    numerator,
    share.kind === 'share' ? share.percent : '[u]',
    month.missed,
    exclusions['still-open'],
    exclusions.cancelled,
    month.metByConfirmedLateEntry,
    month.metByCorrectedStart,
    month.missedButInAdjustedTime,
  ];
}

function sumOf(one: PromiseMonth, other: PromiseMonth): PromiseMonth {
  return {
    month: one.month,
    referrals: one.referrals + other.referrals,
    met: one.met + other.met,
    missed: one.missed + other.missed,
    stillOpen: one.stillOpen + other.stillOpen,
    cancelled: one.cancelled + other.cancelled,
    metByConfirmedLateEntry: one.metByConfirmedLateEntry + other.metByConfirmedLateEntry,
    metByCorrectedStart: one.metByCorrectedStart + other.metByCorrectedStart,
    missedButInAdjustedTime: one.missedButInAdjustedTime + other.missedButInAdjustedTime,
  };
}

function nobody(month: string): PromiseMonth {
  const none = { referrals: 0, met: 0, missed: 0, stillOpen: 0, cancelled: 0 };
  return {
    month,
    ...none,
    metByConfirmedLateEntry: 0,
    metByCorrectedStart: 0,
    missedButInAdjustedTime: 0,
  };
}
