import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';
import type {
  DoneOutcome,
  NotNeededOutcome,
  PlanTaskMatter,
  SaidHow,
  SendingGround,
  SupportTaskKind,
  TaskWithdrawal,
} from './codes';
import type { CaseReviewCause } from '../reviews/codes';
import type { UrgentRisk } from '../needs/codes';
import type { SupportTaskState } from './support-task-machine';

export type SupportTaskId = Brand<string, 'SupportTaskId'>;

/** What to do for a plan, which risk cannot wait, or why a review is held. */
export type TaskMatter = PlanTaskMatter | UrgentRisk | CaseReviewCause;

/** Codes, ids and times only: words and names of other services are sealed under the task's id. */
export interface SupportTask {
  readonly id: SupportTaskId;
  readonly kind: SupportTaskKind;
  /** What it is for, as a code, where its kind leaves that open; null where the kind says it all. */
  readonly matter: TaskMatter | null;
  /** The flag or the sample it is about; the case itself for the others. */
  readonly aboutId: string;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly state: SupportTaskState;
  readonly openedBy: UserId;
  readonly openedAt: Instant;
  /** Whose it is; null when it is the team's. */
  readonly ownerUserId: UserId | null;
  /** The day on which it begins, at the desk, `YYYY-MM-DD`; null when it began as it was opened. */
  readonly plannedOn: string | null;
  /** When the step it is at is due: to begin, to act, to hear from somebody. It never moves within a step. */
  readonly dueAt: Instant;
  readonly policyVersion: number;
  /** Whether the person has asked, or agreed, to be contacted for it. Not asked is no. */
  readonly mayContact: boolean;
  readonly saidHow: SaidHow | null;
  readonly sentAt: Instant | null;
  readonly ground: SendingGround | null;
  readonly outcome: DoneOutcome | NotNeededOutcome | TaskWithdrawal | null;
  readonly settledBy: UserId | null;
  readonly settledAt: Instant | null;
  readonly revision: number;
}

type Seed = Pick<
  SupportTask,
  | 'id'
  | 'kind'
  | 'matter'
  | 'aboutId'
  | 'caseId'
  | 'personId'
  | 'handlingAgencyId'
  | 'reference'
  | 'openedBy'
  | 'ownerUserId'
  | 'plannedOn'
  | 'dueAt'
  | 'mayContact'
  | 'saidHow'
>;

/** A new task: planned when it has a day of its own, open else. */
export function startSupportTask(
  seed: Seed,
  { policyVersion, now }: { policyVersion: number; now: Instant },
): SupportTask {
  return {
    ...seed,
    policyVersion,
    state: seed.plannedOn === null ? 'open' : 'planned',
    openedAt: now,
    sentAt: null,
    ground: null,
    outcome: null,
    settledBy: null,
    settledAt: null,
    revision: 1,
  };
}

const LIVE: readonly SupportTaskState[] = ['planned', 'open', 'sent'];

/** Whether something is still to be done: planned for a day, open, or sent and not acknowledged. */
export function isLiveTask({ state }: Pick<SupportTask, 'state'>): boolean {
  return LIVE.includes(state);
}

/** In time means at the due instant or before it. What is planned is not late: it has not begun. */
export function isTaskLate(task: Pick<SupportTask, 'state' | 'dueAt'>, now: Instant): boolean {
  return isLiveTask(task) && task.state !== 'planned' && now > task.dueAt;
}

export type TaskOwner =
  | { readonly kind: 'duty-lead' }
  | { readonly kind: 'worker'; readonly userId: UserId }
  | { readonly kind: 'team' };

/**
 * Who answers for a live task at this instant: exactly one (P15). Once its time has passed it is the duty lead, until
 * then the worker it belongs to, the duty lead while that worker is away (`whoAnswers`), and the team when they have left
 * or there is none. Null once it is settled.
 */
export function answersForTask(
  task: Pick<SupportTask, 'state' | 'dueAt' | 'ownerUserId'>,
  { ownerWorksHere, ownerIsAway, now }: { ownerWorksHere: boolean; ownerIsAway: boolean; now: Instant },
): TaskOwner | null {
  if (!isLiveTask(task)) return null;
  if (isTaskLate(task, now)) return { kind: 'duty-lead' };
  if (task.ownerUserId === null || !ownerWorksHere) return { kind: 'team' };
  return ownerIsAway ? { kind: 'duty-lead' } : { kind: 'worker', userId: task.ownerUserId };
}
