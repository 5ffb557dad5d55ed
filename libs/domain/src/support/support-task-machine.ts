import type { Machine } from '../machine';

export type SupportTaskState =
  'planned' | 'open' | 'sent' | 'acknowledged' | 'done' | 'not-needed' | 'withdrawn';
export type SupportTaskEvent =
  'begin' | 'fall-due' | 'take' | 'send' | 'acknowledge' | 'do' | 'judge-not-needed' | 'withdraw';

/**
 * Work that a kind of support brings with it. What is planned begins on its day; what is sent rests only when whoever
 * it was sent to has said that they have it. Passing its due time ends nothing: then the duty lead answers for it.
 */
export const supportTaskMachine: Machine<SupportTaskState, SupportTaskEvent> = {
  name: 'support task',
  initial: 'planned',
  terminal: ['acknowledged', 'done', 'not-needed', 'withdrawn'],
  transitions: {
    planned: { begin: 'open', withdraw: 'withdrawn' },
    open: {
      'fall-due': 'open',
      take: 'open',
      send: 'sent',
      do: 'done',
      'judge-not-needed': 'not-needed',
      withdraw: 'withdrawn',
    },
    sent: { 'fall-due': 'sent', take: 'sent', acknowledge: 'acknowledged', withdraw: 'withdrawn' },
    acknowledged: {},
    done: {},
    'not-needed': {},
    withdrawn: {},
  },
};
