import { DEFAULT_DISCLOSURE_RULE, releasedFigures, releaseInstant, type ServiceActor } from '#libs/domain';
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
  ) {}

  execute(): Promise<void> {
    return this.unitOfWork.run(FIGURES, async (tx) => {
      const asAt = releaseInstant(tx.now, this.timezone);
      if (await tx.waitingReleases.isReleased(asAt)) return;
      const counted = await tx.waitingReleases.countedAt(asAt);
      const lines = counted.map((one) => ({ ...one, figures: releasedFigures(one.figures, DEFAULT_DISCLOSURE_RULE) }));
      await tx.waitingReleases.release(asAt, { lines, now: tx.now });
    });
  }
}
