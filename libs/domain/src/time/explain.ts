import { dateOf, type DayNumber } from './civil-date';
import { horizonOf, type WorkingCalendar } from './calendar';
import type { Instant } from './instant';
import { dayOf } from './local-time';
import { dueAfter, nextOpening, openSecondsBetween } from './open-time';
import type { QuestionRefusal } from './opening-hours';
import { wholeSecond } from './parse-instant';
import { piecesWithin, type Piece, type PieceReason } from './pieces';
import { WORKING_DAY_SECONDS, workingDayAfter, workingDayDue, type WorkingDayQuestion } from './working-day';

/** `day-of-start` is the date that readings A and C leave out; `working-day` is one they count. */
export type SegmentReason = PieceReason | 'day-of-start' | 'working-day';

/** One line of the working: codes and instants, no words. Segments follow one another without gaps. */
export interface Segment {
  readonly from: Instant;
  readonly to: Instant;
  /** The local date that the whole segment lies on. */
  readonly date: string;
  readonly reason: SegmentReason;
  readonly countedSeconds: number;
  /** Which working day this is, for `working-day`: 1, 2, … */
  readonly workingDay?: number;
}

export type Explanation =
  { kind: 'explained'; segments: readonly Segment[] } | { kind: 'refused'; reason: QuestionRefusal };

/** Why `dueAfter` answers what it does. The counted seconds sum to the budget. */
export function explainDue(
  calendar: WorkingCalendar,
  question: { start: Instant; seconds: number },
): Explanation {
  const due = dueAfter(calendar, question);
  if (due.kind === 'refused') return due;
  return {
    kind: 'explained',
    segments: segmentsWithin(calendar, { from: wholeSecond(question.start), to: due.at }),
  };
}

/** Why `openSecondsBetween` answers what it does. The counted seconds sum to its answer. */
export function explainElapsed(
  calendar: WorkingCalendar,
  question: { from: Instant; to: Instant },
): Explanation {
  const elapsed = openSecondsBetween(calendar, question);
  if (elapsed.kind === 'refused') return elapsed;
  const range = { from: wholeSecond(question.from), to: wholeSecond(question.to) };
  return { kind: 'explained', segments: segmentsWithin(calendar, range) };
}

/**
 * Why `workingDayDue` answers what it does. Reading B counts seconds. A and C count dates: the day of the start is
 * left out, closed dates carry their reason, and the last segment is the n-th working day up to close of service.
 */
export function explainWorkingDay(calendar: WorkingCalendar, question: WorkingDayQuestion): Explanation {
  const due = workingDayDue(calendar, question);
  if (due.kind === 'refused') return due;
  const start = wholeSecond(question.start);
  if (question.reading === 'B') {
    return explainDue(calendar, { start, seconds: question.days * WORKING_DAY_SECONDS });
  }
  const opening = question.reading === 'C' ? nextOpening(calendar, start) : undefined;
  const from = opening?.kind === 'opening' ? opening.at : start;
  const rolled = segmentsWithin(calendar, { from: start, to: from });
  return { kind: 'explained', segments: [...rolled, ...datesWithin(calendar, { from, to: due.at })] };
}

function segmentsWithin(calendar: WorkingCalendar, range: { from: Instant; to: Instant }): Segment[] {
  return joined(piecesWithin(calendar, range)).map((piece) => ({
    from: piece.from as Instant,
    to: piece.to as Instant,
    date: dateOf(piece.day),
    reason: piece.reason,
    countedSeconds: piece.reason === 'counted' ? (piece.to - piece.from) / 1_000 : 0,
  }));
}

/** A clock change cuts a piece in two for no reason that a reader would want to hear. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.day === piece.day && last.reason === piece.reason)
      result.splice(-1, 1, { ...last, to: piece.to });
    else result.push(piece);
  }
  return result;
}

function datesWithin(calendar: WorkingCalendar, range: { from: Instant; to: Instant }): Segment[] {
  const startDay = dayOf(calendar.zone, range.from);
  const segments: Segment[] = [];
  let workingDay = 0;
  for (const [day, pieces] of byDate(piecesWithin(calendar, range))) {
    const stretch = { from: pieces[0]!.from as Instant, to: pieces.at(-1)!.to as Instant, date: dateOf(day) };
    if (day === startDay) {
      segments.push({ ...stretch, countedSeconds: 0, reason: 'day-of-start' });
    } else if (isWorkingDay(calendar, { day, start: range.from })) {
      workingDay += 1;
      segments.push({ ...stretch, countedSeconds: 0, reason: 'working-day', workingDay });
    } else {
      segments.push({ ...stretch, countedSeconds: 0, reason: closedReason(pieces) });
    }
  }
  return segments;
}

function byDate(pieces: readonly Piece[]): [DayNumber, Piece[]][] {
  const dates: [DayNumber, Piece[]][] = [];
  for (const piece of pieces) {
    const last = dates.at(-1);
    if (last && last[0] === piece.day) last[1].push(piece);
    else dates.push([piece.day, [piece]]);
  }
  return dates;
}

function isWorkingDay(calendar: WorkingCalendar, question: { day: DayNumber; start: Instant }): boolean {
  const horizon = horizonOf(calendar, question.start);
  const next = workingDayAfter(calendar, { day: question.day - 1, count: 1, horizon });
  return next.kind === 'day' && next.day === question.day;
}

/** A closed period may be what is left of a date's hours; otherwise the whole date has one reason. */
function closedReason(pieces: readonly Piece[]): PieceReason {
  return pieces.find(({ reason }) => reason === 'closed-period')?.reason ?? pieces[0]!.reason;
}
