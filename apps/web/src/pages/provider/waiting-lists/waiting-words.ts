import { HOUR, type AgencyId, type SupportKind, type WaitingList } from '#libs/domain';
import { WAITING } from './waiting-lists.copy';

const DAY = 24 * HOUR;

export interface NamesAround {
  readonly kindName: (kind: SupportKind) => string;
  readonly agencyName: (id: AgencyId | null) => string;
}

/** What a list is called, and the kind of support and the agency that tell it from others. */
export function nameOf(
  { listed, kind }: Pick<WaitingList, 'listed' | 'kind'>,
  { kindName, agencyName }: NamesAround,
): { readonly name: string; readonly kind: string } {
  if (listed === null) return { name: WAITING.atDesk, kind: kindName(kind) };
  const { name, agencyId } = listed.service;
  return { name, kind: `${kindName(kind)}, ${agencyName(agencyId)}` };
}

/** Whole weeks of a length in milliseconds, never more than it is. */
export function wholeWeeks(length: number): number {
  return Math.floor(length / (7 * DAY));
}

/** Whole days of a list as it stands, whole weeks of what is published; never more than it is. */
export function lengthWords(length: number, published: boolean): string {
  const days = Math.floor(length / DAY);
  if (published) return days < 7 ? WAITING.lessThanWeek : WAITING.weeks(wholeWeeks(length));
  return days === 0 ? WAITING.lessThanDay : WAITING.days(days);
}
