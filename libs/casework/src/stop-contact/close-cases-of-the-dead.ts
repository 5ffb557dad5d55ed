import { endCase } from '../cases/end-case';
import type { UnitOfWork } from '../ports';

const ACTOR = { kind: 'service', process: 'mail' } as const;

/**
 * Closes what is still open of somebody who has died and is handled where whoever recorded it may not look. Each case
 * is a transaction of its own, so that a busy one holds up none of the others.
 */
export class CloseCasesOfTheDead {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute({ limit }: { readonly limit: number }): Promise<number> {
    const ids = await this.unitOfWork.run(ACTOR, (tx) => tx.contactStops.casesOfTheDead({ limit }));
    for (const id of ids) {
      await this.unitOfWork.run(ACTOR, async (tx) => {
        const caseFile = await tx.cases.lock(id);
        if (caseFile?.closedAt === null) await endCase(tx, { caseFile, reason: 'died' });
      });
    }
    return ids.length;
  }
}
