import type { AgencyId, CaseId, PersonId, TherapyMilestoneId, UserId } from '../ids';
import { nextState } from '../machine';
import type { Instant } from '../time';
import { noteMomentFault } from './note-moment';
import { therapyMachine, type TherapyEvent, type TherapyState } from './note-machine';

export const THERAPY_MILESTONE_KINDS = ['started', 'paused', 'resumed', 'ended', 'sessions'] as const;
export type TherapyMilestoneKind = (typeof THERAPY_MILESTONE_KINDS)[number];

/** A milestone of therapy. There is no field for words, and none may be added: content is never stored here. */
export interface TherapyMilestone {
  readonly id: TherapyMilestoneId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly agencyId: AgencyId;
  readonly recordedBy: UserId;
  readonly kind: TherapyMilestoneKind;
  /** Sessions held so far; of the kind `sessions` alone. */
  readonly sessions: number | null;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
}

export const MOST_SESSIONS = 500;

const EVENT: Readonly<Record<Exclude<TherapyMilestoneKind, 'sessions'>, TherapyEvent>> = {
  started: 'start',
  paused: 'pause',
  resumed: 'resume',
  ended: 'end',
};

type Told = Pick<TherapyMilestone, 'kind' | 'sessions' | 'happenedAt'>;

/** How far therapy has come by these milestones, in the order in which they happened. */
export function therapyStanding(milestones: readonly Told[]): {
  readonly state: TherapyState;
  readonly sessions: number;
} {
  let state: TherapyState = therapyMachine.initial;
  let sessions = 0;
  for (const { kind, sessions: counted } of milestones) {
    if (kind === 'sessions') sessions = counted ?? sessions;
    else state = nextState(therapyMachine, { state, event: EVENT[kind] }) ?? state;
  }
  return { state, sessions };
}

export type TherapyMilestoneRefusal =
  | 'in-the-future'
  | 'too-long-ago'
  | 'before-the-last'
  | 'does-not-follow'
  | 'fewer-sessions'
  | 'sessions-missing';

/** Why this milestone cannot follow those that are there; null when it can. */
export function therapyMilestoneFault(
  milestones: readonly Told[],
  { kind, sessions, happenedAt, now }: Told & { readonly now: Instant },
): TherapyMilestoneRefusal | null {
  const moment = noteMomentFault(happenedAt, now);
  if (moment !== null) return moment;
  if (milestones.some((earlier) => earlier.happenedAt > happenedAt)) return 'before-the-last';
  const standing = therapyStanding(milestones);
  if ((kind === 'sessions') !== (sessions !== null)) return 'sessions-missing';
  if (kind !== 'sessions') {
    return nextState(therapyMachine, { state: standing.state, event: EVENT[kind] }) === null
      ? 'does-not-follow'
      : null;
  }
  if (standing.state === 'not-started') return 'does-not-follow';
  return sessions !== null && sessions >= standing.sessions && sessions <= MOST_SESSIONS
    ? null
    : 'fewer-sessions';
}
