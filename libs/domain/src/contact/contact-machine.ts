import { nextState, type Machine } from '../machine';
import type { Outcome, Rung } from './ladder';

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
  | 'take-back-conversation'
  | 'close'
  | 'reopen';

/** Practice §2.2, first contact. Every state but `closed` has an owner and a next-due instant (P1). */
export const contactMachine: Machine<ContactState, ContactEvent> = {
  name: 'first contact',
  initial: 'safety-check',
  terminal: [],
  transitions: {
    'safety-check': { 'find-safe-route': 'ready', 'find-no-safe-route': 'no-safe-route', close: 'closed' },
    ready: whileTrying(),
    attempting: whileTrying(),
    'deferred-by-person': whileTrying(),
    'no-safe-route': { ...whileTrying(), 'find-safe-route': 'ready' },
    unsafe: { ...whileTrying(), 'find-safe-route': 'ready' },
    exhausted: { ...whileTrying(), 'find-safe-route': 'ready' },
    reached: {
      try: 'reached',
      speak: 'reached',
      'decline-everything': 'not-wanted',
      'take-back-conversation': 'attempting',
      close: 'closed',
    },
    'not-wanted': {
      try: 'not-wanted',
      speak: 'reached',
      'decline-everything': 'not-wanted',
      'take-back-conversation': 'attempting',
      close: 'closed',
    },
    closed: { reopen: 'safety-check' },
  },
};

/** Where nobody calls now although a number may be called: asked to wait, not safe, or used up. */
export const NOT_CALLED_IN: readonly ContactState[] = ['deferred-by-person', 'unsafe', 'exhausted'];

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

/**
 * Which event of first contact an attempt is. Words of somebody who is not known to be the person move nothing:
 * whoever answers the phone cannot choose for them.
 */
export function contactEventOf(outcome: Outcome, rung: Rung): ContactEvent {
  if (outcome === 'someone-else-answered') return 'person-answers-else';
  if (outcome === 'asked-to-call-later') return 'ask-to-wait';
  if (rung < 5) return 'try';
  return outcome === 'support-declined' ? 'decline-everything' : 'speak';
}

/**
 * Where first contact stands when a second person did not confirm a conversation: what the conversations that are
 * left say, and back to trying when there are none. Other states do not rest on a conversation and stay.
 */
export function stateWithout(
  state: ContactState,
  left: readonly { readonly outcome: Outcome; readonly rung: Rung }[],
): ContactState {
  if (state !== 'reached' && state !== 'not-wanted') return state;
  const latest = left.findLast(({ rung }) => rung >= 5);
  const event = latest ? contactEventOf(latest.outcome, latest.rung) : 'take-back-conversation';
  return nextState(contactMachine, { state, event }) ?? state;
}
