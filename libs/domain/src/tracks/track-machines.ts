import type { Machine } from '../machine';

export const ENTRY_STATES = ['standing', 'superseded', 'withdrawn'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];
export type EntryEvent = 'supersede' | 'withdraw';

/** What was entered on a track. A correction is an entry of its own; nothing is written over. */
export const trackEntryMachine: Machine<EntryState, EntryEvent> = {
  name: 'track-entry',
  initial: 'standing',
  terminal: ['superseded', 'withdrawn'],
  transitions: {
    standing: { supersede: 'superseded', withdraw: 'withdrawn' },
    superseded: {},
    withdrawn: {},
  },
};

export const RECHECK_STATES = ['open', 'still-safe', 'changed', 'not-needed'] as const;
export type RecheckState = (typeof RECHECK_STATES)[number];
export type RecheckEvent = 'find-still-safe' | 'find-changed' | 'judge-not-needed';

/** An urgent question whether contact is still safe, opened by what happened to the suspect. */
export const contactRecheckMachine: Machine<RecheckState, RecheckEvent> = {
  name: 'contact-recheck',
  initial: 'open',
  terminal: ['still-safe', 'changed', 'not-needed'],
  transitions: {
    open: { 'find-still-safe': 'still-safe', 'find-changed': 'changed', 'judge-not-needed': 'not-needed' },
    'still-safe': {},
    changed: {},
    'not-needed': {},
  },
};

export const RECHECK_ANSWERS = [
  'find-still-safe',
  'find-changed',
  'judge-not-needed',
] as const satisfies readonly RecheckEvent[];
