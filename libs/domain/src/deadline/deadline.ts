import type { AgencyId, CaseId, DeadlineId, ReferralId } from '../ids';
import type { Instant } from '../time';
import type { DeadlineState } from './deadline-machine';
import type { Stage } from './escalation';

/** One limb of a promise for one case: where it stands, and when its timer must next wake. */
export interface Deadline {
  readonly id: DeadlineId;
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly handlingAgencyId: AgencyId;
  readonly promise: 'first-contact';
  readonly limb: string;
  readonly binding: boolean;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly state: DeadlineState;
  readonly dueAt: Instant;
  /** When this due instant was put in force. */
  readonly setAt: Instant;
  readonly adjustedDueAt: Instant | null;
  readonly metAt: Instant | null;
  /** Of the ledger: which appended version of the due instant is in force. */
  readonly version: number;
  /** Of the row: a queued wake-up with an older revision is stale. */
  readonly revision: number;
  readonly warnedThrough: number;
  readonly repeatNo: number;
  readonly acknowledged: boolean;
  readonly lastFiredAt: Instant | null;
  readonly nextFireAt: Instant | null;
  readonly nextStage: Stage | null;
}

const UNMET: readonly DeadlineState[] = ['running', 'breached'];

/** The due instant of the earliest limb nobody has met or closed, whether or not it has passed. */
export function earliestUnmetDueAt(deadlines: readonly Deadline[]): Instant | null {
  const unmet = deadlines.filter(({ state }) => UNMET.includes(state)).map(({ dueAt }) => dueAt);
  return unmet.length === 0 ? null : (Math.min(...unmet) as Instant);
}

/**
 * The moment an act on locked deadlines counts as made: when its work began, or later, when a timer fired while the
 * act waited for its locks. Without this an act that lost the race would claim to have been before the breach.
 */
export function momentOfAct(begunAt: Instant, locked: readonly Pick<Deadline, 'lastFiredAt'>[]): Instant {
  return locked.reduce<Instant>((latest, { lastFiredAt }) => {
    return lastFiredAt !== null && lastFiredAt > latest ? lastFiredAt : latest;
  }, begunAt);
}
