import type { Instant } from '#libs/domain';
import type { AlertBoardRow } from '#libs/persistence';
import { deadlineInWords, type DeadlineWords } from '../../formatting/deadline-words';
import { momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import { waitingReviews } from '../person-messages/person-message.copy';
import { limbInWords } from '../promise-words/limb-words';
import * as copy from './alerts.copy';
import type { WhoNowView } from '../rota/who-now.page';
import type { OverdueLine } from './overdue-lines';

export interface AlertCard {
  readonly reference: string;
  readonly casePath: string;
  readonly promise: string;
  readonly weight: string;
  readonly due: DeadlineWords;
  /** Null when the deadline is told by its whole date already. */
  readonly dueInFull: string | null;
  readonly level: string;
  readonly raised: string;
  readonly repeats: string;
  readonly acknowledgePath: string;
  readonly revision: number;
}

export interface AlertsPage {
  readonly title: string;
  readonly intro: string;
  /** Null when no urgent page waits; alerts come after it. */
  readonly urgent: string | null;
  /** Null when no route waits to be looked at. */
  readonly reviews: string | null;
  /** Work with a time of its own that has passed; nothing to show is an empty list. */
  readonly overdueTitle: string;
  readonly overdue: readonly OverdueLine[];
  /** Null while the service keeps up with its own work. */
  readonly setAside: string | null;
  readonly asAt: string;
  readonly cards: readonly AlertCard[];
  readonly empty: string;
  readonly mayAcknowledge: boolean;
  readonly acknowledge: string;
  readonly nextPath: string | undefined;
  readonly notice: Notice | null;
  readonly whoNow: WhoNowView | null;
}

export function alertsPage(options: {
  rows: readonly AlertBoardRow[];
  urgentPages: number;
  safetyReviews: number;
  overdue: readonly OverdueLine[];
  setAside: number;
  now: Instant;
  timezone: string;
  mayAcknowledge: boolean;
  nextPath: string | undefined;
  notice: Notice | null;
  whoNow: WhoNowView | null;
}): AlertsPage {
  const { rows, urgentPages, safetyReviews, overdue, setAside } = options;
  const { now, timezone, mayAcknowledge, nextPath, notice, whoNow } = options;
  const reader = mayAcknowledge ? 'forWhoeverAnswers' : 'forOthers';
  return {
    title: copy.ALERTS_TITLE,
    intro: copy.ALERTS_INTRO[reader],
    urgent: urgentPages === 0 ? null : copy.urgentWaiting(urgentPages),
    reviews: safetyReviews === 0 ? null : waitingReviews(safetyReviews),
    overdueTitle: copy.OVERDUE_TITLE,
    overdue,
    setAside: setAside === 0 ? null : copy.setAsideWork(setAside),
    asAt: timeOfDay(now, timezone),
    cards: rows.map((row) => cardOf(row, { now, timezone })),
    empty: copy.NO_ALERTS[reader],
    mayAcknowledge,
    acknowledge: copy.ACKNOWLEDGE,
    nextPath,
    notice,
    whoNow,
  };
}

function cardOf(row: AlertBoardRow, at: { now: Instant; timezone: string }): AlertCard {
  const due = deadlineInWords(row.dueAt, at);
  const inFull = timeInWords(row.dueAt, at.timezone);
  return {
    reference: row.reference,
    casePath: `/cases/${row.caseId}`,
    promise: `First conversation ${limbInWords(row.limb)}`,
    weight: row.binding ? copy.BINDING : copy.NOT_BINDING,
    due,
    dueInFull: due.when === inFull ? null : inFull,
    level: copy.LEVEL_WORDS[row.level],
    raised: momentInWords(row.firstRaisedAt, at),
    repeats: repeatsInWords(row, at),
    acknowledgePath: `/alerts/${row.alertId}/acknowledge`,
    revision: row.revision,
  };
}

function repeatsInWords(
  { alerts, lastRaisedAt }: AlertBoardRow,
  at: { now: Instant; timezone: string },
): string {
  if (alerts === 1) return 'Not repeated';
  const last = momentInWords(lastRaisedAt, at);
  return alerts === 2 ? `Told again once, ${last}` : `Told again ${alerts - 1} times, last ${last}`;
}
