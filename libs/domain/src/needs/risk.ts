import type { Brand } from '../brand';
import { daysBetween } from '../data-protection/dates';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { event, type DomainEvent } from '../journal';
import type { Machine } from '../machine';
import { nextState } from '../machine';
import type { Instant } from '../time';
import type { Risk, RiskEnding } from './codes';

export type RiskId = Brand<string, 'RiskId'>;
export type RiskState = 'standing' | 'closed';
export type RiskEvent = 'review' | 'close';

/** A risk stands until somebody says why it does not; it is never taken away. */
export const riskMachine: Machine<RiskState, RiskEvent> = {
  name: 'risk',
  initial: 'standing',
  terminal: ['closed'],
  transitions: { standing: { review: 'standing', close: 'closed' }, closed: {} },
};

/** A risk that somebody saw: who, when, and when it is looked at again. Words are sealed under its id. */
export interface RiskFlag {
  readonly id: RiskId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  /** The service that raised it; null for the desk. */
  readonly keptBy: AgencyId | null;
  readonly risk: Risk;
  readonly state: RiskState;
  readonly raisedBy: UserId;
  readonly raisedAt: Instant;
  /** `YYYY-MM-DD`. */
  readonly reviewOn: string;
  readonly reviewedBy: UserId | null;
  readonly reviewedAt: Instant | null;
  readonly ending: RiskEnding | null;
  readonly closedBy: UserId | null;
  readonly closedAt: Instant | null;
  readonly revision: number;
}

export type RiskDayRefusal = 'review-not-ahead' | 'review-too-late';

/** Whether a risk may be looked at again on this day: later than today, and no later than the area allows. */
export function riskDayRefusal(asked: {
  readonly on: string;
  readonly today: string;
  readonly withinDays: number;
}): RiskDayRefusal | null {
  if (asked.on <= asked.today) return 'review-not-ahead';
  return daysBetween(asked.today, asked.on) > asked.withinDays ? 'review-too-late' : null;
}

export type RiskChanged =
  | { readonly kind: 'changed'; readonly flag: RiskFlag; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly reason: 'closed-already' };

interface By {
  readonly by: UserId;
  readonly now: Instant;
}

/** It was looked at, and it is still so. */
export function reviewRisk(flag: RiskFlag, { reviewOn, by, now }: By & { reviewOn: string }): RiskChanged {
  const state = nextState(riskMachine, { state: flag.state, event: 'review' });
  if (state === null) return { kind: 'refused', reason: 'closed-already' };
  const reviewed = { ...flag, state, reviewOn, reviewedBy: by, reviewedAt: now };
  return { kind: 'changed', flag: reviewed, events: [riskEvent(reviewed, 'risk.reviewed', now)] };
}

/** It does not stand any more, for a reason that is kept. */
export function closeRisk(flag: RiskFlag, { ending, by, now }: By & { ending: RiskEnding }): RiskChanged {
  const state = nextState(riskMachine, { state: flag.state, event: 'close' });
  if (state === null) return { kind: 'refused', reason: 'closed-already' };
  const closed = { ...flag, state, ending, closedBy: by, closedAt: now };
  return { kind: 'changed', flag: closed, events: [riskEvent(closed, 'risk.closed', now, ending)] };
}

/** What the journal says of a risk. */
export function riskEvent(
  { id, caseId, risk, reviewOn }: RiskFlag,
  type: string,
  happenedAt: Instant,
  reason: string | null = null,
): DomainEvent {
  const subject = { kind: 'risk', id } as const;
  return event({ subject, caseId, type, happenedAt, reason, payload: { riskId: id, risk, reviewOn } });
}
