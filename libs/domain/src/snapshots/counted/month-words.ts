import { monthInWords } from '../words';
import type { TableMonths } from './counted-table';

/** “July to September 2026”, “October 2025 to September 2026”. */
export function monthsInWords({ first, last }: TableMonths): string {
  if (first === last) return monthInWords(first);
  const [year] = last.split('-');
  const from = monthInWords(first);
  return first.startsWith(`${year}-`)
    ? `${from.split(' ')[0]} to ${monthInWords(last)}`
    : `${from} to ${monthInWords(last)}`;
}
