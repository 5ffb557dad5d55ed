import { HOUR, type Instant } from '../time';
import type { PlanTaskMatter } from './codes';

export type PlanTaskRefusal = 'due-not-ahead' | 'due-too-far-ahead' | 'words-missing';

const FURTHEST = 366 * 24 * HOUR;

/** Whether a task may be added to a plan: due ahead, within a year, and in words where no code says what it is. */
export function planTaskRefusal(asked: {
  readonly matter: PlanTaskMatter;
  readonly words: string | null;
  readonly dueAt: Instant;
  readonly now: Instant;
}): PlanTaskRefusal | null {
  const { matter, words, dueAt, now } = asked;
  if (dueAt <= now) return 'due-not-ahead';
  if (dueAt - now > FURTHEST) return 'due-too-far-ahead';
  return matter === 'something-else' && words === null ? 'words-missing' : null;
}
