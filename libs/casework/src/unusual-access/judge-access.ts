import {
  daysLater,
  localDate,
  UNUSUAL_ACCESS,
  unusualAccess,
  type DayOfLooking,
  type PersonId,
  type ServiceActor,
  type UserId,
} from '#libs/domain';
import type { Transaction, UnitOfWork, Vault } from '../ports';
import { startOfDay } from '../support/desk-day';

const WATCH: ServiceActor = { kind: 'service', process: 'timers' };
/** Work on a case so many days before a look explains it; so does work on the day after, or later that day. */
const DAYS_OF_WORK_BEFORE = 30;

/**
 * Goes through who saw whom, one day at the desk at a time and each once, and writes down what an auditor might ask
 * about (P8). A day is judged when the one after it is over, for the work may follow the look.
 */
export class JudgeAccess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly timezone: string,
  ) {}

  /** Judges the oldest day that is not judged; answers whether there was one. */
  execute(): Promise<boolean> {
    return this.unitOfWork.run(WATCH, async (tx) => {
      const first = await tx.unusualAccess.firstUnjudged();
      if (first === null) return false;
      const on = localDate(first, this.timezone);
      const startOn = (days: number) => startOfDay(tx, laterThan(on, days));
      const workUntil = await startOn(2);
      if (tx.now < workUntil) return false;
      const until = await startOn(1);
      const day = await tx.unusualAccess.lookedIn(
        { from: await startOn(0), until },
        { from: await startOn(-DAYS_OF_WORK_BEFORE), until: workUntil },
      );
      const found = unusualAccess(day, { rule: UNUSUAL_ACCESS, namesOf: await this.namesIn(tx, day) });
      await tx.unusualAccess.judged(
        { on, until },
        { found, ruleVersion: UNUSUAL_ACCESS.version, now: tx.now },
      );
      return true;
    });
  }

  private async namesIn(tx: Transaction, day: readonly DayOfLooking<UserId, PersonId>[]) {
    const userIds = [...new Set(day.map(({ actorId }) => actorId))];
    const personIds = [...new Set(day.map(({ personId }) => personId))];
    const { users, people } = await tx.unusualAccess.sealedNames({ userIds, personIds });
    const vaults = await this.vault.many([...userIds, ...personIds]);
    const userNames = new Map(
      users.map(({ userId, sealed }) => [
        userId,
        vaults.get(userId)?.open({ recordId: userId, kind: 'staff-profile' }, sealed)?.name ?? null,
      ]),
    );
    const personNames = new Map(
      people.map(({ personId, sealed }) => {
        const identity = vaults.get(personId)?.open({ recordId: personId, kind: 'identity' }, sealed);
        return [personId, identity ? [identity.nameToAskFor, identity.fullName ?? ''] : []];
      }),
    );
    return ({ actorId, personId }: DayOfLooking<UserId, PersonId>) => ({
      userName: userNames.get(actorId) ?? null,
      personNames: personNames.get(personId) ?? [],
    });
  }
}

function laterThan(date: string, days: number): string {
  const found = daysLater(date, days);
  if (found === undefined) throw new Error('the day has no neighbours');
  return found;
}
