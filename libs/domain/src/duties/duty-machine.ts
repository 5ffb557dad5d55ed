import type { Machine } from '../machine';

/**
 * How one entitlement of one case stands. `not-due`: what opens it has happened, and its clock waits for another body.
 * `not-known`: another body's limit has passed and nobody said what it did. `changed`: the person asked for it to be done
 * another way, so its limit holds no more. Declined counts as neither met nor missed.
 */
export const DUTY_STATES = [
  'not-due',
  'due',
  'delivered',
  'delivered-late',
  'missed',
  'not-known',
  'declined',
  'changed',
  'not-applicable',
] as const;
export type DutyState = (typeof DUTY_STATES)[number];

export type DutyChange =
  | 'start'
  | 'wait'
  | 'replan'
  | 'deliver'
  | 'deliver-late'
  | 'confirm'
  | 'miss'
  | 'lose-sight'
  | 'run-again'
  | 'take-back'
  | 'decline'
  | 'change'
  | 'end'
  | 'apply-again'
  | 'wait-again';

const OPEN_ACTS = {
  deliver: 'delivered',
  decline: 'declined',
  change: 'changed',
  end: 'not-applicable',
} as const;

export const dutyMachine: Machine<DutyState, DutyChange> = {
  name: 'duty under the Code',
  initial: 'not-due',
  terminal: ['declined'],
  transitions: {
    'not-due': { ...OPEN_ACTS, start: 'due', replan: 'not-due' },
    due: {
      ...OPEN_ACTS,
      replan: 'due',
      wait: 'not-due',
      'deliver-late': 'delivered-late',
      miss: 'missed',
      'lose-sight': 'not-known',
    },
    delivered: { 'take-back': 'due', 'wait-again': 'not-due' },
    'delivered-late': { confirm: 'delivered', 'take-back': 'due' },
    missed: {
      replan: 'missed',
      'deliver-late': 'delivered-late',
      'run-again': 'due',
      wait: 'not-due',
      decline: 'declined',
      end: 'not-applicable',
    },
    'not-known': {
      replan: 'not-known',
      deliver: 'delivered',
      'deliver-late': 'delivered-late',
      miss: 'missed',
      'run-again': 'due',
      wait: 'not-due',
      decline: 'declined',
      end: 'not-applicable',
    },
    declined: {},
    changed: { deliver: 'delivered', decline: 'declined', end: 'not-applicable' },
    'not-applicable': { 'apply-again': 'due', 'wait-again': 'not-due' },
  },
};

/** Somebody still owes it, or may. */
export const OPEN_STATES: readonly DutyState[] = ['not-due', 'due', 'changed'];
