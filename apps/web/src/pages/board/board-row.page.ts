import type { Instant, UserId } from '#libs/domain';
import type { BoardLimb, BoardRow } from '#libs/persistence';
import { deadlineInWords, type DeadlineWords } from '../../formatting/deadline-words';
import { momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { inSentence, nameWithIs } from '../colleagues/name-in-words';
import { attemptsInWords } from '../contact-attempts/attempts-in-words';
import type { LimbNameOf } from '../promise-words/limb-words';
import { SAFETY } from './board.copy';
import { callWindowInWords } from './call-window';

export interface PageTime {
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

export function boardRowView(
  row: BoardRow,
  { nameOf, away, ...time }: PageTime & { readonly nameOf: NameOf; readonly away: ReadonlySet<UserId> },
) {
  return {
    href: `/cases/${row.caseId}`,
    tick: `${row.caseId}.${row.revision}`,
    reference: row.reference,
    danger: row.danger ? SAFETY.danger : null,
    lastSafe: lastSafeMoment(row, time),
    clocks: clocksOf(row.limbs, time),
    window: windowOf(row, time),
    callBack: row.callBackAt === null ? null : callBackWords(row.callBackAt, time),
    attempts: attemptsInWords({ round: row.round, of: row.mostAttempts, state: row.contactState }),
    recheck: row.recheck && recheckWords(row.recheck, time),
    safety: safetyOf(row),
    owner: ownerInWords(row.ownerUserId, { nameOf, away }),
    offered:
      row.offer && `Offered to ${row.offer.to === null ? 'the team' : inSentence(nameOf(row.offer.to))}`,
    presence: row.claim && presenceInWords(nameOf(row.claim.userId), row.claim.since, time.timezone),
  };
}

/** Who answers now (P15), and in whose place. */
function ownerInWords(
  owner: UserId | null,
  { nameOf, away }: { readonly nameOf: NameOf; readonly away: ReadonlySet<UserId> },
): string {
  return owner !== null && away.has(owner)
    ? `The duty lead, while ${inSentence(nameOf(owner))} ${nameOf(owner) === 'You' ? 'are' : 'is'} on leave`
    : nameOf(owner);
}

export function presenceInWords(name: string, since: Instant, timezone: string): string {
  return `${nameWithIs(name)} on this case, since ${timeOfDay(since, timezone)}`;
}

function callBackWords(at: Instant, time: PageTime): string {
  const passed = time.now > at;
  return `${passed ? 'Call-back was promised for' : 'Call-back promised'} ${momentInWords(at, time)}`;
}

/** Since when somebody must ask again, and by when: it is urgent whether or not the case waits for a first call. */
function recheckWords({ openedAt, dueAt }: NonNullable<BoardRow['recheck']>, time: PageTime) {
  return {
    title: SAFETY.recheckAsked,
    since: `Since ${momentInWords(openedAt, time)}`,
    due: unbroken(deadlineInWords(dueAt, time)),
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

/** Said only while it lies ahead and comes before the earliest clock: that clock says it otherwise. */
function lastSafeMoment({ actByAt, limbs }: BoardRow, time: PageTime): string | null {
  const waiting = limbs.some(({ state }) => state === 'running' || state === 'breached');
  return !waiting || time.now > actByAt || limbs.some(({ dueAt }) => dueAt === actByAt)
    ? null
    : momentInWords(actByAt, time);
}

/** When the person may be called. Without a number that is safe to call there is no such time. */
function windowOf(row: BoardRow, time: PageTime): string {
  if (!row.callable) return SAFETY.noNumber;
  const words = callWindowInWords(row.windows, time);
  return row.actBySafe || time.now > row.actByAt ? words : `${SAFETY.noSafeTime}. ${words}`;
}

function safetyOf(row: BoardRow): readonly string[] {
  const words = [
    row.contactState === 'unsafe' ? SAFETY.someoneElse : '',
    row.callable && !row.voicemailAllowed ? SAFETY.noVoicemail : '',
    row.recheckDue && row.recheck === null ? SAFETY.recheck : '',
    row.waitsForPolice ? SAFETY.police : '',
  ];
  return words.filter((word) => word !== '');
}
