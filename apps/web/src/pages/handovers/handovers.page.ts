import type { OfferAnswered } from '#libs/casework';
import type { Handover, HandoverEvent, Instant, UserId } from '#libs/domain';
import type { CaseToGive, OpenOffers } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import { caseToGiveView, receiverChoices } from '../board/assign.page';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { DECISIONS, DONE, HAND_OVER, HANDOVERS, TO_TEAM, WHY } from './handovers.copy';

interface PageTime {
  readonly now: Instant;
  readonly timezone: string;
}

export function handoversPage(
  {
    offers,
    nameOf,
    notice,
    mayReassign,
  }: { offers: OpenOffers; nameOf: NameOf; notice: Notice | null; mayReassign: boolean },
  time: PageTime,
) {
  const { toAnswer, made } = offers;
  return {
    ...HANDOVERS,
    notice,
    answers: toAnswer.map((offer) => offerView(offer, nameOf, time)),
    offers: made.map((offer) => offerView(offer, nameOf, time)),
    ids: toAnswer.map(({ id }) => id),
    reassignHref: mayReassign ? '/handovers/reassign' : null,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

function offerView(offer: Handover, nameOf: NameOf, time: PageTime) {
  const { id, caseId, reference, kind, fromUserId, toUserId, offeredBy, offeredAt } = offer;
  return {
    id,
    href: `/cases/${caseId}`,
    reference,
    from: fromUserId === null ? 'The team' : nameOf(fromUserId),
    to: toUserId === null ? 'The team' : nameOf(toUserId),
    offered: `${nameOf(offeredBy)}, ${momentInWords(offeredAt, time)}`,
    why: WHY[kind] ?? null,
  };
}

export function handOverPage(
  options: {
    readonly cases: readonly CaseToGive[];
    readonly receivers: readonly UserId[];
    readonly reader: UserId;
    readonly nameOf: NameOf;
    readonly to: string;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
  time: PageTime,
) {
  const { cases, receivers, reader, nameOf, to, errors, idempotencyKey } = options;
  const colleagues = receiverChoices(
    receivers.filter((id) => id !== reader),
    nameOf,
  );
  return {
    ...HAND_OVER,
    rows: cases.map((row) => caseToGiveView(row, nameOf, time)),
    choices: [
      ...colleagues,
      { divider: 'or' },
      { value: TO_TEAM, text: HAND_OVER.team, hint: { text: HAND_OVER.teamHint } },
    ],
    to,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

/** What became of the offers, told once on the next page. */
export function answeredNotice(answer: HandoverEvent, rows: readonly OfferAnswered[]): Notice {
  const done = rows.filter(({ decision }) => decision === 'answered').length;
  const words = DONE[answer];
  const left = rows.flatMap(({ reference, decision }) =>
    decision === 'answered' ? [] : [`${reference}: ${DECISIONS[decision]}.`],
  );
  return { title: done === 1 ? words.one : words.many(done), lines: left };
}
