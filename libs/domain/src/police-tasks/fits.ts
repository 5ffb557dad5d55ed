import type { TaskAnswer, TaskKind } from './codes';

const ANSWERS_OF: Readonly<Record<TaskKind, readonly TaskAnswer[]>> = {
  'find-safe-route': ['route-given', 'no-contact-wanted'],
  'wrong-number': ['route-given', 'no-contact-wanted'],
  'add-crime-number': ['crime-number-given'],
  'ask-agreement': ['agreed', 'no-contact-wanted'],
};

/** The answers that end a task of this kind; "not yet" is never one of them. */
export function answersOf(kind: TaskKind): readonly TaskAnswer[] {
  return ANSWERS_OF[kind];
}
