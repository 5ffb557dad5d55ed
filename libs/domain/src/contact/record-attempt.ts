import type { AttemptId, RouteId } from '../ids';
import type { ContactDecision } from '../safe-contact';
import type { Instant } from '../time';
import type { AttemptFact, Confirmation } from './attempt';
import type { IdentityProof } from './conversation';
import { rungGiven, type Outcome } from './ladder';

export interface AttemptInput {
  readonly id: AttemptId;
  readonly routeId: RouteId | null;
  readonly outcome: Outcome;
  readonly happenedAt: Instant;
  /** How the person showed who they are; null until it is noted. */
  readonly identity: IdentityProof | null;
}

export type AttemptRefusal = 'in-the-future' | 'before-the-report' | 'case-closed';

export interface AttemptRecorded {
  readonly kind: 'recorded';
  readonly attempt: AttemptFact;
  /** Contact outside what was agreed is recorded and flagged, never refused: the gate is before the act. */
  readonly flag: Extract<ContactDecision, { kind: 'may-not' }>['reason'] | null;
  readonly route: 'keep' | 'suspend' | 'quarantine';
}

/**
 * What one attempt is worth. An act that happened by a limb's due instant and is typed in after it waits for a
 * second person (P4); recording it never fails for being late.
 */
export function recordAttempt(options: {
  attempt: AttemptInput;
  reportedAt: Instant;
  caseOpen: boolean;
  dueInstants: readonly Instant[];
  gate: ContactDecision;
  /** The card lists somebody who may answer this route: their voice makes it no less safe. */
  othersMayAnswer: boolean;
  now: Instant;
}): AttemptRecorded | { readonly kind: 'refused'; readonly reason: AttemptRefusal } {
  const { attempt, reportedAt, caseOpen, dueInstants, gate, othersMayAnswer, now } = options;
  if (!caseOpen) return { kind: 'refused', reason: 'case-closed' };
  if (attempt.happenedAt > now) return { kind: 'refused', reason: 'in-the-future' };
  if (attempt.happenedAt < reportedAt) return { kind: 'refused', reason: 'before-the-report' };
  const late = dueInstants.some((dueAt) => attempt.happenedAt <= dueAt && dueAt < now);
  const confirmation: Confirmation = late ? 'waiting' : 'not-needed';
  return {
    kind: 'recorded',
    attempt: {
      id: attempt.id,
      rung: rungGiven(attempt.outcome, attempt.identity),
      happenedAt: attempt.happenedAt,
      recordedAt: now,
      confirmation,
      identityAt: attempt.identity === null ? null : now,
    },
    flag: gate.kind === 'may-not' ? gate.reason : null,
    route: routeAfter(attempt.outcome, othersMayAnswer),
  };
}

/**
 * Someone else answering makes the number unsafe at once, unless the card lists that answerer; a dead number is
 * never dialled again (practice §2.8).
 */
function routeAfter(outcome: Outcome, othersMayAnswer: boolean): AttemptRecorded['route'] {
  if (outcome === 'someone-else-answered') return othersMayAnswer ? 'keep' : 'suspend';
  return outcome === 'number-not-working' ? 'quarantine' : 'keep';
}
