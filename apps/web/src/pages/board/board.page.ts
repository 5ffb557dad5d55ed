import type { Instant } from '#libs/domain';
import type { BoardCounts, BoardLimb, BoardRow } from '#libs/persistence';
import { deadlineInWords, type DeadlineWords } from '../../formatting/deadline-words';
import { momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import type { LimbNameOf } from '../promise-words/limb-words';
import { BOARD, SAFETY, VIEW_WORDS, type BoardView } from './board.copy';
import { callWindowInWords } from './call-window';

interface PageTime {
  readonly now: Instant;
  readonly timezone: string;
  readonly limbName: LimbNameOf;
}

export interface ClockView {
  readonly limb: string;
  readonly due: DeadlineWords;
  readonly done: string | null;
  readonly inFull: string;
}

export function boardPageModel(
  board: {
    view: BoardView;
    counts: BoardCounts;
    rows: readonly BoardRow[];
    nameOf: NameOf;
    nextHref: string | undefined;
  },
  time: PageTime,
) {
  const { view, counts, rows, nameOf, nextHref } = board;
  return {
    ...BOARD,
    views: (Object.keys(VIEW_WORDS) as BoardView[]).map((key) => ({
      href: key === 'all' ? '/board' : `/board?view=${key}`,
      text: `${VIEW_WORDS[key]} (${counts[key]})`,
      current: key === view,
    })),
    viewName: VIEW_WORDS[view],
    rows: rows.map((row) => ({
      href: `/cases/${row.caseId}`,
      reference: row.reference,
      danger: row.danger ? SAFETY.danger : null,
      lastSafe: lastSafeMoment(row, time),
      clocks: clocksOf(row.limbs, time),
      window: callWindowInWords(row.windows, time),
      attempts: row.attempts === 0 ? 'None yet' : String(row.attempts),
      safety: safetyOf(row),
      owner: nameOf(row.ownerUserId),
    })),
    nextHref,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

/** Both clocks, the binding one first, each with the whole date: a countdown alone is easily misread. */
export function clocksOf(limbs: readonly BoardLimb[], time: PageTime): readonly ClockView[] {
  return limbs
    .toSorted((a, b) => Number(b.binding) - Number(a.binding) || a.dueAt - b.dueAt)
    .map(({ limb, state, dueAt }) => ({
      limb: time.limbName(limb),
      due: unbroken(deadlineInWords(dueAt, time)),
      done: state === 'running' || state === 'breached' ? null : DONE[state],
      inFull: timeInWords(dueAt, time.timezone),
    }));
}

/** "1 h 25 m" is read at one glance, so it stays on one line. */
function unbroken(due: DeadlineWords): DeadlineWords {
  return { ...due, left: due.left.replaceAll(/(?<=\d) (?=h|m\b)/g, '\u00a0') };
}

const DONE = {
  met: 'Kept',
  'met-on-confirmation': 'Kept, by a late entry that a colleague confirmed',
  'met-on-correction': 'Kept, after the start was corrected',
  'done-late': 'Spoken with after the deadline',
  cancelled: 'No longer running',
} as const;

/** Said only when it comes before the earliest clock: that clock says it otherwise. */
function lastSafeMoment({ actByAt, limbs }: BoardRow, time: PageTime): string | null {
  return limbs.some(({ dueAt }) => dueAt === actByAt) ? null : momentInWords(actByAt, time);
}

function safetyOf(row: BoardRow): readonly string[] {
  const words = [
    row.contactState === 'unsafe' ? SAFETY.someoneElse : '',
    row.activeRoutes === 0 || row.contactState === 'no-safe-route' ? SAFETY.noNumber : '',
    row.actBySafe ? '' : SAFETY.noSafeTime,
    row.activeRoutes > 0 && !row.voicemailAllowed ? SAFETY.noVoicemail : '',
  ];
  return words.filter((word) => word !== '');
}
