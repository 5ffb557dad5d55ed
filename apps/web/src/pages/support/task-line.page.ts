import { answersForTask, type Instant, type SupportTask, type UserId } from '#libs/domain';
import { deadlineInWords } from '../../formatting/deadline-words';
import { calendarDay, momentInWords } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { KIND_WORDS, MATTER_WORDS, OUTCOME_WORDS, STATE_WORDS } from './support.copy';

export interface LineTime {
  readonly now: Instant;
  readonly timezone: string;
  readonly nameOf: NameOf;
  /** Owners who still work here. */
  readonly worksHere: ReadonlySet<UserId>;
  /** Owners who are on leave now. */
  readonly away: ReadonlySet<UserId>;
}

/** One task as a line of a list: no name of the person, for a list is read over shoulders. */
export function taskLine(task: SupportTask, time: LineTime) {
  const { id, reference, state, dueAt, plannedOn, settledAt, outcome } = task;
  const planned = state === 'planned' && plannedOn !== null;
  return {
    href: `/support-tasks/${id}`,
    reference,
    title: titleOf(task),
    state: outcome === null ? STATE_WORDS[state] : OUTCOME_WORDS[outcome],
    planned: planned ? calendarDay(plannedOn) : null,
    due: settledAt === null && !planned ? deadlineInWords(dueAt, time) : null,
    on: planned ? calendarDay(plannedOn) : momentInWords(dueAt, time),
    owner: settledAt === null ? ownerOf(task, time) : null,
    settled: settledAt === null ? null : momentInWords(settledAt, time),
  };
}

/** The lines of one page: those that say the same of one case are told apart by when they are due, link by link. */
export function taskLines(tasks: readonly SupportTask[], time: LineTime) {
  const lines = tasks.map((task) => taskLine(task, time));
  const words = lines.map(({ title, reference }) => `${title} ${reference}`);
  return lines.map((line, at) => ({
    ...line,
    apart: words.indexOf(words[at]!) === words.lastIndexOf(words[at]!) ? null : line.on,
  }));
}

/** What is to be done, with what its kind leaves open: "Task of the plan: write a letter". */
export function titleOf({ kind, matter }: Pick<SupportTask, 'kind' | 'matter'>): string {
  const { title } = KIND_WORDS[kind];
  return matter === null ? title : `${title}: ${MATTER_WORDS[matter].toLowerCase()}`;
}

/** Exactly one at any instant (P15). */
function ownerOf(task: SupportTask, { now, nameOf, worksHere, away }: LineTime): string {
  const ownerWorksHere = task.ownerUserId !== null && worksHere.has(task.ownerUserId);
  const ownerIsAway = task.ownerUserId !== null && away.has(task.ownerUserId);
  const owner = answersForTask(task, { ownerWorksHere, ownerIsAway, now });
  if (owner?.kind === 'duty-lead') return 'The duty lead';
  return owner?.kind === 'worker' ? nameOf(owner.userId) : 'The team';
}
