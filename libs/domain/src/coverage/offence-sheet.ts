import { offenceFault, type OffenceFault, type OffenceFaultKind } from './offence-fault';
import { monthPlus, periodText, readPeriod, type OffencePeriod, type PeriodLength } from './offence-period';

/** One row of a sheet as it was read; rows without anything in them are left out. */
export interface SheetRow {
  /** Counted from 1 as spreadsheets do. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Whether a cell of it reaches over others. */
  readonly merged: boolean;
}

/** A district from one day (included) to another (excluded); null is from the beginning and until further notice. */
export interface DatedDistrict {
  readonly code: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface OffenceCount {
  readonly row: number;
  readonly district: string;
  /** First month of the period. */
  readonly first: string;
  readonly offences: number;
}

export type OffenceSheet =
  | { readonly kind: 'read'; readonly months: PeriodLength; readonly counts: readonly OffenceCount[] }
  | { readonly kind: 'refused'; readonly faults: readonly OffenceFault[] };

interface Around {
  readonly districts: readonly DatedDistrict[];
  /** The month that is not over yet, `YYYY-MM`. */
  readonly thisMonth: string;
}

export const OFFENCE_COLUMNS = ['period', 'district', 'offences'] as const;
export const MOST_OFFENCE_ROWS = 5_000;
const MOST_FAULTS = 100;
const MOST_OFFENCES = 1_000_000;

/**
 * Counts of recorded offences out of a sheet: a header of `period`, `district` and `offences`, and a row for each
 * district in each period. It is taken whole or not at all: every fault is named, a hundred at most.
 */
export function readOffenceSheet(rows: readonly SheetRow[], around: Around): OffenceSheet {
  const [head, ...body] = rows;
  const headed = head !== undefined && OFFENCE_COLUMNS.every((name, at) => wordOf(head.cells[at]) === name);
  if (!headed) return refused([offenceFault('no-header', head?.row ?? null, head?.cells.join(', '))]);
  if (body.length === 0) return refused([offenceFault('no-rows', null)]);
  if (body.length > MOST_OFFENCE_ROWS)
    return refused([offenceFault('too-many-rows', null, String(body.length))]);
  const merged = rows.filter((row) => row.merged);
  if (merged.length > 0)
    return refused(merged.map(({ row, cells }) => offenceFault('merged-cells', row, cells.join(', '))));
  const read = body.map((row) => readRow(row, around));
  const faults = read.flatMap((one) => (one.kind === 'faulty' ? [one.fault] : []));
  if (faults.length > 0) return refused(faults);
  const sound = read.flatMap((one) => (one.kind === 'sound' ? [one] : []));
  const months = sound[0]?.period.months ?? 1;
  const other = sound.filter(({ period }) => period.months !== months);
  if (other.length > 0)
    return refused(
      other.map(({ count, period }) =>
        offenceFault('period-of-another-length', count.row, periodText(period)),
      ),
    );
  const counts = sound.map(({ count }) => count);
  const holes = [...repeated(counts), ...gaps(counts, { months, ...around })];
  return holes.length > 0 ? refused(holes) : { kind: 'read', months, counts };
}

function refused(faults: readonly OffenceFault[]): OffenceSheet {
  return { kind: 'refused', faults: faults.slice(0, MOST_FAULTS) };
}

type RowRead =
  | { readonly kind: 'sound'; readonly period: OffencePeriod; readonly count: OffenceCount }
  | { readonly kind: 'faulty'; readonly fault: OffenceFault };

function readRow({ row, cells }: SheetRow, { districts, thisMonth }: Around): RowRead {
  const faulty = (kind: OffenceFaultKind, found = cells.join(', ')): RowRead => ({
    kind: 'faulty',
    fault: offenceFault(kind, row, found),
  });
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  const [written = '', place = '', number = ''] = cells.map((cell) => cell.trim());
  const period = readPeriod(written);
  if (period === null && filled === 1) return faulty('footnote');
  if (cells.slice(OFFENCE_COLUMNS.length).some((cell) => cell.trim() !== ''))
    return faulty('wrong-number-of-cells');
  if (period === null) return faulty('period-unreadable', written);
  if (monthPlus(period.first, period.months) > thisMonth) return faulty('period-not-over', written);
  const named = districts.filter(
    ({ code, name }) => code === place.toUpperCase() || wordOf(name) === wordOf(place),
  );
  if (named.length === 0) return faulty('district-unknown', place);
  const there = named.find((one) => isThere(one, period));
  if (there === undefined) return faulty('district-not-there-then', `${place}, ${written}`);
  const fault = numberFault(number);
  if (fault !== null) return faulty(fault, number);
  return {
    kind: 'sound',
    period,
    count: { row, district: there.code, first: period.first, offences: Number(number) },
  };
}

/** Through the whole of the period. */
function isThere({ from, to }: DatedDistrict, { first, months }: OffencePeriod): boolean {
  return (from ?? '') <= `${first}-01` && (to === null || to >= `${monthPlus(first, months)}-01`);
}

function numberFault(number: string): OffenceFaultKind | null {
  if (number === '') return 'count-missing';
  if (/^[-\u2212]\d/.test(number)) return 'count-negative';
  if (/^\d+\.\d+$/.test(number)) return 'count-not-whole';
  if (!/^\d+$/.test(number)) return 'count-not-a-number';
  return Number(number) > MOST_OFFENCES ? 'count-too-large' : null;
}

function repeated(counts: readonly OffenceCount[]): readonly OffenceFault[] {
  const seen = new Set<string>();
  return counts.flatMap(({ row, district, first }) => {
    const key = `${first} ${district}`;
    if (seen.has(key)) return [offenceFault('twice', row, `${first}, ${district}`)];
    seen.add(key);
    return [];
  });
}

/** Every period between the first and the last, and in each every district that the file has and that was there. */
function gaps(
  counts: readonly OffenceCount[],
  { months, districts }: { readonly months: PeriodLength } & Around,
): readonly OffenceFault[] {
  const firsts = [...new Set(counts.map(({ first }) => first))].toSorted();
  const wanted: string[] = [];
  const last = firsts.at(-1) ?? '';
  for (let first = firsts[0] ?? ''; first <= last && first !== ''; first = monthPlus(first, months))
    wanted.push(first);
  const missing = wanted.filter((first) => !firsts.includes(first));
  const between = firsts.filter((first) => !wanted.includes(first));
  const said = (kind: OffenceFaultKind) => (first: string) =>
    offenceFault(kind, null, periodText({ first, months }));
  if (missing.length > 0 || between.length > 0)
    return [...between.map(said('period-overlaps')), ...missing.map(said('period-missing'))];
  const codes = [...new Set(counts.map(({ district }) => district))];
  const held = new Set(counts.map(({ first, district }) => `${first} ${district}`));
  return firsts.flatMap((first) =>
    codes
      .filter((code) => !held.has(`${first} ${code}`))
      .filter((code) =>
        districts.some((district) => district.code === code && isThere(district, { first, months })),
      )
      .map((code) =>
        offenceFault(
          'district-missing',
          null,
          `${periodText({ first, months })}, ${nameOf(code, districts)}`,
        ),
      ),
  );
}

function nameOf(code: string, districts: readonly DatedDistrict[]): string {
  return districts.find((district) => district.code === code)?.name ?? code;
}

function wordOf(text = ''): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
