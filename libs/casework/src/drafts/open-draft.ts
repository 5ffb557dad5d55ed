import type { DraftContents, DraftId, Instant, StaffActor } from '#libs/domain';
import { refuse, type NotFound, type Refused } from '../outcome';
import type { DraftRecord, UnitOfWork, Vault } from '../ports';
import { findOpenDraft, type DraftSent } from './draft-access';
import { openSealedDraft } from './draft-seal';

export interface OpenedDraft {
  readonly kind: 'open';
  readonly draft: DraftRecord;
  readonly contents: DraftContents;
  readonly now: Instant;
}

export type DraftOpened = OpenedDraft | DraftSent | NotFound | Refused<'unreadable'>;

/** Shows a draft to its author. It names a person, so each look is an access row, committed first (P8). */
export class OpenDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, draftId: DraftId): Promise<DraftOpened> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const draft = await findOpenDraft(tx, draftId, 'find');
      if (draft.kind !== 'open') return draft;
      await tx.accessLog.record([
        { personId: draftId, caseId: null, what: 'referral-identity', basis: 'draft-author' },
      ]);
      const sealed = await tx.drafts.sealedOf(draftId);
      // Sent from another tab between the two reads, it leads to its receipt and does not look empty.
      const after = await findOpenDraft(tx, draftId, 'find');
      return after.kind === 'open' ? { ...draft, sealed, now: tx.now } : after;
    });
    if (found.kind !== 'open') return found;
    const { draft, sealed, now } = found;
    const subject = await this.vault.of(draftId);
    if (subject.kind === 'unreadable') return refuse('unreadable');
    const contents = openSealedDraft(subject.vault, draftId, sealed);
    return contents === null ? refuse('unreadable') : { kind: 'open', draft, contents, now };
  }
}
