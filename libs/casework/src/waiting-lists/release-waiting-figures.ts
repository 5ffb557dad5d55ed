import {
  localDate,
  publishedWaiting,
  releasedFigures,
  releaseInstant,
  type ServiceActor,
} from '#libs/domain';
import type { Disclosure, ReleaseRefusal } from '../disclosure';
import type { UnitOfWork } from '../ports';

const FIGURES: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Writes down how the waiting lists stood when this month began, as it may be published. However late it runs, it says
 * the same: it counts by the history of requests, and only once.
 */
export class ReleaseWaitingFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timezone: string,
    private readonly disclosure: Disclosure,
  ) {}

  execute(): Promise<readonly ReleaseRefusal[]> {
    const { rule, attacker } = this.disclosure;
    return this.unitOfWork.run(FIGURES, async (tx) => {
      const asAt = releaseInstant(tx.now, this.timezone);
      if (await tx.waitingReleases.isReleased(asAt)) return [];
      const counted = await tx.waitingReleases.countedAt(asAt);
      const lines = counted.map((one) => ({ ...one, figures: releasedFigures(one.figures, rule) }));
      const table = publishedWaiting(localDate(asAt, this.timezone), { lines, rule });
      const findings = await attacker.attack({ rule, tables: [table], links: [] });
      if (findings.length > 0)
        return [
          { kind: 'refused', reason: 'found-by-the-attacker', tables: [table.id], leaks: [], findings },
        ];
      await tx.waitingReleases.release(asAt, { lines, rule, now: tx.now });
      return [];
    });
  }
}
