import { mayDo, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { Once, Repeatable, UnitOfWork } from '../ports';

export type NoteNoticeOutcome = { readonly kind: 'noted' } | NotFound;

/** Somebody of the receiving agency has read that something was shared or taken back. */
export class NoteShareNotice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, noticeId: string, repeatable: Repeatable): Promise<Once<NoteNoticeOutcome>> {
    return this.unitOfWork.once<NoteNoticeOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'noted' },
      async (tx) => {
        if (!mayDo(actor, 'see-shared')) return NOT_FOUND;
        return (await tx.shares.markSeen(noticeId, tx.now)) ? { kind: 'noted' } : NOT_FOUND;
      },
    );
  }
}
