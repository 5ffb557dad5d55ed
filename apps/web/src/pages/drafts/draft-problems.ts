import { Problem } from '../../errors/problem';
import { DRAFT_GONE, DRAFT_UNREADABLE } from './step.copy';

/** Somebody else's draft, one that ended and one that never was: one answer for all three (P7). */
export function draftGone(): Problem {
  return new Problem('not-found', { detail: DRAFT_GONE });
}

export function draftUnreadable(): Problem {
  return new Problem('unavailable', { detail: DRAFT_UNREADABLE });
}
