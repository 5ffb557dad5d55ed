import type { Instant } from '#libs/domain';
import type { PoliceTaskLine } from '#libs/persistence';
import { deadlineInWords, type DeadlineWords } from '../../formatting/deadline-words';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import { LIST, TASK_WORDS, TEAM_TASKS, WAITING } from './task.copy';

export interface TaskRowView {
  readonly href: string;
  readonly reference: string;
  readonly title: string;
  /** The team for responders; when it was asked for everybody. */
  readonly team: string | null;
  readonly asked: string;
  readonly due: DeadlineWords;
  readonly again: string | null;
}

interface Reading {
  readonly now: Instant;
  readonly timezone: string;
  readonly nextHref: string | undefined;
}

/** For officers: reference, kind and due time. No name, no case, no reason. */
export function teamTasksPage(rows: readonly PoliceTaskLine[], reading: Reading & { notice: Notice | null }) {
  return {
    ...TEAM_TASKS,
    ...listOf(rows, reading, (row) => ({ href: `/tasks/${row.taskId}`, team: null })),
    notice: reading.notice,
  };
}

/** For responders and leads: the same questions from the other side, with the team and a way to the case. */
export function waitingPage(rows: readonly PoliceTaskLine[], reading: Reading) {
  return {
    ...WAITING,
    ...listOf(rows, reading, (row) => ({ href: `/cases/${row.caseId}`, team: row.teamName })),
    notice: null,
  };
}

/** A number to call comes before a number for the record. */
const GROUPS = [
  { caption: LIST.forTheCall, holds: ({ kind }: PoliceTaskLine) => kind !== 'add-crime-number' },
  { caption: LIST.forTheRecord, holds: ({ kind }: PoliceTaskLine) => kind === 'add-crime-number' },
] as const;

function listOf(
  rows: readonly PoliceTaskLine[],
  { now, timezone, nextHref }: Reading,
  end: (row: PoliceTaskLine) => Pick<TaskRowView, 'href' | 'team'>,
) {
  const time = { now, timezone };
  const view = (row: PoliceTaskLine): TaskRowView => ({
    ...end(row),
    reference: row.reference,
    title: TASK_WORDS[row.kind].title,
    asked: momentInWords(row.openedAt, time),
    due: deadlineInWords(row.dueAt, time),
    again: row.askAgainAt === null ? null : `Trying again ${momentInWords(row.askAgainAt, time)}`,
  });
  return {
    asAt: timeOfDay(now, timezone),
    nextHref,
    groups: GROUPS.map(({ caption, holds }) => ({ caption, rows: rows.filter(holds).map(view) })).filter(
      (group) => group.rows.length > 0,
    ),
  };
}
