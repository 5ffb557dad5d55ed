import { csvSheet } from './csv-sheet';
import { odsSheets } from './ods-sheets';
import { LONGEST_SHEET, SheetError, type Sheet } from './sheet';

export type Sheets = readonly Sheet[];

/** The sheets of a CSV (one) or ODS file; null where it is neither, or too long. */
export function readSheets(file: Uint8Array): Sheets | null {
  if (file.length === 0 || file.length > LONGEST_SHEET) return null;
  try {
    const isZip = file[0] === 0x50 && file[1] === 0x4b;
    return isZip ? odsSheets(file) : [csvSheet(new TextDecoder('utf-8', { fatal: true }).decode(file))];
  } catch (error) {
    if (error instanceof SheetError || error instanceof TypeError) return null;
    throw error;
  }
}
