import type { Machine } from '../machine';
import type { Outcome } from './ladder';

export type ContactState =
  | 'safety-check'
  | 'ready'
  | 'attempting'
  | 'deferred-by-person'
  | 'no-safe-route'
  | 'unsafe'
  | 'exhausted'
  | 'reached'
  | 'not-wanted'
  | 'closed';

export type ContactEvent =
  | 'find-safe-route'
  | 'find-no-safe-route'
  | 'try'
  | 'person-answers-else'
  | 'ask-to-wait'
  | 'speak'
  | 'decline-everything'
  | 'use-up-attempts'
  | 'close';

/** Practice §2.2, first contact. Every state but `closed` has an owner and a next-due instant (P1). */
export const contactMachine: Machine<ContactState, ContactEvent> = {
  name: 'first contact',
  initial: 'safety-check',
  terminal: ['closed'],
  transitions: {
    'safety-check': { 'find-safe-route': 'ready', 'find-no-safe-route': 'no-safe-route', close: 'closed' },
    ready: whileTrying(),
    attempting: whileTrying(),
    'deferred-by-person': whileTrying(),
    'no-safe-route': { ...whileTrying(), 'find-safe-route': 'ready' },
    unsafe: { ...whileTrying(), 'find-safe-route': 'ready' },
    exhausted: { ...whileTrying(), 'find-safe-route': 'ready' },
    reached: { try: 'reached', speak: 'reached', 'decline-everything': 'not-wanted', close: 'closed' },
    'not-wanted': {
      try: 'not-wanted',
      speak: 'reached',
      'decline-everything': 'not-wanted',
      close: 'closed',
    },
    closed: {},
  },
};

function whileTrying() {
  return {
    try: 'attempting',
    'person-answers-else': 'unsafe',
    'find-no-safe-route': 'no-safe-route',
    'ask-to-wait': 'deferred-by-person',
    speak: 'reached',
    'decline-everything': 'not-wanted',
    'use-up-attempts': 'exhausted',
    close: 'closed',
  } as const;
}

/** Which event of first contact an attempt's outcome is. */
export function contactEventOf(outcome: Outcome): ContactEvent {
  switch (outcome) {
    case 'someone-else-answered':
      return 'person-answers-else';
    case 'spoke':
    case 'support-accepted':
    case 'support-thinking':
    case 'first-session-held':
      return 'speak';
    case 'support-declined':
      return 'decline-everything';
    case 'no-answer':
    case 'engaged-tone':
    case 'number-not-working':
    case 'message-left-as-agreed':
    case 'reached-not-safe-to-talk':
    case 'cut-off':
      return 'try';
  }
}
