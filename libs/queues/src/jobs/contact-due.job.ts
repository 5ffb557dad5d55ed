import { instant, isoOf, type DeadlineId } from '#libs/domain';
import type { TimedWakeUp } from '../wake-ups';

export const TIMERS_QUEUE = 'timers';
export const CONTACT_DUE = 'contact-due';

/** Ids, a revision and an instant: a queue never holds anything about a person (P12). */
export interface ContactDuePayload {
  readonly deadlineId: string;
  readonly revision: number;
  readonly stage: string;
  /** In a processor the delay reads 0, so the job carries its instant. */
  readonly dueAt: string;
}

/** The same wake-up always has the same id, and a later revision another: a kept job never swallows a new one. */
export function contactDueId({ deadlineId, revision, stage }: Omit<TimedWakeUp, 'fireAt'>): string {
  return `${CONTACT_DUE}_${deadlineId}_${revision}_${stage}`;
}

export function contactDuePayload({ deadlineId, revision, stage, fireAt }: TimedWakeUp): ContactDuePayload {
  return { deadlineId, revision, stage, dueAt: isoOf(fireAt) };
}

export function wakeUpOf({ deadlineId, revision, stage, dueAt }: ContactDuePayload): TimedWakeUp {
  return { deadlineId: deadlineId as DeadlineId, revision, stage, fireAt: instant(dueAt) };
}
