import { mayDo, type Handover, type Instant, type StaffActor, type UserId } from '#libs/domain';
import { BOARD_VIEWS, type BoardCounts, type BoardRow, type BoardView } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { deadlineInWords } from '../../formatting/deadline-words';
import { dayInFull, momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import { BOARD, COLUMNS, VIEW_WORDS } from './board.copy';
import { boardRowView, type PageTime } from './board-row.page';

export { clocksOf, type ClockView } from './board-row.page';

export interface BoardParts {
  readonly view: BoardView;
  readonly counts: BoardCounts;
  readonly rows: readonly BoardRow[];
  /** When the desk last shut; null when it never does. */
  readonly since: Instant | null;
  readonly offers: readonly Handover[];
  readonly nameOf: NameOf;
  /** Colleagues on leave now: the duty lead answers for their cases. */
  readonly away: ReadonlySet<UserId>;
  readonly nextHref: string | undefined;
}

export function boardPageModel(
  board: BoardParts & {
    readonly actor: StaffActor;
    readonly notice: Notice | null;
    readonly errors: readonly FieldError[];
  },
  time: PageTime,
) {
  const { view, counts, rows, nameOf, away, nextHref, actor, since, offers } = board;
  const arrivals = since === null ? null : arrivalsOf(since, counts, time);
  return {
    ...BOARD,
    columns: COLUMNS,
    views: BOARD_VIEWS.map((key) => ({
      href: hrefOf(key),
      text: `${viewName(key, since, time)} (${counts.views[key]})`,
      current: key === view,
    })),
    view,
    viewName: viewName(view, since, time),
    arrivals,
    rechecks: view === 'rechecks' ? null : rechecksOf(counts, time),
    mayAssign: mayDo(actor, 'hand-over-cases'),
    offers: counts.offersToYou === 0 ? null : offersOf(counts.offersToYou, view === 'mine' ? offers : []),
    rows: rows.map((row) => boardRowView(row, { ...time, nameOf, away })),
    notice: board.notice,
    errors: board.errors,
    nextHref,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

export function hrefOf(view: BoardView): string {
  return view === 'all' ? '/board' : `/board?view=${view}`;
}

/** "Since Friday 5pm" says more than a name for it; the day is left out when it is today or yesterday. */
function viewName(view: BoardView, since: Instant | null, time: PageTime): string {
  if (view !== 'since-closing' || since === null) return VIEW_WORDS[view];
  const [weekday] = dayInFull(since, time.timezone).split(' ');
  return `Since ${weekday} ${timeOfDay(since, time.timezone)}`;
}

function arrivalsOf(since: Instant, { views, sinceClosingPassed }: BoardCounts, time: PageTime) {
  const arrived = views['since-closing'];
  if (arrived === 0) return null;
  return {
    href: hrefOf('since-closing'),
    words: `Arrived ${momentInWords(since, time)} to now: ${arrived}, of which past the limit that counts every hour: ${sinceClosingPassed}`,
  };
}

/** What is most urgent on any board, above whichever view is open: someone the person fears was held or set free. */
function rechecksOf({ views: { rechecks }, firstRecheckDueAt }: BoardCounts, time: PageTime) {
  if (firstRecheckDueAt === null) return null;
  const { when, left, passed } = deadlineInWords(firstRecheckDueAt, time);
  const due = passed ? 'was due' : 'is due';
  return {
    href: hrefOf('rechecks'),
    words:
      rechecks === 1
        ? '1 person must be asked again whether contact is safe.'
        : `${rechecks} people must be asked again whether contact is safe.`,
    due: `${rechecks === 1 ? 'It' : 'The first'} ${due} ${when}: ${left}.`,
    passed,
  };
}

function offersOf(count: number, offers: readonly Handover[]) {
  return {
    words: count === 1 ? '1 case is offered to you.' : `${count} cases are offered to you.`,
    ids: offers.map(({ id }) => id),
    references: offers.map(({ reference }) => reference),
    accept: offers.length === 1 ? 'Accept it' : `Accept all ${offers.length}`,
  };
}
