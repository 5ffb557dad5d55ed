import type { TimerKind } from '#libs/casework';
import { DUTY_STAGE } from '../duties/duty.store';
import type { JournalEntry } from '../journal-tail';

/** Where the timers of one kind stand: a table `d` with a revision and a `next_fire_at`. */
export interface TimerTable {
  readonly table: string;
  readonly id: string;
  /** What the timer does next, as SQL. */
  readonly stage: string;
  /** The column by which the journal names what may have changed a timer. */
  readonly changedBy: string;
  changedIn(entry: JournalEntry): string | null;
}

export const TIMER_TABLES: Readonly<Record<TimerKind, TimerTable>> = {
  deadline: {
    table: 'app.deadline',
    id: 'd.deadline_id',
    stage: 'd.next_stage',
    changedBy: 'd.case_id',
    changedIn: ({ caseId }) => caseId,
  },
  duty: {
    table: 'app.duty',
    id: 'd.duty_id',
    stage: DUTY_STAGE,
    changedBy: 'd.duty_id',
    changedIn: ({ subject }) => (subject.kind === 'duty' ? subject.id : null),
  },
};
