import {
  codeLinks,
  countedCodeLines,
  countedCodeTable,
  linesOfTable,
  quartersToPublish,
  type ServiceActor,
} from '#libs/domain';
import { protectRelease, type Disclosure, type ReleaseRefusal } from '../disclosure';
import type { UnitOfWork } from '../ports';

const FIGURES: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Publishes what became of the entitlements that a quarter opened, once for each quarter. Whoever comes late counts what
 * stands by then, and the release says when it was made. What could point at somebody is refused and stays unpublished.
 */
export class ReleaseCodeFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timezone: string,
    private readonly disclosure: Disclosure,
  ) {}

  execute(): Promise<readonly ReleaseRefusal[]> {
    return this.unitOfWork.run(FIGURES, async (tx) => {
      const refused: ReleaseRefusal[] = [];
      for (const quarter of quartersToPublish(tx.now, this.timezone)) {
        if (await tx.codeReleases.isReleased(quarter)) continue;
        const counted = countedCodeLines(await tx.codeReleases.countedOf(quarter));
        const links = codeLinks(quarter.month, { lines: counted, versions: await tx.duties.versions() });
        const tables = [countedCodeTable(quarter.month, counted)];
        const released = await protectRelease(this.disclosure, { tables, links });
        if (released.kind === 'refused') {
          refused.push(released);
          continue;
        }
        const lines = linesOfTable(released.tables[0]!, counted);
        await tx.codeReleases.release(quarter, { lines, rule: this.disclosure.rule, now: tx.now });
      }
      return refused;
    });
  }
}
