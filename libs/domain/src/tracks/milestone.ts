import type { MilestoneId, TrackId } from '../ids';
import { HOUR, plus, type Instant } from '../time';
import type { MilestoneKind } from './milestone-kinds';
import type { Entered } from './track';
import type { EntryState } from './track-machines';

/** How exactly it is known when something happened. `happenedAt` is the first instant of that minute, day, month or year. */
export const PRECISIONS = ['minute', 'day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Who decided to go on without the person. */
export const DECIDERS = ['police', 'prosecutor', 'court'] as const;
export type Decider = (typeof DECIDERS)[number];

/** What is wrong with the order or the dates of a milestone; it is kept all the same, for a reason. */
export const MILESTONE_ISSUES = [
  'earlier-step-missing',
  'before-earlier-step',
  'after-later-step',
  'before-the-report',
  'court-date-past',
  'after-the-limit',
] as const;
export type MilestoneIssue = (typeof MILESTONE_ISSUES)[number];

/** Why a milestone stands although something about its order or dates is unusual. */
export const UNUSUAL_REASONS = [
  'learnt-late',
  'earlier-step-not-told',
  'another-force-or-court',
  'court-allowed-it',
  'date-not-certain',
] as const;
export type UnusualReason = (typeof UNUSUAL_REASONS)[number];

/** What somebody says happened. */
export interface MilestoneFacts {
  readonly kind: MilestoneKind;
  readonly detail: string | null;
  readonly happenedAt: Instant;
  readonly precision: Precision;
  /** The day in court that it sets, for the kinds that set one. */
  readonly courtAt: Instant | null;
  readonly decidedBy: Decider | null;
  /** When the person was told of a decision to go on without them; null when nobody has yet. */
  readonly toldAt: Instant | null;
}

/** One thing that happened on a track, as somebody entered it. */
export interface Milestone extends MilestoneFacts, Entered {
  readonly id: MilestoneId;
  readonly trackId: TrackId;
  readonly issues: readonly MilestoneIssue[];
  readonly issueReason: UnusualReason | null;
  readonly supersedes: MilestoneId | null;
  readonly state: EntryState;
  /** Why it no longer stands; null while it does. */
  readonly endedReason: CorrectionReason | WithdrawalReason | null;
  readonly endedAt: Instant | null;
}

export const CORRECTION_REASONS = [
  'wrong-date',
  'wrong-detail',
  'now-more-exact',
  'told-since',
  'court-or-police-put-it-right',
] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

export const WITHDRAWAL_REASONS = ['did-not-happen', 'entered-twice', 'wrong-case', 'wrong-kind'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

const LENGTH: Readonly<Record<Precision, number>> = {
  minute: HOUR / 60,
  day: 25 * HOUR,
  month: 31 * 24 * HOUR,
  year: 366 * 24 * HOUR,
};

type When = Pick<MilestoneFacts, 'happenedAt' | 'precision'>;

/** Whether one thing was certainly over before the other began: what is known by the month is not before its own days. */
export function certainlyBefore(first: When, second: When): boolean {
  return plus(first.happenedAt, LENGTH[first.precision]) <= second.happenedAt;
}
