import type { CaseEnding, CaseId, DeathRecord, Instant, StaffActor, UnderWay } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { CaseRecord, LastEpisode, UnitOfWork } from '../ports';

export type ReadEndingOutcome =
  | {
      readonly kind: 'read';
      readonly caseFile: CaseRecord;
      readonly underWay: Omit<UnderWay, 'runningClocks'>;
      /** How the case ended; null while it is open, and where nobody said. */
      readonly ending: CaseEnding | null;
      readonly death: DeathRecord | null;
      /** The episode before this one. */
      readonly last: LastEpisode | null;
      readonly now: Instant;
    }
  | NotFound;

/** How a case ended, or what stands in the way of its ending; and how the person's episode before it ended. */
export class ReadEnding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, { caseId }: { readonly caseId: CaseId }): Promise<ReadEndingOutcome> {
    return this.unitOfWork.run<ReadEndingOutcome>(actor, async (tx) => {
      const caseFile = await findCaseFor(tx, 'see-ending', caseId);
      if (caseFile === null) return NOT_FOUND;
      return {
        kind: 'read',
        caseFile,
        underWay: await tx.endings.underWay(caseId),
        ending: await tx.endings.standing(caseId),
        death: await tx.deaths.standing(caseFile.personId),
        last: await tx.endings.lastEpisode(caseId),
        now: tx.now,
      };
    });
  }
}
