export const PERIOD_LENGTHS = [1, 3, 12] as const;
/** A month, a quarter or a year. */
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

/** Whole months, one after another. */
export interface OffencePeriod {
  /** `YYYY-MM`. */
  readonly first: string;
  readonly months: PeriodLength;
}

const MONTH = '((?:19|20|21)\\d\\d-(?:0[1-9]|1[0-2]))';
const RANGE = new RegExp(`^${MONTH} to ${MONTH}$`);
const SINGLE = new RegExp(`^${MONTH}$`);
const QUARTER = /^((?:19|20|21)\d\d)[ -]Q([1-4])$/i;
const YEAR = /^((?:19|20|21)\d\d)$/;
const YEAR_ENDING = new RegExp(`^year ending ${MONTH}$`, 'i');

/**
 * A period as it is written in a file: a month (`2026-04`), a quarter of the calendar (`2026-Q2`), a calendar year
 * (`2025`), a year by its last month (`year ending 2026-03`), or its first and last month (`2026-04 to 2026-06`). Null is
 * anything else; `2025/26` is, because not every source begins that year in April.
 */
export function readPeriod(written: string): OffencePeriod | null {
  const text = written.trim().replaceAll(/\s+/g, ' ');
  const [, month] = SINGLE.exec(text) ?? [];
  if (month !== undefined) return { first: month, months: 1 };
  const [, yearOf, quarter] = QUARTER.exec(text) ?? [];
  if (yearOf !== undefined) return { first: monthPlus(`${yearOf}-01`, (Number(quarter) - 1) * 3), months: 3 };
  const [, year] = YEAR.exec(text) ?? [];
  if (year !== undefined) return { first: `${year}-01`, months: 12 };
  const [, ending] = YEAR_ENDING.exec(text) ?? [];
  if (ending !== undefined) return { first: monthPlus(ending, -11), months: 12 };
  const [, first, last] = RANGE.exec(text) ?? [];
  if (first === undefined || last === undefined) return null;
  const months = PERIOD_LENGTHS.find((length) => monthPlus(first, length - 1) === last);
  return months === undefined ? null : { first, months };
}

/** As `readPeriod` reads it again. */
export function periodText({ first, months }: OffencePeriod): string {
  return months === 1 ? first : `${first} to ${monthPlus(first, months - 1)}`;
}

/** So many months later (or earlier). Example: 2026-11 and 3 are 2027-02. */
export function monthPlus(month: string, more: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + (number - 1) + more;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}
