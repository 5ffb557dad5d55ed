import type { Brand } from '../brand';
import type { TrackId } from '../ids';
import type { Instant } from '../time';
import type { Entered } from './track';

export type OfficerTermId = Brand<string, 'OfficerTermId'>;

/** Why another officer took over. */
export const TAKEOVER_REASONS = [
  'first-officer',
  'moved-post',
  'long-leave',
  'specialist-team',
  'person-asked',
  'left-the-force',
  'not-said',
] as const;
export type TakeoverReason = (typeof TAKEOVER_REASONS)[number];

/** Whether the person was told who their officer is now. */
export const PERSON_TOLD = ['yes', 'not-yet', 'not-known'] as const;
export type PersonTold = (typeof PERSON_TOLD)[number];

/** From when an officer is in charge, until the next one is: terms never overlap, for none has an end of its own. */
export interface OfficerTerm extends Entered {
  readonly id: OfficerTermId;
  readonly trackId: TrackId;
  /** The number that the force gives its officer, as it stands on a uniform; never a name. */
  readonly officer: string;
  readonly from: Instant;
  readonly reason: TakeoverReason;
  readonly personTold: PersonTold;
}

export type OfficerRefusal = 'in-the-future' | 'before-the-last-officer' | 'same-officer';

/** A shoulder or collar number as capitals: 1 to 10 letters and digits with a digit among them; null when it cannot be one. */
export function readOfficerNumber(typed: string): string | null {
  const text = typed.trim().toUpperCase().replaceAll(/\s+/g, '');
  return /^(?=.*\d)[A-Z0-9]{1,10}$/.test(text) ? text : null;
}

/** Who is in charge at an instant; null before the first. */
export function officerAt<Term extends Pick<OfficerTerm, 'id' | 'from' | 'recordedAt'>>(
  terms: readonly Term[],
  at: Instant,
): Term | null {
  return inOrder(terms.filter(({ from }) => from <= at)).at(-1) ?? null;
}

/** Why this officer cannot be the next from then on; null when they can. */
export function takeoverFault(
  next: Pick<OfficerTerm, 'officer' | 'from'>,
  { terms, now }: { readonly terms: readonly OfficerTerm[]; readonly now: Instant },
): OfficerRefusal | null {
  if (next.from > now) return 'in-the-future';
  const last = inOrder(terms).at(-1);
  if (last === undefined) return null;
  if (next.from < last.from) return 'before-the-last-officer';
  return last.officer === next.officer ? 'same-officer' : null;
}

function inOrder<Term extends Pick<OfficerTerm, 'id' | 'from' | 'recordedAt'>>(terms: readonly Term[]) {
  return terms.toSorted((a, b) => a.from - b.from || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
}
