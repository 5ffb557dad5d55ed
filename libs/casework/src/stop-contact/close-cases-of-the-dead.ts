import { endCase } from '../cases/end-case';
import type { UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';

/**
 * Closes what is still open of somebody who has died and is handled where whoever recorded it may not look. Each case
 * is a transaction of its own, so that a busy one holds up none of the others.
 */
export class CloseCasesOfTheDead {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ limit }: { readonly limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: { kind: 'service', process: 'mail' },
      kind: 'case-of-the-dead',
      find: (tx) => tx.contactStops.casesOfTheDead({ limit }),
      work: async (tx, id) => {
        const caseFile = await tx.cases.lock(id);
        if (caseFile?.closedAt === null) await endCase(tx, { caseFile, reason: 'died' });
      },
    });
  }
}
