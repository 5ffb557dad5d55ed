import type { SheetRow } from '#libs/domain';

/**
 * Why a file is no spreadsheet that can be read. `too-long`: over 5 MB; `not-utf-8`: saved in another alphabet; `broken`:
 * does not keep to its format; `too-large`: holds more rows or columns than any table of ours; `other-format`: neither
 * CSV nor ODS; `two-tables`: more than one of its sheets begins with the header.
 */
export const UNREADABLE_SHEETS = [
  'too-long',
  'not-utf-8',
  'broken',
  'too-large',
  'other-format',
  'two-tables',
] as const;
export type UnreadableSheet = (typeof UNREADABLE_SHEETS)[number];

export class SheetError extends Error {
  constructor(readonly reason: UnreadableSheet) {
    super(reason);
  }
}

/** In bytes. */
export const LONGEST_SHEET = 5_000_000;
export const MOST_ROWS = 6_000;
export const MOST_COLUMNS = 60;

export type Sheet = readonly SheetRow[];
