import { event, plus, SECOND, type CaseId, type Deadline, type ServiceActor } from '#libs/domain';
import { adjustDeadlines } from '../contact-attempts';
import { settleCase } from '../deadlines';
import type { HolidayAct, Transaction, UnitOfWork } from '../ports';
import { moveClock } from './move-clock';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/** Cases of one transaction, so that it lasts well under a second. */
export const CASES_AT_ONCE = 25;

/** By then every process works with the new calendar, and intake that began under the old one has been saved. */
const SETTLING = 10 * SECOND;

/**
 * Moves the deadlines of clocks that started before a late-proclaimed bank holiday was in the calendar: those still
 * running and not yet due, no other. A batch at a time, each with its own commit; how far it has come is kept with
 * the proposal, so it goes on after a restart, and a clock that was moved is not moved again.
 */
export class MoveForHolidays {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Looks at one batch of cases; answers whether there may be more to do at once. */
  execute({ limit = CASES_AT_ONCE }: { limit?: number } = {}): Promise<boolean> {
    return this.unitOfWork.run(TIMERS, async (tx) => {
      const act = await tx.proposals.lockHolidayAct(plus(tx.now, -SETTLING));
      if (act === null) return false;
      await this.batch(tx, act, limit);
      return true;
    });
  }

  private async batch(tx: Transaction, act: HolidayAct, limit: number): Promise<void> {
    const cases =
      act.dates.length === 0
        ? []
        : await tx.proposals.casesWithRunningClocks({ after: act.movedThrough, limit });
    let moved = act.deadlinesMoved;
    for (const id of cases) moved += await moveCase(tx, act, id);
    const done = cases.length < limit;
    const movedThrough = cases.at(-1) ?? act.movedThrough;
    await tx.proposals.saveProgress({
      ...act,
      movedThrough,
      deadlinesMoved: moved,
      doneAt: done ? tx.now : null,
    });
    if (!done || act.dates.length === 0) return;
    await tx.journal.append([
      event({
        subject: { kind: 'proposal', id: act.id },
        type: 'proposal.deadlines-moved',
        happenedAt: tx.now,
        reason: 'holiday-proclaimed',
        payload: { calendarId: act.calendarId, version: act.version, deadlinesMoved: moved },
      }),
    ]);
  }
}

async function moveCase(tx: Transaction, act: HolidayAct, id: CaseId): Promise<number> {
  const caseFile = await tx.cases.lock(id);
  if (caseFile === null) return 0;
  const held = await tx.deadlines.lockOfCase(id);
  const after: Deadline[] = [];
  for (const deadline of held) after.push(await moveClock(tx, { act, deadline, held }));
  const moved = after.filter((deadline, index) => deadline !== held[index]);
  if (moved.length === 0) return 0;
  await tx.deadlines.save(moved);
  const exceptions = await tx.exceptions.ofCase(id);
  const deadlines = await adjustDeadlines(tx, { deadlines: after, exceptions, reason: 'holiday-proclaimed' });
  const card = await tx.safeContact.cardOf(caseFile.personId);
  const attempts = await tx.attempts.ofCase(id);
  const settled = await settleCase(tx, { caseFile, deadlines, attempts, card });
  await tx.cases.save({ ...caseFile, ...settled.standing });
  return moved.length;
}
