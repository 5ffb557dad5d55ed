import { mayDo, type DataClass, type Share, type ShareId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { UnitOfWork } from '../ports';
import { openShare } from './place-in-plan';

export type SharedPlanRead =
  { readonly kind: 'read'; readonly share: Share; readonly classes: readonly DataClass[] } | NotFound;

/**
 * Opens the plan to a service that something is shared with. What it will see is recorded and committed before any of
 * it is read (P8): that the person is supported and, where it is shared, what they need not be asked again.
 */
export class ReadSharedPlan {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, shareId: ShareId): Promise<SharedPlanRead> {
    return this.unitOfWork.run<SharedPlanRead>(actor, async (tx) => {
      const open = mayDo(actor, 'keep-shared-plan') ? await openShare(tx, actor, shareId) : null;
      if (open === null) return NOT_FOUND;
      const { caseId, personId } = open.share;
      const seen = open.classes.includes('needs')
        ? (['support-fact', 'needs'] as const)
        : (['support-fact'] as const);
      await tx.accessLog.record(seen.map((what) => ({ personId, caseId, what, basis: 'share' })));
      return { kind: 'read', ...open };
    });
  }
}
