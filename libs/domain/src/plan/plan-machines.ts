import type { Machine } from '../machine';

export const PLAN_LEAD_STATES = [
  'offered',
  'leading',
  'returning',
  'declined',
  'withdrawn',
  'ended',
] as const;
export type PlanLeadState = (typeof PLAN_LEAD_STATES)[number];
export type PlanLeadEvent = 'accept' | 'decline' | 'withdraw' | 'ask-back' | 'keep' | 'end';

/** The lead of a case's plan with a provider's worker. It moves with `accept`, and back with `end`; with nothing else. */
export const planLeadMachine: Machine<PlanLeadState, PlanLeadEvent> = {
  name: 'plan-lead',
  initial: 'offered',
  terminal: ['declined', 'withdrawn', 'ended'],
  transitions: {
    offered: { accept: 'leading', decline: 'declined', withdraw: 'withdrawn' },
    leading: { 'ask-back': 'returning', end: 'ended' },
    returning: { keep: 'leading', end: 'ended' },
    declined: {},
    withdrawn: {},
    ended: {},
  },
};

export const PLAN_CONTACT_STATES = ['planned', 'happened', 'not-happened', 'cancelled'] as const;
export type PlanContactState = (typeof PLAN_CONTACT_STATES)[number];
export type PlanContactEvent = 'note-happened' | 'note-not-happened' | 'cancel';

/** A contact that somebody plans; its own time is when it is due to be noted. */
export const planContactMachine: Machine<PlanContactState, PlanContactEvent> = {
  name: 'plan-contact',
  initial: 'planned',
  terminal: ['happened', 'not-happened', 'cancelled'],
  transitions: {
    planned: { 'note-happened': 'happened', 'note-not-happened': 'not-happened', cancel: 'cancelled' },
    happened: {},
    'not-happened': {},
    cancelled: {},
  },
};
