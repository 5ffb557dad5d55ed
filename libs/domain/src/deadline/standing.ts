import { actBy } from '../contact';
import type { SafeContactCard } from '../safe-contact';
import { plus, SECOND, type Instant } from '../time';
import { earliestUnmetDueAt, type Deadline } from './deadline';
import type { DeadlinePolicy } from './policy';

/** Where a case stands: its place on the board and what is due next. A live case always has the second (P1). */
export interface Standing {
  readonly actByAt: Instant | null;
  readonly actBySafe: boolean;
  readonly nextDueAt: Instant;
}

/** Recomputed whenever the card, a deadline or an attempt changes (DESIGN §11). */
export function standingOf(options: {
  deadlines: readonly Deadline[];
  card: Pick<SafeContactCard, 'windows'>;
  openedAt: Instant;
  policy: Pick<DeadlinePolicy, 'nextStepSeconds'>;
  now: Instant;
}): Standing {
  const { deadlines, card, openedAt, policy, now } = options;
  const unmet = earliestUnmetDueAt(deadlines);
  if (unmet === null) {
    return { actByAt: null, actBySafe: true, nextDueAt: plus(now, policy.nextStepSeconds * SECOND) };
  }
  const { at, safe } = actBy({ earliestUnmetDueAt: unmet, openedAt, card });
  return { actByAt: at, actBySafe: safe, nextDueAt: unmet };
}
