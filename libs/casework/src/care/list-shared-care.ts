import { CARE_ACTS, classesCover, mayDo, type CareAct, type CaseId, type StaffActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';

/** What of somebody's support this person may read and keep at a service, right now; nothing of it is shown yet. */
export class ListSharedCare {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, caseId: CaseId): Promise<readonly CareAct[]> {
    return this.unitOfWork.run<readonly CareAct[]>(actor, async (tx) => {
      const found = mayDo(actor, 'keep-shared-care') ? await tx.shares.workedOn(caseId) : null;
      return found === null ? [] : CARE_ACTS.filter((act) => classesCover(act, found.classes));
    });
  }
}
