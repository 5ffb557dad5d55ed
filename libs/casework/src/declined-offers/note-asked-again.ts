import { event, mayDo, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { OfferId, Once, Repeatable, UnitOfWork } from '../ports';
import { localToday } from './record-declined-offer';

export type AskedAgainOutcome = { readonly kind: 'noted' } | NotFound;

/** Somebody of the team has asked again; what the person said this time is a referral or a new declined offer. */
export class NoteAskedAgain {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, offerId: OfferId, repeatable: Repeatable): Promise<Once<AskedAgainOutcome>> {
    return this.unitOfWork.once<AskedAgainOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'noted' },
      async (tx) => {
        if (!mayDo(actor, 'see-ask-again')) return NOT_FOUND;
        const on = await localToday(tx);
        if (!(await tx.declinedOffers.askedAgain({ id: offerId, on }))) return NOT_FOUND;
        await tx.journal.append([
          event({
            subject: { kind: 'declined-offer', id: offerId },
            type: 'offer.asked-again',
            happenedAt: tx.now,
          }),
        ]);
        return { kind: 'noted' };
      },
    );
  }
}
