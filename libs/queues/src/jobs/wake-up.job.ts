import type { TimerKind } from '#libs/casework';
import { instant, isoOf, type DeadlineId, type DutyId } from '#libs/domain';
import type { TimedWakeUp } from '../wake-ups';

export const TIMERS_QUEUE = 'timers';

/** What a job is called, by the kind of its timer. */
export const JOB_NAMES: Readonly<Record<TimerKind, string>> = {
  deadline: 'contact-due',
  duty: 'duty-due',
};

interface Waking {
  readonly revision: number;
  readonly stage: string;
  /** In a processor the delay reads 0, so the job carries its instant. */
  readonly dueAt: string;
}

/** Ids, a revision and an instant: a queue never holds anything about a person (P12). */
export type WakeUpPayload =
  (Waking & { readonly deadlineId: string }) | (Waking & { readonly dutyId: string });

/** The same wake-up always has the same id, and a later revision another: a kept job never swallows a new one. */
export function jobIdOf({ kind, id, revision, stage }: Omit<TimedWakeUp, 'fireAt'>): string {
  return `${JOB_NAMES[kind]}_${id}_${revision}_${stage}`;
}

export function wakeUpPayload({ kind, id, revision, stage, fireAt }: TimedWakeUp): WakeUpPayload {
  const waking = { revision, stage, dueAt: isoOf(fireAt) };
  return kind === 'duty' ? { dutyId: id, ...waking } : { deadlineId: id, ...waking };
}

/** The wake-up that a job carries; null where the job is none. */
export function wakeUpOf(data: WakeUpPayload | Record<string, never>): TimedWakeUp | null {
  if (names(data, 'dutyId')) return timed(data, { kind: 'duty', id: data.dutyId as DutyId });
  if (names(data, 'deadlineId')) return timed(data, { kind: 'deadline', id: data.deadlineId as DeadlineId });
  return null;
}

function names<Key extends 'deadlineId' | 'dutyId'>(
  data: object,
  key: Key,
): data is Waking & Readonly<Record<Key, string>> {
  return key in data;
}

function timed({ revision, stage, dueAt }: Waking, of: Pick<TimedWakeUp, 'kind' | 'id'>): TimedWakeUp {
  return { ...of, revision, stage, fireAt: instant(dueAt) };
}
