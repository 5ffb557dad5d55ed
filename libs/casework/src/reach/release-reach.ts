import {
  reachGroupsOf,
  reachTables,
  reachYears,
  REACH_DIMENSIONS,
  REACH_LABELS,
  type ReachCount,
  type ReachYear,
  type ServiceActor,
} from '#libs/domain';
import { protectRelease, type Disclosure, type ReleaseRefusal } from '../disclosure';
import type { ReachAnswersCount, Transaction, UnitOfWork } from '../ports';

const FIGURES: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Publishes once a year who was referred, reached and came to support, by sex, age band and ethnic group of the whole
 * area: protected together, and tried by the attacker before anybody reads it. A year in which too few were referred is
 * published as that.
 */
export class ReleaseReach {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timezone: string,
    private readonly disclosure: Disclosure,
  ) {}

  execute(): Promise<readonly ReleaseRefusal[]> {
    return this.unitOfWork.run(FIGURES, async (tx) => {
      const began = await tx.reachReleases.began();
      const refused: ReleaseRefusal[] = [];
      for (const year of began === null ? [] : reachYears(tx.now, { began, timezone: this.timezone })) {
        if (await tx.reachReleases.isReleased(year)) continue;
        refused.push(...(await this.release(tx, year)));
      }
      return refused;
    });
  }

  private async release(tx: Transaction, year: ReachYear): Promise<readonly ReleaseRefusal[]> {
    const counts = countsOf(await tx.reachReleases.countedOf(year));
    const made = await protectRelease(this.disclosure, reachTables(year, counts, REACH_LABELS));
    if (made.kind === 'refused' && made.reason !== 'too-much-is-known') return [made];
    const tables = made.kind === 'refused' ? null : made.tables;
    await tx.reachReleases.release(year, { tables, now: tx.now });
    return [];
  }
}

function countsOf(counted: readonly ReachAnswersCount[]): readonly ReachCount[] {
  const counts = new Map<string, ReachCount>();
  for (const one of counted) {
    const groups = reachGroupsOf(one);
    for (const dimension of REACH_DIMENSIONS) {
      const group = groups[dimension];
      const key = `${dimension} ${group}`;
      const sofar = counts.get(key) ?? { dimension, group, referred: 0, reached: 0, engaged: 0 };
      counts.set(key, {
        ...sofar,
        referred: sofar.referred + one.referred,
        reached: sofar.reached + one.reached,
        engaged: sofar.engaged + one.engaged,
      });
    }
  }
  return [...counts.values()];
}
