import {
  isOpen,
  openSecondsBetween,
  type Instant,
  type OpeningHours,
  type WorkingCalendar,
} from '../../time';
import { CellTally, type Cell, type ReplayMeasure } from '../facts';
import { calendarUnder, STAFFING_PATTERNS, type StaffingPatternId } from './staffing-pattern';

/** Something that was done after a clock started, and whether it was in time as things were. */
export interface TimedAct {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly at: Instant;
  readonly inTime: boolean;
}

/** Whether it would have been in time; and why it was left where it was, if it was. */
export interface ReplayedAct {
  readonly inTime: boolean;
  readonly left: 'outside-the-hours' | 'not-known' | null;
}

/**
 * Whether an act would have been in time under other staffing: had it come as many staffed minutes after the start as it
 * did, the same pace of work and nothing else changed. The deadline stays what it is.
 *
 * An act outside the hours that were really staffed did not wait for them: it is left where it was under every pattern,
 * and so is one for which a calendar has no answer. Under the hours that really were, the answer is what really was.
 *
 * Example: reported Friday 16:00 and spoken with Monday 10:00, two staffed hours later; with weekends staffed from 09:00
 * that is Saturday 10:00, within 24 hours.
 */
export function replayed(
  { startedAt, dueAt, at, inTime }: TimedAct,
  calendars: { readonly real: WorkingCalendar; readonly other: WorkingCalendar },
): ReplayedAct {
  const { real, other } = calendars;
  if (at <= startedAt || !isOpen(real, at)) return { inTime, left: 'outside-the-hours' };
  const taken = openSecondsBetween(real, { from: startedAt, to: (Math.ceil(at / 1_000) * 1_000) as Instant });
  if (taken.kind === 'refused') return { inTime, left: 'not-known' };
  if (dueAt < startedAt) return { inTime: false, left: null };
  const given = openSecondsBetween(other, { from: startedAt, to: dueAt });
  if (given.kind === 'refused') return { inTime, left: 'not-known' };
  const spare = given.seconds - taken.seconds;
  return { inTime: spare > 0 || (spare === 0 && isOpen(other, dueAt)), left: null };
}

/** So many referrals that stand alike under one limb, with what a replay needs of them. */
export interface StaffingFact {
  readonly monthOn: string;
  readonly limb: string;
  readonly state: 'met' | 'missed' | 'open' | 'cancelled';
  readonly firstAttempt: 'in-time' | 'late' | 'none' | 'not-yet' | null;
  readonly startedAt: Instant | null;
  readonly dueAt: Instant;
  /** The conversation that decided the limb; null where none counts so far. */
  readonly conversationAt: Instant | null;
  readonly attemptAt: Instant | null;
  /** The hours of the desk under the calendar of the clock; null where they are not known. */
  readonly hours: OpeningHours | null;
  readonly count: number;
}

/**
 * The cells of a replay: for each pattern how many conversations and how many first attempts would have been in time. A
 * referral without either stays what it is under every pattern, so that all of them are out of the same referrals.
 */
export function staffingCells(facts: readonly StaffingFact[]): readonly Cell[] {
  const tally = new CellTally();
  for (const { id: pattern, ...change } of STAFFING_PATTERNS)
    for (const fact of facts) countFact(tally, { fact, pattern, calendars: calendarsOf(fact, change) });
  return tally.cells();
}

type Calendars = Parameters<typeof replayed>[1];

/** Null where the hours are not known, or would never be staffed. */
function calendarsOf({ hours }: StaffingFact, change: Parameters<typeof calendarUnder>[0]): Calendars | null {
  if (hours === null) return null;
  const real = calendarUnder(AS_IT_WAS, hours);
  const other = calendarUnder(change, hours);
  return real === undefined || other === undefined ? null : { real, other };
}

const AS_IT_WAS = { daysOff: 'as-they-were', until: null } as const;

function countFact(
  tally: CellTally,
  counted: {
    readonly fact: StaffingFact;
    readonly pattern: StaffingPatternId;
    readonly calendars: Calendars | null;
  },
): void {
  const { fact, pattern, calendars } = counted;
  const { monthOn, limb, count, state, firstAttempt, conversationAt, attemptAt } = fact;
  const add = (measure: ReplayMeasure, bucket: string) => {
    tally.addCount({ measure, dimension: 'staffing', value: pattern, monthOn, limb, bucket }, count);
  };
  const decided = state === 'met' || state === 'missed';
  const conversation = decided
    ? replayedAt(fact, { at: conversationAt, inTime: state === 'met', calendars })
    : null;
  add('staffing-promise', conversation === null ? state : conversation.inTime ? 'met' : 'missed');
  if (conversation !== null && conversation.left !== null) add('staffing-left', conversation.left);
  if (firstAttempt === null) return add('staffing-attempt', 'cancelled');
  const tried = firstAttempt === 'in-time' || firstAttempt === 'late';
  const attempt = tried
    ? replayedAt(fact, { at: attemptAt, inTime: firstAttempt === 'in-time', calendars })
    : null;
  add('staffing-attempt', attempt === null ? firstAttempt : attempt.inTime ? 'in-time' : 'late');
}

/** Null where nothing was done that a replay could move. */
function replayedAt(
  { startedAt, dueAt }: StaffingFact,
  act: { readonly at: Instant | null; readonly inTime: boolean; readonly calendars: Calendars | null },
): ReplayedAct | null {
  const { at, inTime, calendars } = act;
  if (at === null) return null;
  if (startedAt === null || calendars === null) return { inTime, left: 'not-known' };
  return replayed({ startedAt, dueAt, at, inTime }, calendars);
}
