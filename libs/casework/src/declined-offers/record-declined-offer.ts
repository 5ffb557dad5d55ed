import {
  checkAskAgainDay,
  event,
  localDate,
  mayDo,
  monthOf,
  type AskAgainDayRefusal,
  type DeclinedAnswer,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, OfferId, Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface DeclinedOfferInput {
  readonly answer: DeclinedAnswer;
  readonly district: string | null;
  /** The day to ask again, YYYY-MM-DD, when the person named one. */
  readonly askAgainOn: string | null;
}

export type DeclinedOfferOutcome =
  | { readonly kind: 'recorded'; readonly offerId: OfferId }
  | NotFound
  | Refused<AskAgainDayRefusal | 'unknown-district'>;

/**
 * "Not now" or "no" to a call: counted for coverage by month and district, and nothing that identifies anybody is
 * kept or sent (issue 3). The clock of no promise starts.
 */
export class RecordDeclinedOffer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: DeclinedOfferInput,
    repeatable: Repeatable,
  ): Promise<Once<DeclinedOfferOutcome>> {
    return this.unitOfWork.once<DeclinedOfferOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    { answer, district, askAgainOn }: DeclinedOfferInput,
  ): Promise<DeclinedOfferOutcome> {
    if (!mayDo(actor, 'record-declined-offer')) return NOT_FOUND;
    if (district !== null && !(await tx.referrals.districtExists(district)))
      return refuse('unknown-district');
    const todayOn = await localToday(tx);
    const badDay = askAgainOn === null ? null : checkAskAgainDay({ askAgainOn, todayOn });
    if (badDay !== null) return refuse(badDay);
    const offerId = this.ids.next<OfferId>();
    const monthOn = monthOf(todayOn);
    const { agencyId, teamId } = actor;
    await tx.declinedOffers.insert({ id: offerId, agencyId, teamId, answer, district, monthOn, askAgainOn });
    await tx.journal.append([
      event({
        subject: { kind: 'declined-offer', id: offerId },
        type: 'offer.declined',
        happenedAt: tx.now,
        payload: { answer, district, monthOn, askAgainOn },
      }),
    ]);
    return { kind: 'recorded', offerId };
  }
}

/** The day it is where the desk is. */
export async function localToday(tx: Transaction): Promise<string> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  return localDate(tx.now, hours.timezone);
}
