import type { SafeContactCard } from '../safe-contact';
import { calendarOf, lastOpenInstantNotAfter, type Instant } from '../time';

/** How a case stands on the board: act by `at`; `safe` is false when no safe time is left before the deadline. */
export interface ActBy {
  readonly at: Instant;
  readonly safe: boolean;
}

/**
 * The last safe instant not after the earliest limb that is still unmet (DESIGN §11). A case due at six whose safe
 * time ends at four outranks one due at five that can be called at any time. With no safe time in between
 * `openedAt` and the limb, the limb itself decides and the case is marked.
 */
export function actBy({
  earliestUnmetDueAt,
  openedAt,
  card,
}: {
  earliestUnmetDueAt: Instant;
  openedAt: Instant;
  card: Pick<SafeContactCard, 'windows'>;
}): ActBy {
  if (card.windows === null) return { at: earliestUnmetDueAt, safe: true };
  const built = calendarOf(card.windows);
  if (built.kind === 'refused') return { at: earliestUnmetDueAt, safe: false };
  const last = lastOpenInstantNotAfter(built.calendar, earliestUnmetDueAt);
  return last.kind === 'opening' && last.at >= openedAt
    ? { at: last.at, safe: true }
    : { at: earliestUnmetDueAt, safe: false };
}
