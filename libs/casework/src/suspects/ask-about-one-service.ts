import { conflictMachine, event, nextState, type Actor, type ConflictId, type Instant } from '#libs/domain';
import { nextWorkingDay } from '../break-glass/next-working-day';
import type { UnitOfWork, WallTransaction, WallWork } from '../ports';

const SERVICE: Actor = { kind: 'service', process: 'timers' };

/**
 * Two people who are kept apart are with one service, or one of them was taken back from it because the other is there.
 * Nothing of their support is moved: the conflict is held for the duty lead once more, who alone may know of both. An
 * answer other than the one before takes another lead than the one who gave that.
 */
export class AskAboutOneService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wallWork: WallWork,
  ) {}

  /** Answers how many were held. */
  async execute(): Promise<number> {
    const dueAt = await this.unitOfWork.run(SERVICE, nextWorkingDay);
    return this.wallWork.run(SERVICE, async (tx) => {
      const found = await tx.conflicts.atOneService();
      for (const id of found) await ask(tx, id, dueAt);
      return found.length;
    });
  }
}

async function ask(tx: WallTransaction, id: ConflictId, nextDueAt: Instant): Promise<void> {
  const found = await tx.conflicts.lock(id);
  const state = found && nextState(conflictMachine, { state: found.state, event: 'ask-again' });
  if (found === null || state === null) return;
  const held = {
    ...found,
    state,
    nextDueAt,
    askedAgainBy: found.decidedBy,
    askedAgainAt: tx.now,
    askedAgainBecause: 'one-service',
    decidedBefore: found.state,
  } as const;
  await tx.conflicts.save(held);
  await tx.conflicts.tell(held);
  await tx.journal.append([
    event({
      subject: { kind: 'conflict', id },
      type: 'conflict.asked-again',
      happenedAt: tx.now,
      reason: held.askedAgainBecause,
    }),
  ]);
}
