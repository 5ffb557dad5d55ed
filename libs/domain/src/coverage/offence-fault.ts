/** Why a file of recorded offences is not taken; each is said with its row and what puts it right. */
export const OFFENCE_FAULTS = [
  'no-header',
  'no-rows',
  'too-many-rows',
  'merged-cells',
  'footnote',
  'wrong-number-of-cells',
  'period-unreadable',
  'period-of-another-length',
  'period-not-over',
  'period-overlaps',
  'period-missing',
  'district-unknown',
  'district-not-there-then',
  'district-missing',
  'count-missing',
  'count-negative',
  'count-not-whole',
  'count-not-a-number',
  'count-too-large',
  'twice',
  'held-already',
] as const;
export type OffenceFaultKind = (typeof OFFENCE_FAULTS)[number];

export interface OffenceFault {
  readonly kind: OffenceFaultKind;
  /** Counted from 1 as spreadsheets do; null is of the file as a whole. */
  readonly row: number | null;
  /** What stands there, cut to 60 characters; or what is missing. */
  readonly found: string;
}

const LONGEST_QUOTE = 60;

export function offenceFault(kind: OffenceFaultKind, row: number | null, found = ''): OffenceFault {
  return { kind, row, found: found.trim().slice(0, LONGEST_QUOTE) };
}
