import { mayDo, type StaffActor, type UserId } from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';
import { offerCase, type RowDecided } from './offer-case';

export type OfferHandoverOutcome =
  | { readonly kind: 'decided'; readonly rows: readonly RowDecided[] }
  | NotFound
  | Refused<'no-cases' | 'receiver-not-available' | 'to-yourself'>;

/** End of a shift: offers every open case of the actor to a colleague, or back to the team (`toUserId` null). */
export class OfferHandover {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    { toUserId }: { readonly toUserId: UserId | null },
    repeatable: Repeatable,
  ): Promise<Once<OfferHandoverOutcome>> {
    return this.unitOfWork.once<OfferHandoverOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'decided' },
      async (tx) => {
        if (!mayDo(actor, 'hand-over-cases')) return NOT_FOUND;
        if (toUserId === actor.userId) return refuse('to-yourself');
        if (toUserId !== null && !(await tx.handovers.mayReceive(toUserId)))
          return refuse('receiver-not-available');
        const cases = await tx.cases.lockOwnedBy(actor.userId);
        if (cases.length === 0) return refuse('no-cases');
        const rows: RowDecided[] = [];
        for (const caseFile of cases) {
          rows.push(await offerCase(tx, { actor, caseFile, to: toUserId, kind: 'shift', ids: this.ids }));
        }
        return { kind: 'decided', rows };
      },
    );
  }
}
