import type { CaseId } from '#libs/domain';
import { timeOfDay } from '../../formatting/moments';
import { VIEW_WORDS } from '../board/board.copy';
import type { BoardParts } from '../board/board.page';
import { boardRowView, type PageTime } from '../board/board-row.page';
import { WALL_BOARD } from './wall-board.copy';

/** Long enough that a wall does not fill the access log: every drawing shows people and is recorded. */
const REFRESH_SECONDS = 300;

export function wallBoardPage(
  wall: {
    readonly board: BoardParts;
    readonly initials: ReadonlyMap<CaseId, string | null>;
    readonly refreshes: boolean;
  },
  time: PageTime,
) {
  const { board, initials, refreshes } = wall;
  const { views } = board.counts;
  return {
    ...WALL_BOARD,
    counts: [
      { name: 'Waiting', value: views.all },
      { name: 'Overdue', value: views.overdue },
      { name: VIEW_WORDS.rechecks, value: views.rechecks },
      { name: 'Can call now', value: views['window-open'] },
      { name: 'No owner yet', value: views.unassigned },
    ],
    rows: board.rows.map((row) => {
      const { clocks, ...view } = boardRowView(row, { ...time, nameOf: () => '', away: board.away });
      const next = clocks.find(({ done }) => done === null);
      return {
        reference: view.reference,
        initials: initials.get(row.caseId) ?? WALL_BOARD.unreadable,
        danger: view.danger,
        due: next && { when: next.due.when, left: next.due.left, passed: next.due.passed },
        window: view.window,
        attempts: view.attempts,
      };
    }),
    more: Math.max(0, views.all - board.rows.length),
    refreshSeconds: refreshes ? REFRESH_SECONDS : null,
    refresh: refreshes
      ? { href: '/board/wall', text: WALL_BOARD.stopRefresh }
      : { href: '/board/wall?refresh=on', text: WALL_BOARD.startRefresh },
    asAt: timeOfDay(time.now, time.timezone),
  };
}
