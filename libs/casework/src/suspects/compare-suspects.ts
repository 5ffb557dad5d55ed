import { event, mayBeSamePerson, type Actor, type ConflictId } from '#libs/domain';
import { nextWorkingDay } from '../break-glass/next-working-day';
import type { ConflictRecord, Ids, UnitOfWork, WallTransaction, WallWork } from '../ports';

const SERVICE: Actor = { kind: 'service', process: 'timers' };
const BATCH = 200;

/**
 * Compares suspects and people recorded since the last round, on the wall's role. Each pair that may be one person is
 * held for the duty lead until the end of the next working day, and mailed to the leads who may see it; nothing of
 * either case changes by it.
 */
export class CompareSuspects {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wallWork: WallWork,
    private readonly ids: Ids,
  ) {}

  /** One batch. Answers how many suspects and people it looked at. */
  async execute(): Promise<number> {
    const dueAt = await this.unitOfWork.run(SERVICE, nextWorkingDay);
    return this.wallWork.run(SERVICE, async (tx) => {
      await tx.conflicts.tellOfPassed();
      const fresh = await tx.suspects.lockFresh(BATCH);
      const looked = fresh.suspects.length + fresh.people.length;
      if (looked === 0) return 0;
      for (const pair of await tx.suspects.likePairs(fresh)) {
        if (mayBeSamePerson(pair)) await this.hold(tx, pair, dueAt);
      }
      await tx.suspects.compared(fresh);
      return looked;
    });
  }

  private async hold(
    tx: WallTransaction,
    pair: Awaited<ReturnType<WallTransaction['suspects']['likePairs']>>[number],
    nextDueAt: Awaited<ReturnType<typeof nextWorkingDay>>,
  ): Promise<void> {
    const id = this.ids.next<ConflictId>();
    const { suspectId, personId, caseId, otherCaseId, handlingAgencyId, shared } = pair;
    const conflict: ConflictRecord = {
      id,
      suspectId,
      caseId,
      otherPersonId: personId,
      otherCaseId,
      handlingAgencyId,
      shared,
      state: 'held',
      foundAt: tx.now,
      nextDueAt,
      decidedBy: null,
      decidedAt: null,
      askedAgainBy: null,
      askedAgainAt: null,
      askedAgainBecause: null,
      decidedBefore: null,
      revision: 1,
    };
    if (!(await tx.conflicts.hold(conflict))) return;
    await tx.conflicts.tell(conflict);
    await tx.journal.append([
      event({
        subject: { kind: 'conflict', id },
        type: 'conflict.held',
        happenedAt: tx.now,
        payload: { suspectId, shared },
      }),
    ]);
  }
}
