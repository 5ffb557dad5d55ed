import {
  computeDue,
  inputsOf,
  ledgerInputs,
  soundCalendarOf,
  startDeadline,
  type AgencyId,
  type CalendarVersion,
  type CaseId,
  type Deadline,
  type DeadlineId,
  type DeadlineInputs,
  type DeadlinePolicy,
  type Instant,
  type ReferralId,
} from '#libs/domain';
import type { Ids } from '../ports';

export interface StartedClock {
  readonly deadline: Deadline;
  readonly inputs: DeadlineInputs;
}

export type ClocksStarted =
  | { readonly kind: 'started'; readonly clocks: readonly StartedClock[] }
  | { readonly kind: 'refused'; readonly reason: 'calendar-ends' };

/**
 * Both limbs of the promise for a new case, each with the inputs its ledger row keeps. Refused when the calendar does
 * not reach far enough: a deadline is never guessed.
 */
export function startClocks(options: {
  ids: Ids;
  policy: DeadlinePolicy;
  calendar: CalendarVersion;
  startedAt: Instant;
  tzdata: string;
  caseId: CaseId;
  referralId: ReferralId;
  agencyId: AgencyId;
  now: Instant;
}): ClocksStarted {
  const { ids, policy, caseId, referralId, agencyId, now } = options;
  const around = { policy, onCall: soundCalendarOf(policy.escalation.onCall), now };
  const clocks: StartedClock[] = [];
  for (const inputs of inputsOf(options)) {
    const due = computeDue(inputs);
    if (due.kind === 'refused') return { kind: 'refused', reason: 'calendar-ends' };
    const id = ids.next<DeadlineId>();
    const seed = { id, caseId, referralId, handlingAgencyId: agencyId, limb: inputs.limb.id, dueAt: due.at };
    clocks.push({ deadline: startDeadline(seed, around), inputs: ledgerInputs(inputs, due.at) });
  }
  return { kind: 'started', clocks };
}
