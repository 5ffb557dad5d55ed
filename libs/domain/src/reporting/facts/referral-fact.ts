import type { Confirmation, Rung } from '../../contact';
import { factsOf } from '../../contact';
import type { AttemptId, CaseId, ReferralId } from '../../ids';
import type { Instant } from '../../time';

/** Stands where the journal does not say: an older event had no such code. */
export const NOT_RECORDED = 'not-recorded';

/** One attempt as the figures need it. */
export interface AttemptEvidence {
  readonly id: AttemptId;
  readonly outcome: string;
  readonly rung: Rung;
  readonly happenedAt: Instant;
  readonly confirmation: Confirmation;
}

/** A listed reason why contact had to wait, and whether it counts. */
export interface ExceptionEvidence {
  readonly id: string;
  readonly reason: string;
  readonly from: Instant;
  readonly standing: 'counts' | 'waits' | 'declined';
}

/** That it was agreed to stop trying, that contact was stopped, or that the case ended; and whether it still counts. */
export type StopEvidence = ExceptionEvidence;

/** A referral as the figures see it: codes and instants of the journal, and nothing that names anyone. */
export interface ReferralFact {
  readonly caseId: CaseId;
  readonly referralId: ReferralId | null;
  /** First day of the local month in which its clocks started; null until one has. */
  readonly monthOn: string | null;
  readonly source: string;
  readonly district: string;
  readonly offenceGroup: string;
  /** The provider that the person was handed to: the last that accepted, else the first that was asked. */
  readonly centre: string;
  readonly weekday: string;
  readonly hourBand: string;
  readonly startedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly agreement: string;
  readonly attempts: readonly AttemptEvidence[];
  readonly exceptions: readonly ExceptionEvidence[];
  readonly stops: readonly StopEvidence[];
  /** The first session that a provider held. */
  readonly sessionAt: Instant | null;
}

/** What attempts come to: the earliest moment of each rung that is timed, and how far contact got. */
export interface ContactReached {
  readonly attemptAt: Instant | null;
  readonly reachAt: Instant | null;
  readonly conversationAt: Instant | null;
  readonly engagementAt: Instant | null;
  readonly rung: Rung;
  /** How many attempts there were until the person was first safely reached; null when nobody was. */
  readonly attemptsToReach: number | null;
}

/** Attempts that a second person declined never happened; the order in which they were typed in changes nothing. */
export function contactReached({ attempts, sessionAt }: ReferralFact): ContactReached {
  const standing = attempts.filter(({ confirmation }) => confirmation !== 'declined');
  const facts = factsOf(standing.map((attempt) => ({ ...attempt, recordedAt: attempt.happenedAt })));
  const reachAt = facts['first-safe-reach'] ?? null;
  const sessions = [facts['first-engagement'], sessionAt].filter((at) => at !== null && at !== undefined);
  return {
    attemptAt: facts['first-attempt'] ?? null,
    reachAt,
    conversationAt: facts['first-conversation'] ?? null,
    engagementAt: sessions.length === 0 ? null : (Math.min(...sessions) as Instant),
    rung: sessionAt === null ? (Math.max(0, ...standing.map(({ rung }) => rung)) as Rung) : 7,
    attemptsToReach:
      reachAt === null ? null : standing.filter(({ happenedAt }) => happenedAt <= reachAt).length,
  };
}
