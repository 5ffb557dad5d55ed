import { callable, type SafeContactCard } from '../safe-contact';
import type { RouteId } from '../ids';
import type { Instant, OpeningHours } from '../time';
import { callTimes } from './call-times';
import { bandOf, countWorkingDays, dayOf, type DayBand } from './day-bands';
import type { Confirmation } from './attempt';
import { shows, type Rung } from './ladder';

/** How often, when and over how many days a person is tried before a lead may say that enough was tried. */
export interface AttemptPolicy {
  readonly version: number;
  readonly attempts: number;
  readonly workingDays: number;
  readonly timesOfDay: number;
  readonly mostPerDay: number;
  readonly eveningWanted: boolean;
  readonly routesWanted: number;
}

/** One attempt, as far as the policy needs it. */
export interface Try {
  readonly routeId: RouteId | null;
  readonly rung: Rung;
  readonly happenedAt: Instant;
  readonly confirmation: Confirmation;
}

/** What the next attempts should bring that the ones before did not. */
export type Wanted = 'another-time-of-day' | 'an-evening' | 'another-number' | 'a-later-day';

export type WhatNext = {
  /** Attempts since the person was last reached; reaching them starts a new round. */
  readonly made: number;
  readonly of: number;
  readonly wanted: readonly Wanted[];
} & (
  | { readonly kind: 'try-again'; readonly at: Instant }
  | { readonly kind: 'enough-for-today'; readonly at: Instant }
  | { readonly kind: 'no-safe-way' }
  | { readonly kind: 'policy-used-up' }
);

/** A round of attempts is looked at this many days ahead for a safe time to call. */
const LOOK_AHEAD_DAYS = 14;

/**
 * What the attempt policy says now (practice §2.2): when to try next, that today has seen enough, or that the policy
 * is used up. Advice and never a bar: an attempt made at another time is recorded like any other. The policy is used
 * up only when every number of it is met as far as the safe times and safe numbers allow, and no timer acts on it.
 *
 * `desk` counts the working days; `at` is an instant at which the person may be called.
 */
export function whatNext(question: {
  attempts: readonly Try[];
  card: SafeContactCard;
  policy: AttemptPolicy;
  desk: OpeningHours;
  now: Instant;
}): WhatNext {
  const { card, policy, desk, now } = question;
  const round = roundOf(question.attempts);
  const told = { made: round.length, of: policy.attempts };
  if (card.stopped || !card.routes.some(callable)) return { ...told, kind: 'no-safe-way', wanted: [] };
  const times = callTimes({ card, from: now, days: LOOK_AHEAD_DAYS, timezone: desk.timezone });
  const wanted = wantedOf(round, { card, policy, desk, possible: new Set(times.map(({ band }) => band)) });
  if (round.length >= policy.attempts && wanted.length === 0)
    return { ...told, kind: 'policy-used-up', wanted };
  const today = dayOf(now, desk.timezone);
  const fits = times.filter(({ at, band }) => suits(round, { at, band, wanted, policy, desk }));
  const next = fits[0] ?? times.find(({ at }) => triesOn(round, dayOf(at, desk.timezone), desk) === 0);
  if (next === undefined) return { ...told, kind: 'no-safe-way', wanted };
  const kind = dayOf(next.at, desk.timezone) === today ? 'try-again' : 'enough-for-today';
  const untried = triesOn(round, today, desk) === 0;
  return { ...told, kind: untried ? 'try-again' : kind, at: next.at, wanted };
}

/** The attempts since the person was last reached, oldest first; what a colleague did not confirm does not count. */
export function roundOf(attempts: readonly Try[]): readonly Try[] {
  return roundIn(attempts).round;
}

/** How far the round has got, for every screen that says "2 of 5". */
export interface RoundStanding {
  readonly made: number;
  /** Whether the person was reached before it: a call that was cut off ends one round and begins the next. */
  readonly afterReach: boolean;
}

