import type { CaseId } from '../../ids';
import type { Instant } from '../../time';

/** A wait for a service, or an investigation and what follows it. Codes and instants, and nothing that names anyone. */
export interface PathwayFact {
  readonly id: string;
  readonly kind: 'wait' | 'justice';
  readonly caseId: CaseId;
  /** First day of the month, in UTC, in which it started. */
  readonly monthOn: string;
  /** What kind of service is waited for, or `investigation`. */
  readonly service: string;
  /** The provider that was asked; `not-recorded` of an investigation. */
  readonly provider: string;
  /** When the request was sent, or the crime was recorded. */
  readonly startedAt: Instant;
  /** When the first session was held, or somebody was charged. */
  readonly reachedAt: Instant | null;
  /** When the request ended, or the investigation or court came to an outcome. */
  readonly endedAt: Instant | null;
  readonly state: WaitState | JusticeState;
}

export type WaitState = 'waiting' | 'begun' | 'declined' | 'ended-before-it-began';
/** How far an investigation has come. No state is anybody's success or failure. */
export type JusticeState = 'recorded' | 'charged' | 'ended-without-charge' | 'outcome-at-court';
