import { calendarOf, HOUR, isOpen, MINUTE, plus, type Instant } from '../time';
import type { SafeContactCard } from '../safe-contact';

/** A call that was promised for a time is kept from a quarter of an hour before it until half an hour after. */
const EARLY = 15 * MINUTE;
const LATE = 30 * MINUTE;

/** Nobody plans a first call further ahead; a longer wait is an exception with a reason of its own. */
const FURTHEST = 30 * 24 * HOUR;

export type CallBackEnd = 'kept' | 'late' | 'replaced' | 'case-closed' | 'stopped';
export type CallBackFlag = 'outside-safe-times' | 'after-a-deadline';
export type CallBackRefusal = 'not-ahead' | 'too-far-ahead';

export interface CallBackTime {
  readonly kind: 'planned';
  readonly at: Instant;
  /** What the caller is told about this time: it is the person's own wish, so it is allowed and marked. */
  readonly flags: readonly CallBackFlag[];
}

/** Whether a call may be promised for this time, and what is to be said about it. */
export function planCallBack({
  at,
  card,
  unmetDueInstants,
  now,
}: {
  at: Instant;
  card: Pick<SafeContactCard, 'windows'>;
  unmetDueInstants: readonly Instant[];
  now: Instant;
}): CallBackTime | { readonly kind: 'refused'; readonly reason: CallBackRefusal } {
  if (at <= now) return { kind: 'refused', reason: 'not-ahead' };
  if (at - now > FURTHEST) return { kind: 'refused', reason: 'too-far-ahead' };
  const flags: CallBackFlag[] = [];
  if (!safeAt(card, at)) flags.push('outside-safe-times');
  if (unmetDueInstants.some((dueAt) => at > dueAt)) flags.push('after-a-deadline');
  return { kind: 'planned', at, flags };
}

/**
 * What an attempt makes of a call that was promised: kept near its time, late after it; an attempt long before it
 * leaves it open (null). Example: promised for 14:00, tried at 13:50: kept.
 */
export function callBackEnd({ at, triedAt }: { at: Instant; triedAt: Instant }): CallBackEnd | null {
  if (triedAt < plus(at, -EARLY)) return null;
  return triedAt <= plus(at, LATE) ? 'kept' : 'late';
}

/** A promised call that nobody has made is missed from this instant on. */
export function missedFrom(at: Instant): Instant {
  return plus(at, LATE);
}

function safeAt({ windows }: Pick<SafeContactCard, 'windows'>, at: Instant): boolean {
  if (windows === null) return true;
  const built = calendarOf(windows);
  return built.kind === 'built' && isOpen(built.calendar, at);
}
