import { event, type DraftId, type StaffActor } from '#libs/domain';
import type { NotFound } from '../outcome';
import type { UnitOfWork } from '../ports';
import { findOpenDraft, type DraftSent } from './draft-access';

export type DraftDiscarded = { readonly kind: 'discarded' } | DraftSent | NotFound;

/** Deletes what was typed, at once. `reason` says why as a code: thrown away, or the person does not want a call. */
export class DiscardDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { draftId, reason }: { draftId: DraftId; reason: 'by-author' | 'offer-declined' },
  ): Promise<DraftDiscarded> {
    return this.unitOfWork.run<DraftDiscarded>(actor, async (tx) => {
      const found = await findOpenDraft(tx, draftId);
      if (found.kind !== 'open') return found;
      await tx.drafts.end({ ...found.draft, state: 'discarded', changedAt: tx.now });
      const subject = { kind: 'draft', id: draftId } as const;
      await tx.journal.append([event({ subject, type: 'draft.discarded', happenedAt: tx.now, reason })]);
      return { kind: 'discarded' };
    });
  }
}
