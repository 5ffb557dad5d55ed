import type { Machine } from '../machine';

export type TaskState = 'open' | 'answered' | 'withdrawn';
export type TaskEvent = 'remind' | 'fall-due' | 'not-found-yet' | 'answer' | 'withdraw';

/** A question to a police team. Passing its due time does not end it: it stays open, and overdue, until answered. */
export const policeTaskMachine: Machine<TaskState, TaskEvent> = {
  name: 'police task',
  initial: 'open',
  terminal: ['answered', 'withdrawn'],
  transitions: {
    open: {
      remind: 'open',
      'fall-due': 'open',
      'not-found-yet': 'open',
      answer: 'answered',
      withdraw: 'withdrawn',
    },
    answered: {},
    withdrawn: {},
  },
};
