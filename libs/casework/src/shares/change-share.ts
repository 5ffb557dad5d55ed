import { classesWithGround, type CaseId, type Share, type ShareId, type StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { saveLoss } from './lose-ground';
import { shareEvent } from './share-event';

export interface ShareChange {
  readonly shareId: ShareId;
  /** The revision that the person read. */
  readonly revision: number;
  readonly change: 'open' | 'close';
}

export type ChangeShareOutcome =
  | { readonly kind: 'changed'; readonly caseId: CaseId; readonly shareId: ShareId }
  | NotFound
  | Stale
  | Refused<'no-ground' | 'already-open' | 'closed-already'>;

/** Opens a proposed share, if there is consent or an override for every class of it, or closes one that is live. */
export class ChangeShare {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, change: ShareChange, repeatable: Repeatable): Promise<Once<ChangeShareOutcome>> {
    return this.unitOfWork.once<ChangeShareOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      async (tx) => {
        const found = await tx.shares.find(change.shareId);
        const caseFile = found === null ? null : await lockCaseFor(tx, 'propose-share', found.caseId);
        const share = caseFile === null ? null : await tx.shares.lock(change.shareId);
        if (share === null) return NOT_FOUND;
        if (share.revision !== change.revision) return { kind: 'stale', revision: share.revision };
        if (share.state === 'closed') return refuse('closed-already');
        return change.change === 'open' ? open(tx, actor, share) : close(tx, share);
      },
    );
  }
}

async function open(tx: Transaction, actor: StaffActor, share: Share): Promise<ChangeShareOutcome> {
  if (share.state === 'open') return refuse('already-open');
  const ledger = await tx.consents.ledgerOf(share.personId);
  const overrides = await tx.overrides.ofPerson(share.personId);
  const grounded = classesWithGround(share, { ledger, overrides, now: tx.now });
  if (grounded.length < share.dataClasses.length) return refuse('no-ground');
  const opened: Share = { ...share, state: 'open', openedBy: actor.userId, openedAt: tx.now };
  await tx.shares.save(opened);
  await tx.journal.append([shareEvent(opened, 'share.opened', tx.now)]);
  await tx.shares.notify({ kind: 'opened', share: opened, at: tx.now });
  return { kind: 'changed', caseId: share.caseId, shareId: share.id };
}

async function close(tx: Transaction, share: Share): Promise<ChangeShareOutcome> {
  await saveLoss(tx, share, { ...share, state: 'closed', closedAt: tx.now, closing: 'not-needed' });
  return { kind: 'changed', caseId: share.caseId, shareId: share.id };
}
