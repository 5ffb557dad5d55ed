import type { Brand } from '../brand';
import type { AgencyId, CaseId, ReferralId, TeamId, UserId } from '../ids';
import { HOUR, plus, SECOND, type Instant } from '../time';
import { ROUTE_KINDS, type TaskAnswer, type TaskCause, type TaskKind, type Withdrawal } from './codes';
import { LONGEST_PROMISED, TASK_CLOCKS } from './task-clock';
import type { TaskState } from './task-machine';

export type PoliceTaskId = Brand<string, 'PoliceTaskId'>;

/** One question to one police team. Codes, ids and times only. */
export interface PoliceTask {
  readonly id: PoliceTaskId;
  readonly kind: TaskKind;
  readonly cause: TaskCause;
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly reference: string;
  /** The team that sent the referral: whoever of them is on shift answers. */
  readonly referringAgencyId: AgencyId;
  readonly referringTeamId: TeamId;
  readonly handlingAgencyId: AgencyId;
  readonly state: TaskState;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly remindedAt: Instant | null;
  /** When the service noted that the due time had passed; null while it has not. */
  readonly overdueAt: Instant | null;
  /** When the team said it will try again. Moves no due time. */
  readonly askAgainAt: Instant | null;
  readonly nextFireAt: Instant | null;
  readonly outcome: TaskAnswer | Withdrawal | null;
  readonly settledBy: UserId | null;
  readonly settledAt: Instant | null;
  readonly revision: number;
}

type Fixed = Pick<
  PoliceTask,
  'id' | 'kind' | 'cause' | 'caseId' | 'referralId' | 'reference' | 'referringAgencyId' | 'referringTeamId'
> &
  Pick<PoliceTask, 'handlingAgencyId'>;

/**
 * A task as it begins. `promisedBy` is the time at which the officer said that they will ask again: it takes the place
 * of the kind's own clock, up to 24 hours.
 */
export function startTask(
  fixed: Fixed,
  { now, promisedBy = null }: { now: Instant; promisedBy?: Instant | null },
): PoliceTask {
  const { hours } = TASK_CLOCKS[fixed.kind];
  const promised = promisedBy !== null && promisedBy > now;
  const dueAt = promised ? least(promisedBy, plus(now, LONGEST_PROMISED)) : plus(now, hours * HOUR);
  return timed({
    ...fixed,
    state: 'open',
    openedAt: now,
    dueAt,
    remindedAt: null,
    overdueAt: null,
    askAgainAt: null,
    nextFireAt: null,
    outcome: null,
    settledBy: null,
    settledAt: null,
    revision: 1,
  });
}

/** In time means at the due instant or before it. */
export function isOverdue({ state, dueAt }: Pick<PoliceTask, 'state' | 'dueAt'>, now: Instant): boolean {
  return state === 'open' && now > dueAt;
}

export function asksForRoute({ kind }: Pick<PoliceTask, 'kind'>): boolean {
  return (ROUTE_KINDS as readonly TaskKind[]).includes(kind);
}

/** When a reminder falls: the kind's own lead, or half of the time there is when that is short. */
export function remindAt({
  kind,
  openedAt,
  dueAt,
}: Pick<PoliceTask, 'kind' | 'openedAt' | 'dueAt'>): Instant {
  const lead = Math.min(TASK_CLOCKS[kind].remindHoursBefore * HOUR, (dueAt - openedAt) / 2);
  return plus(dueAt, -Math.floor(lead / SECOND) * SECOND);
}

/** The task with its next wake-up worked out anew; null when nothing is left to note. */
export function timed(task: PoliceTask): PoliceTask {
  if (task.state !== 'open') return { ...task, nextFireAt: null };
  const times = [
    task.overdueAt === null ? plus(task.dueAt, SECOND) : null,
    task.overdueAt === null && task.remindedAt === null ? remindAt(task) : null,
    task.askAgainAt,
  ].filter((at) => at !== null);
  return { ...task, nextFireAt: times.length === 0 ? null : (Math.min(...times) as Instant) };
}

function least(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
