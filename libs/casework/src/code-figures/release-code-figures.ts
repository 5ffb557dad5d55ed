import { quartersToPublish, releasedCodeLines, type ServiceActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';

const FIGURES: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Publishes what became of the entitlements that a quarter opened, once for each quarter. Whoever comes late counts what
 * stands by then, and the release says when it was made.
 */
export class ReleaseCodeFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timezone: string,
  ) {}

  execute(): Promise<void> {
    return this.unitOfWork.run(FIGURES, async (tx) => {
      for (const quarter of quartersToPublish(tx.now, this.timezone)) {
        if (await tx.codeReleases.isReleased(quarter)) continue;
        const lines = releasedCodeLines(await tx.codeReleases.countedOf(quarter));
        await tx.codeReleases.release(quarter, { lines, now: tx.now });
      }
    });
  }
}
