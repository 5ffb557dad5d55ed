import { draftExpiry, event, mayDo, type DraftId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork, Vault } from '../ports';

export type DraftStarted =
  { readonly kind: 'started'; readonly draftId: DraftId; readonly revision: 1 } | NotFound;

/** Opens an empty draft of the actor's own. The same key twice is the same draft. */
export class StartDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, repeatable: Repeatable): Promise<Once<DraftStarted>> {
    const keep = ({ kind }: DraftStarted) => kind === 'started';
    return this.unitOfWork.once<DraftStarted>({ actor, repeatable, keep }, async (tx) => {
      if (!mayDo(actor, 'keep-draft')) return NOT_FOUND;
      const id = this.ids.next<DraftId>();
      // Inside the work, so that a form sent twice leaves no key behind; a row never exists without its key.
      await this.vault.create(id);
      await tx.drafts.insert({
        id,
        authorId: actor.userId,
        agencyId: actor.agencyId,
        teamId: actor.teamId,
        state: 'open',
        referralId: null,
        startedAt: tx.now,
        changedAt: tx.now,
        expiresAt: draftExpiry(tx.now),
        revision: 1,
      });
      await tx.journal.append([
        event({ subject: { kind: 'draft', id }, type: 'draft.started', happenedAt: tx.now }),
      ]);
      return { kind: 'started', draftId: id, revision: 1 };
    });
  }
}
