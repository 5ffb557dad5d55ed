import { parse } from 'csv-parse/sync';
import { MOST_COLUMNS, MOST_ROWS, SheetError, type Sheet } from './sheet';

/** The rows of a CSV with commas (RFC 4180). Throws `SheetError`. */
export function csvSheet(text: string): Sheet {
  const records = recordsOf(text);
  if (records.length > MOST_ROWS || records.some((cells) => cells.length > MOST_COLUMNS))
    throw new SheetError('too-large');
  return records
    .map((cells, at) => ({ row: at + 1, cells, merged: false }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function recordsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { bom: true, relax_column_count: true, to: MOST_ROWS + 1 });
  } catch {
    throw new SheetError('broken');
  }
}
