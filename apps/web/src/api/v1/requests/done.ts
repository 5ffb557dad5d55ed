import type { Once } from '#libs/casework';
import { notFound } from '../../../errors/problem';
import { refuse, type RefusalCopy, type Refused } from '../../../errors/refusal';
import { changedSince } from '../../../request-reading/entity-tag';
import { resultOf } from './result-of';

/** How every use case says that nothing was done: not there, read before it changed, or a rule said no. */
interface NotDone<Reason extends string> {
  readonly kind: 'not-found' | 'stale' | 'refused';
  readonly reason?: Reason;
}

export type ReasonsOf<Outcome> = Outcome extends { kind: 'refused'; reason: infer Reason extends string }
  ? Reason
  : never;

/** What was done. Anything else is thrown as the problem that says so, with the sentence of its reason. */
export function done<Outcome extends { readonly kind: string }>(
  once: Once<Outcome>,
  refusals: RefusalCopy<ReasonsOf<Outcome>>,
): Exclude<Outcome, NotDone<string>> {
  return doneIn(resultOf(once), refusals);
}

/** As `done`, for acts that come without a stored answer. */
export function doneIn<Outcome extends { readonly kind: string }>(
  outcome: Outcome,
  refusals: RefusalCopy<ReasonsOf<Outcome>>,
): Exclude<Outcome, NotDone<string>> {
  if (outcome.kind === 'not-found') throw notFound();
  if (isStale(outcome)) throw changedSince(outcome.revision);
  if (isRefused<ReasonsOf<Outcome>>(outcome)) return refuse(outcome, refusals);
  return outcome as Exclude<Outcome, NotDone<string>>;
}

function isStale(outcome: object & { kind: string }): outcome is { kind: 'stale'; revision: number } {
  return outcome.kind === 'stale';
}

function isRefused<Reason extends string>(outcome: object & { kind: string }): outcome is Refused<Reason> {
  return outcome.kind === 'refused';
}
