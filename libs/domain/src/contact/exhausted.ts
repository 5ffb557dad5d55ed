import type { Role } from '../access';
import type { WhatNext } from './attempt-policy';
import { contactMachine, type ContactState } from './contact-machine';
import { nextState } from '../machine';

/** Why a round of attempts ends. Only the first is open to everyone; the others are a lead's to weigh. */
export const EXHAUSTED_BASES = [
  'policy-used-up',
  'calls-raise-the-risk',
  'no-safe-way-left',
  'person-is-elsewhere',
] as const;
export type ExhaustedBasis = (typeof EXHAUSTED_BASES)[number];

/** What the person said about a welfare check by police, should they not be reached. */
export const WELFARE_CHECKS = ['agreed', 'not-agreed', 'not-known'] as const;
export type WelfareCheck = (typeof WELFARE_CHECKS)[number];

export type ExhaustedRefusal = 'attempts-left' | 'only-a-lead' | 'not-being-tried' | 'already-asked';

/** Whether the person is being tried, so that a lead can be asked to say that enough was tried. */
export function isBeingTried(state: ContactState): boolean {
  return state !== 'exhausted' && nextState(contactMachine, { state, event: 'use-up-attempts' }) !== null;
}

/**
 * Whether it may be proposed that enough was tried. While the policy has attempts left only a lead may, for a reason
 * of the list; somebody else signs in either case, and no timer ever does (practice §2.2).
 */
export function mayProposeExhausted({
  state,
  next,
  basis,
  role,
  waiting,
}: {
  state: ContactState;
  next: WhatNext['kind'];
  basis: ExhaustedBasis;
  role: Role;
  waiting: boolean;
}): { readonly kind: 'may' } | { readonly kind: 'refused'; readonly reason: ExhaustedRefusal } {
  if (waiting) return { kind: 'refused', reason: 'already-asked' };
  if (!isBeingTried(state)) return { kind: 'refused', reason: 'not-being-tried' };
  if (basis === 'policy-used-up')
    return next === 'policy-used-up' ? { kind: 'may' } : { kind: 'refused', reason: 'attempts-left' };
  return role === 'duty-lead' ? { kind: 'may' } : { kind: 'refused', reason: 'only-a-lead' };
}
