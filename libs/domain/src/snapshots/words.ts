import type { Limb } from '../deadline';
import { measureOf } from '../reporting';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026-07` is “July 2026”. */
export function monthInWords(month: string): string {
  const [year = '', number = '1'] = month.split('-');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}

/** The quarter that begins with a month: `2026-07` is “July to September 2026”. */
export function quarterInWords(month: string): string {
  const [year = '', number = '1'] = month.split('-');
  return `${MONTHS[Number(number) - 1]} to ${MONTHS[Number(number) + 1]} ${year}`;
}

export const SMALL_COUNTS_NOTE =
  'A count from 1 to 7 is hidden and stands as [c]; others are rounded to the nearest 5, and need not add up. Where a total would give a hidden count away, another count is hidden too.';

/** A measure of the catalogue and its version now, `waiting-now v1`. Throws on one that is not in it. */
export function measureNow(id: string): string {
  const measure = measureOf(id);
  if (measure === undefined) throw new Error(`no measure is called ${id}`);
  return `${measure.id} v${measure.version}`;
}

const HOUR_SECONDS = 3_600;

/** “within 24 hours”, “within one working day”. */
export function withinWords(limb: Limb): string {
  if (limb.kind === 'elapsed')
    return limb.seconds % HOUR_SECONDS === 0
      ? `within ${limb.seconds / HOUR_SECONDS} hours`
      : `within ${Math.floor(limb.seconds / 60)} minutes`;
  return `within ${limb.days === 1 ? 'one working day' : `${limb.days} working days`}`;
}
