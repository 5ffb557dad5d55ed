import { mayDo, type CaseId, type ShareId, type StaffActor } from '#libs/domain';
import { openShare } from '../plan/place-in-plan';
import type { UnitOfWork } from '../ports';

/** The case behind a share that opens the investigation to this person's service right now; null for every other (P6). */
export class OpenSharedTracks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    id: ShareId,
  ): Promise<{ readonly caseId: CaseId; readonly reference: string } | null> {
    return this.unitOfWork.run(actor, async (tx) => {
      const open = mayDo(actor, 'keep-shared-track') ? await openShare(tx, actor, id) : null;
      if (open === null || !open.classes.includes('investigation')) return null;
      const { caseId, reference } = open.share;
      return { caseId, reference };
    });
  }
}