/** A call on which the person answered is no attempt that failed, so it never counts towards giving up (practice §1.4). */
export function roundStanding(attempts: readonly Counted[]): RoundStanding {
  const { round, afterReach } = roundIn(attempts);
  return { made: round.length, afterReach };
}

type Counted = Pick<Try, 'rung' | 'happenedAt' | 'confirmation'>;

function roundIn<Attempt extends Counted>(attempts: readonly Attempt[]) {
  const counted = attempts
    .filter(({ confirmation }) => confirmation !== 'declined')
    .toSorted((a, b) => a.happenedAt - b.happenedAt);
  const reachedAt = counted.findLastIndex(({ rung }) => shows(rung, 'first-safe-reach'));
  return { round: counted.slice(reachedAt + 1), afterReach: reachedAt >= 0 };
}

function wantedOf(
  round: readonly Try[],
  around: {
    card: SafeContactCard;
    policy: AttemptPolicy;
    desk: OpeningHours;
    possible: ReadonlySet<DayBand>;
  },
): readonly Wanted[] {
  const { card, policy, desk, possible } = around;
  const bands = new Set(round.map(({ happenedAt }) => bandOf(happenedAt, desk.timezone)));
  const numbers = card.routes.filter(callable).map(({ id }) => id);
  const tried = new Set(round.map(({ routeId }) => routeId));
  const usable = new Set([...bands, ...possible]).size;
  const wanted: Wanted[] = [];
  if (bands.size < Math.min(policy.timesOfDay, usable)) wanted.push('another-time-of-day');
  if (policy.eveningWanted && !bands.has('evening') && possible.has('evening')) wanted.push('an-evening');
  const untried = numbers.filter((id) => !tried.has(id));
  if (untried.length > 0 && tried.size < Math.min(policy.routesWanted, numbers.length))
    wanted.push('another-number');
  if (daysOf(round, desk) < policy.workingDays) wanted.push('a-later-day');
  return wanted;
}

/** Working days from the first attempt of the round to its last, both counted. */
function daysOf(round: readonly Try[], desk: OpeningHours): number {
  const [first, last] = [round[0], round.at(-1)];
  return first === undefined || last === undefined
    ? 0
    : countWorkingDays(desk, { from: first.happenedAt, to: last.happenedAt });
}

function suits(
  round: readonly Try[],
  {
    at,
    band,
    wanted,
    policy,
    desk,
  }: { at: Instant; band: DayBand; wanted: readonly Wanted[]; policy: AttemptPolicy; desk: OpeningHours },
): boolean {
  if (triesOn(round, dayOf(at, desk.timezone), desk) >= policy.mostPerDay) return false;
  const last = round.at(-1);
  if (last === undefined) return true;
  if (isLastOfRound(round, { wanted, policy }) && !reachesLastDay(round, { at, policy, desk })) return false;
  if (wanted.includes('an-evening')) return band === 'evening';
  const sameDay = dayOf(last.happenedAt, desk.timezone) === dayOf(at, desk.timezone);
  if (sameDay || wanted.includes('another-time-of-day'))
    return band !== bandOf(last.happenedAt, desk.timezone);
  return true;
}

/** The last attempt is kept for the last day, so that a round is spread and not spent in an afternoon. */
function isLastOfRound(
  round: readonly Try[],
  { wanted, policy }: { wanted: readonly Wanted[]; policy: AttemptPolicy },
): boolean {
  return wanted.includes('a-later-day') && round.length >= policy.attempts - 1;
}

function reachesLastDay(
  round: readonly Try[],
  { at, policy, desk }: { at: Instant; policy: AttemptPolicy; desk: OpeningHours },
): boolean {
  const [first] = round;
  if (first === undefined) return true;
  return countWorkingDays(desk, { from: first.happenedAt, to: at }) >= policy.workingDays;
}

function triesOn(round: readonly Try[], day: string, desk: OpeningHours): number {
  return round.filter(({ happenedAt }) => dayOf(happenedAt, desk.timezone) === day).length;
}
