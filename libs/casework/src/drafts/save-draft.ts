import {
  draftExpiry,
  saveStep,
  type DraftAnswers,
  type DraftId,
  type DraftStep,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { refuse, type NotFound, type Refused } from '../outcome';
import type { DraftRecord, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { findOpenDraft, type DraftSent } from './draft-access';
import { openSealedDraft, sealDraft } from './draft-seal';

export interface DraftChange {
  readonly draftId: DraftId;
  readonly step: DraftStep;
  readonly answers: DraftAnswers;
  /** The revision that the form was drawn from. */
  readonly basedOn: number;
}

export type DraftSaved =
  | { readonly kind: 'saved'; readonly revision: number; readonly now: Instant }
  | DraftSent
  | NotFound
  | Refused<'changed-elsewhere' | 'unreadable'>;

/** Saves what was typed on one step, mistakes included, and lets the draft live on from now. */
export class SaveDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, change: DraftChange): Promise<DraftSaved> {
    const subject = await this.vault.of(change.draftId);
    return this.unitOfWork.run<DraftSaved>(actor, async (tx) => {
      const found = await findOpenDraft(tx, change.draftId);
      if (found.kind !== 'open') return found;
      return subject.kind === 'open' ? save(tx, found.draft, subject.vault, change) : refuse('unreadable');
    });
  }
}

async function save(
  tx: Transaction,
  draft: DraftRecord,
  vault: SubjectVault,
  change: DraftChange,
): Promise<DraftSaved> {
  const contents = openSealedDraft(vault, draft.id, await tx.drafts.sealedOf(draft.id));
  if (contents === null) return refuse('unreadable');
  const step = saveStep({ contents, revision: draft.revision }, change);
  if (step.kind === 'changed-elsewhere') return refuse('changed-elsewhere');
  const { revision } = step;
  const renewed = { ...draft, revision, changedAt: tx.now, expiresAt: draftExpiry(tx.now) };
  await tx.drafts.save(renewed, sealDraft(vault, draft.id, step.contents));
  return { kind: 'saved', revision, now: tx.now };
}
