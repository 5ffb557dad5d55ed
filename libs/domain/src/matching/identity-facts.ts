import type { AgeBand } from '../referral';

/** What is compared of two people. Everything may be unknown: null or empty. */
export interface IdentityFacts {
  /** Each name they were given: the one to ask for, and the full one. */
  readonly names: readonly string[];
  /** ISO date. */
  readonly bornOn: string | null;
  readonly ageBand: AgeBand | null;
  /** Telephone numbers in E.164, and e-mail addresses. */
  readonly routes: readonly string[];
  readonly crimeReference: string | null;
}

export const NOTHING_KNOWN: IdentityFacts = {
  names: [],
  bornOn: null,
  ageBand: null,
  routes: [],
  crimeReference: null,
};
