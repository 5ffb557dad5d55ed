import { OFFENCE_COLUMNS } from '#libs/domain';
import { csvSheet } from './csv-sheet';
import { odsSheets } from './ods-sheets';
import { LONGEST_SHEET, SheetError, type Sheet, type UnreadableSheet } from './sheet';

export type OffenceFileRead =
  | { readonly kind: 'read'; readonly rows: Sheet }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableSheet };

/**
 * The table of recorded offences in a CSV or ODS file. Of the sheets of an ODS it is the one that begins with the header;
 * the first when none does, so that its rows can be named. What the rows say is for `readOffenceSheet`.
 */
export function readOffenceFile(file: Uint8Array): OffenceFileRead {
  if (file.length > LONGEST_SHEET) return { kind: 'unreadable', reason: 'too-long' };
  try {
    return { kind: 'read', rows: isZip(file) ? tableOf(odsSheets(file)) : csvSheet(textOf(file)) };
  } catch (error) {
    if (error instanceof SheetError) return { kind: 'unreadable', reason: error.reason };
    throw error;
  }
}

function tableOf(sheets: readonly Sheet[]): Sheet {
  const headed = sheets.filter(([head]) => head?.cells[0]?.trim().toLowerCase() === OFFENCE_COLUMNS[0]);
  if (headed.length > 1) throw new SheetError('two-tables');
  return headed[0] ?? sheets.find((rows) => rows.length > 0) ?? [];
}

function isZip(file: Uint8Array): boolean {
  return file[0] === 0x50 && file[1] === 0x4b;
}

function textOf(file: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw new SheetError('not-utf-8');
  }
  if (text.includes('\0')) throw new SheetError('other-format');
  return text;
}
