import type { SignedIn } from './session-data';

const MINUTE = 60_000;

/** A desk left alone, and a working day: security rules of the service. Sessions run on the machine's own clock. */
export const IDLE_LIMIT = 15 * MINUTE;
export const ABSOLUTE_LIMIT = 8 * 60 * MINUTE;
/** Saving the session on every page would be a write for every read. */
const REFRESH_AFTER = MINUTE / 2;

export type SessionStanding = 'ended' | 'refresh' | 'live';

export function sessionStanding({ signedInAt, seenAt }: SignedIn, now: number): SessionStanding {
  if (now - signedInAt >= ABSOLUTE_LIMIT || now - seenAt >= IDLE_LIMIT) return 'ended';
  return now - seenAt >= REFRESH_AFTER ? 'refresh' : 'live';
}
