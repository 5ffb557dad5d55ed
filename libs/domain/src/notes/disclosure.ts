import type { SaidHow } from '../support';
import type { Instant } from '../time';
import { noteMomentFault } from './note-moment';

/** What a person who has told something new wants to come of it. */
export const DISCLOSURE_WISHES = ['now', 'later', 'no'] as const;
export type DisclosureWish = (typeof DISCLOSURE_WISHES)[number];

/** Whom it is handed over to with their agreement; never the account, which is theirs to give. */
export const HAND_OVERS = ['police', 'safeguarding'] as const;
export type HandOverTo = (typeof HAND_OVERS)[number];

export type DisclosureRefusal =
  'in-the-future' | 'too-long-ago' | 'only-when-they-want-it' | 'agreement-first' | 'agreed-to-nothing';

/**
 * Why a disclosure cannot be kept like this; null when it can. Nothing is handed over that the person does not want
 * acted on now, and nothing without saying how they agreed (practice §7: facts, not accounts).
 */
export function disclosureFault(told: {
  readonly wish: DisclosureWish;
  readonly handOverTo: readonly HandOverTo[];
  readonly agreedHow: SaidHow | null;
  readonly happenedAt: Instant;
  readonly now: Instant;
}): DisclosureRefusal | null {
  const { wish, handOverTo, agreedHow, happenedAt, now } = told;
  const moment = noteMomentFault(happenedAt, now);
  if (moment !== null) return moment;
  if (handOverTo.length > 0 && wish !== 'now') return 'only-when-they-want-it';
  if (handOverTo.length > 0 && agreedHow === null) return 'agreement-first';
  return handOverTo.length === 0 && agreedHow !== null ? 'agreed-to-nothing' : null;
}
