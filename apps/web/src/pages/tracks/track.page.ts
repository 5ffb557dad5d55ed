import {
  mayPutRight,
  measuresOf,
  nextCourtDate,
  officerAt,
  positionOf,
  reviewLimits,
  sideOf,
  stageOfTrack,
  trialMoves,
  type Instant,
  type Milestone,
  type Track,
} from '#libs/domain';
import type { TrackView } from '#libs/persistence';
import { calendarDay, dayInFull, momentInWords, timeOfDay } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import { TRACK } from './track.copy';
import type { TracksDoor } from './track-place';
import { courtInWords, roughlyInWords } from './track-when';
import {
  CORRECTION_WORDS,
  COURT_WORDS,
  DECIDER_WORDS,
  detailWords,
  ISSUE_WORDS,
  KIND_WORDS,
  MEASURE_STANDING,
  MEASURE_WORDS,
  POSITION_REASON_WORDS,
  POSITION_WORDS,
  SIDE_WORDS,
  STAGE_WORDS,
  UNUSUAL_WORDS,
  WITHDRAWAL_WORDS,
} from './track-words.copy';

export interface TrackParts {
  readonly track: Track;
  readonly view: TrackView;
  /** Nothing is added to a case on which support has ended; the police go on. */
  readonly closed: boolean;
  readonly now: Instant;
  readonly timezone: string;
}

/** One investigation for whoever may read it; what they may not see was never read. */
export function trackPage(
  door: TracksDoor,
  parts: TrackParts,
  { mayKeep, notice }: { readonly mayKeep: boolean; readonly notice: Notice | null },
) {
  const { track, view, closed, now, timezone } = parts;
  const base = `${door.base}/${track.id}`;
  const mayWrite = mayKeep && !closed;
  const standing = view.milestones.filter(({ state }) => state === 'standing');
  const gone = view.milestones.filter(({ state }) => state !== 'standing');
  const line = (one: Milestone) => lineOf(one, { door, base, mayWrite, timezone });
  return {
    words: TRACK,
    title: TRACK.title,
    reference: door.reference,
    back: door.back,
    base,
    notice,
    mayWrite,
    closed,
    police: sideOf(door.actor) === 'police',
    asAt: timeOfDay(now, timezone),
    stage: STAGE_WORDS[stageOfTrack(standing)],
    officer: officerWords(parts),
    court: courtWords(parts),
    moves: trialMoves(standing),
    position: positionWords(parts),
    review: reviewWords(standing, timezone),
    measures: measuresOf(standing).map(({ measure, standing: how }) => ({
      measure: MEASURE_WORDS[measure],
      standing: MEASURE_STANDING[how],
    })),
    lines: standing.toReversed().map(line),
    gone: gone.toReversed().map(line),
    recheck: recheckWords(parts),
  };
}

function officerWords({ view, now, timezone }: TrackParts): string {
  const term = officerAt(view.officers, now);
  return term === null ? TRACK.noOfficer : TRACK.officerSince(term.officer, dayInFull(term.from, timezone));
}

function courtWords({ view, now, timezone }: TrackParts): string {
  const next = nextCourtDate(view.milestones, { now, timezone });
  return next === null ? TRACK.noCourt : `${COURT_WORDS[next.family]}: ${courtInWords(next.at, timezone)}`;
}

function positionWords({ view, timezone }: TrackParts) {
  const entry = positionOf(view.positions);
  if (entry === null) return { words: TRACK.noPosition, said: null, warning: null };
  const reason = entry.reason === 'not-said' ? '' : ` ${POSITION_REASON_WORDS[entry.reason]}.`;
  return {
    words: POSITION_WORDS[entry.position],
    said: `${TRACK.saidOn(dayInFull(entry.saidAt, timezone))}${reason}`,
    warning: entry.toldInPerson === 'yes' ? null : TRACK.notInPerson,
  };
}

/** Shown while a review can be asked for and nobody has. */
function reviewWords(standing: readonly Milestone[], timezone: string): string | null {
  const told = standing.findLast(({ kind }) => kind === 'told-of-decision');
  if (told === undefined || standing.some(({ kind }) => kind === 'review-asked')) return null;
  const { toldOn, latestOn } = reviewLimits(told.happenedAt, timezone);
  return TRACK.reviewBy(calendarDay(toldOn), calendarDay(latestOn));
}

function recheckWords({ view: { recheck }, track, now, timezone }: TrackParts) {
  if (recheck === null) return null;
  return {
    title: TRACK.recheck(momentInWords(recheck.dueAt, { now, timezone })),
    why: TRACK.recheckWhy,
    href: `/cases/${track.caseId}/rechecks/${recheck.id}`,
    link: TRACK.recheckLink,
  };
}

function lineOf(
  one: Milestone,
  around: {
    readonly door: TracksDoor;
    readonly base: string;
    readonly mayWrite: boolean;
    readonly timezone: string;
  },
) {
  const { door, base, mayWrite, timezone } = around;
  const by = { side: sideOf(door.actor), agencyId: door.actor.agencyId };
  const mine = mayWrite && one.state === 'standing' && mayPutRight(one, by);
  const when = roughlyInWords(one.happenedAt, one.precision, timezone);
  const which = one.detail === null ? '' : `: ${detailWords(one.detail)}`;
  return {
    when,
    what: KIND_WORDS[one.kind],
    more: moreOf(one, timezone),
    entered: TRACK.enteredBy(SIDE_WORDS[one.side], dayInFull(one.recordedAt, timezone)),
    about: `${KIND_WORDS[one.kind]}${which}, ${when}, entered ${timeOfDay(one.recordedAt, timezone)}`,
    correct: mine ? `${base}/entries/${one.id}/correct` : null,
    withdraw: mine ? `${base}/entries/${one.id}/withdraw` : null,
  };
}

function moreOf(one: Milestone, timezone: string): readonly string[] {
  const { kind, detail, courtAt, decidedBy, toldAt, issues, issueReason, state, endedReason } = one;
  const decided = decidedBy === null ? [] : [TRACK.decided(DECIDER_WORDS[decidedBy])];
  const told =
    kind === 'goes-on-without-person'
      ? [toldAt === null ? TRACK.notTold : TRACK.told(dayInFull(toldAt, timezone))]
      : [];
  return [
    ...(detail === null ? [] : [`${detailWords(detail)}.`]),
    ...(courtAt === null ? [] : [TRACK.courtOn(courtInWords(courtAt, timezone))]),
    ...decided,
    ...told,
    ...issues.map((issue) => ISSUE_WORDS[issue]),
    ...(issueReason === null ? [] : [TRACK.unusual(UNUSUAL_WORDS[issueReason].toLowerCase())]),
    ...(state === 'standing' || endedReason === null ? [] : [endedWords(endedReason)]),
  ];
}

function endedWords(reason: NonNullable<Milestone['endedReason']>): string {
  if (reason in WITHDRAWAL_WORDS)
    return TRACK.withdrawn(WITHDRAWAL_WORDS[reason as keyof typeof WITHDRAWAL_WORDS].toLowerCase());
  return TRACK.superseded(CORRECTION_WORDS[reason as keyof typeof CORRECTION_WORDS].toLowerCase());
}
