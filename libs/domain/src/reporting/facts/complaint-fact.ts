import type { ComplaintId } from '../../complaints';
import type { Instant } from '../../time';
import type { CellKey } from './cell';

/** Where a complaint stands towards the limit for its reply. */
export const COMPLAINT_STATES = ['in-time', 'late', 'not-answered', 'open', 'withdrawn'] as const;
export type ComplaintFactState = (typeof COMPLAINT_STATES)[number];

/** A complaint as the figures see it: of no case and of nobody, so that no case tells that there was one. */
export interface ComplaintFact {
  readonly id: ComplaintId;
  /** First day of the month, in UTC, in which it was made. */
  readonly monthOn: string;
  readonly replyDueAt: Instant;
  /** The first reply; one that came after somebody said that it was not enough changes nothing. */
  readonly answeredAt: Instant | null;
  readonly withdrawn: boolean;
}

export interface ComplaintStanding {
  readonly state: ComplaintFactState;
  /** Once now is later than this the standing is another one; null when time changes nothing any more. */
  readonly turnsAt: Instant | null;
}

export type StandingComplaint = ComplaintFact & ComplaintStanding;

/**
 * Where a complaint stands. A reply is in time at its limit or before it; without one a complaint is open until the
 * limit has passed. One that was taken back before a reply is in neither part.
 */
export function complaintStanding(
  { replyDueAt, answeredAt, withdrawn }: Omit<ComplaintFact, 'id' | 'monthOn'>,
  now: Instant,
): ComplaintStanding {
  if (answeredAt !== null) return { state: answeredAt <= replyDueAt ? 'in-time' : 'late', turnsAt: null };
  if (withdrawn) return { state: 'withdrawn', turnsAt: null };
  return replyDueAt < now ? { state: 'not-answered', turnsAt: null } : { state: 'open', turnsAt: replyDueAt };
}

/** The one cell that a complaint counts in: of the whole area alone. */
export function ofComplaint({ monthOn, state }: StandingComplaint): CellKey {
  return { measure: 'complaint', dimension: 'county', value: 'all', monthOn, limb: '', bucket: state };
}
