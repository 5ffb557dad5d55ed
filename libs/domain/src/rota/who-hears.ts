import type { UserId } from '../ids';
import { onCallAt, type OnCallShift } from '../on-call';
import type { Instant } from '../time';

export interface WhoHears {
  /** Who is paged first; null when nobody is on call, and the leads are. */
  readonly onCall: { readonly userId: UserId; readonly until: Instant; readonly away: boolean } | null;
  /** Whose shift begins next, whether or not somebody is on call now. */
  readonly next: { readonly userId: UserId; readonly from: Instant } | null;
  /** When on-call cover breaks off before the next shift; null when it does not, or has already. */
  readonly gapFrom: Instant | null;
  /** Who hears of an overdue promise: everybody of the role who is here, or everybody when all are away. */
  readonly leads: readonly UserId[];
  readonly managers: readonly UserId[];
}

/** Who gets alerts at this instant and who is next. Shifts may come in any order; `isAway` says who is on leave now. */
export function whoHears(options: {
  readonly shifts: readonly OnCallShift[];
  readonly leads: readonly UserId[];
  readonly managers: readonly UserId[];
  readonly isAway: (userId: UserId) => boolean;
  readonly now: Instant;
}): WhoHears {
  const { shifts, leads, managers, isAway, now } = options;
  const current = onCallAt(shifts, now);
  const [next] = shifts.filter(({ fromAt }) => fromAt > now).toSorted((a, b) => a.fromAt - b.fromAt);
  const breaksOff = current !== null && next?.fromAt !== current.toAt;
  return {
    onCall: current && { userId: current.userId, until: current.toAt, away: isAway(current.userId) },
    next: next === undefined ? null : { userId: next.userId, from: next.fromAt },
    gapFrom: breaksOff ? current.toAt : null,
    leads: here(leads, isAway),
    managers: here(managers, isAway),
  };
}

/** Whoever is on leave is passed over, unless then nobody were left to hear. */
function here(people: readonly UserId[], isAway: (userId: UserId) => boolean): readonly UserId[] {
  const present = people.filter((userId) => !isAway(userId));
  return present.length === 0 ? people : present;
}
