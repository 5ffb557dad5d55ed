import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { plus, SECOND, type Instant } from '../time';
import type { DelayReason, NotNeeded, ReviewEnd, SafeguardingBody, SafeguardingKind } from './codes';
import type { SafeguardingState } from './safeguarding-machine';

export type SafeguardingTaskId = Brand<string, 'SafeguardingTaskId'>;

/** Codes, ids and times only: what was said, to whom by name, and their reference are sealed with each report. */
export interface SafeguardingTask {
  readonly id: SafeguardingTaskId;
  readonly kind: SafeguardingKind;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly state: SafeguardingState;
  readonly openedAt: Instant;
  /** Who raised it; null when the age alone did. */
  readonly openedBy: UserId | null;
  /** By when a worker looks again whether the risk is still there; null where the age says it. `YYYY-MM-DD`. */
  readonly lookAgainOn: string | null;
  /** When the step it is at is due: telling somebody, then hearing from them. It never moves within a step. */
  readonly dueAt: Instant;
  readonly policyVersion: number;
  readonly overdueAt: Instant | null;
  /** Until when telling waits, and why; the due time stands beside it and is missed all the same. */
  readonly waitUntilAt: Instant | null;
  readonly waitReason: DelayReason | null;
  readonly nextFireAt: Instant | null;
  readonly referredTo: SafeguardingBody | null;
  readonly referredAt: Instant | null;
  readonly outcome: NotNeeded | ReviewEnd | null;
  readonly settledBy: UserId | null;
  readonly settledAt: Instant | null;
  readonly revision: number;
}

type Seed = Pick<
  SafeguardingTask,
  | 'id'
  | 'kind'
  | 'caseId'
  | 'personId'
  | 'handlingAgencyId'
  | 'reference'
  | 'openedBy'
  | 'lookAgainOn'
  | 'dueAt'
>;

export function startSafeguarding(
  seed: Seed,
  { policyVersion, now }: { policyVersion: number; now: Instant },
): SafeguardingTask {
  return withNextFire({
    ...seed,
    policyVersion,
    state: 'open',
    openedAt: now,
    overdueAt: null,
    waitUntilAt: null,
    waitReason: null,
    nextFireAt: null,
    referredTo: null,
    referredAt: null,
    outcome: null,
    settledBy: null,
    settledAt: null,
    revision: 1,
  });
}

export function isSettled({ state }: Pick<SafeguardingTask, 'state'>): boolean {
  return state === 'acknowledged' || state === 'not-needed' || state === 'reviewed';
}

/** In time means at the due instant or before it. */
export function isLate(task: Pick<SafeguardingTask, 'state' | 'dueAt'>, now: Instant): boolean {
  return !isSettled(task) && now > task.dueAt;
}

/** The task with its next wake-up worked out anew: when it falls due, and when a wait is over. */
export function withNextFire(task: SafeguardingTask): SafeguardingTask {
  if (isSettled(task)) return { ...task, nextFireAt: null };
  const times = [
    task.overdueAt === null ? plus(task.dueAt, SECOND) : null,
    task.state === 'open' ? task.waitUntilAt : null,
  ].filter((at) => at !== null);
  return { ...task, nextFireAt: times.length === 0 ? null : (Math.min(...times) as Instant) };
}
