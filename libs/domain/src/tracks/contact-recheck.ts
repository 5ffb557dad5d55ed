import type { Brand } from '../brand';
import type { AgencyId, CaseId, MilestoneId, PersonId, TrackId, UserId } from '../ids';
import { nextState } from '../machine';
import { HOUR, plus, type Instant } from '../time';
import type { MilestoneKind } from './milestone-kinds';
import { contactRecheckMachine, type RecheckEvent, type RecheckState } from './track-machines';

export type ContactRecheckId = Brand<string, 'ContactRecheckId'>;

/** Whoever is arrested or set free may hold the phone, or be back at the door: contact is asked about again within this. */
export const RECHECK_WITHIN = HOUR;

export const NOT_NEEDED_REASONS = [
  'entered-by-mistake',
  'person-asked-already',
  'no-contact-wanted',
] as const;
export type NotNeededReason = (typeof NOT_NEEDED_REASONS)[number];

/** An urgent question whether the ways to reach somebody are still safe. Until it is settled nothing is sent on them. */
export interface ContactRecheck {
  readonly id: ContactRecheckId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly trackId: TrackId;
  readonly milestoneId: MilestoneId;
  readonly cause: MilestoneKind;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly state: RecheckState;
  readonly settledBy: UserId | null;
  readonly settledAt: Instant | null;
  readonly reason: NotNeededReason | null;
  readonly revision: number;
}

export function recheckDueAt(openedAt: Instant): Instant {
  return plus(openedAt, RECHECK_WITHIN);
}

/** The answer to an open question; null when somebody has settled it already. */
export function settleRecheck(
  recheck: ContactRecheck,
  answer: {
    readonly event: RecheckEvent;
    readonly reason: NotNeededReason | null;
    readonly by: UserId;
    readonly now: Instant;
  },
): ContactRecheck | null {
  const { event, reason, by, now } = answer;
  const state = nextState(contactRecheckMachine, { state: recheck.state, event });
  if (state === null) return null;
  return {
    ...recheck,
    state,
    reason: event === 'judge-not-needed' ? reason : null,
    settledBy: by,
    settledAt: now,
  };
}
