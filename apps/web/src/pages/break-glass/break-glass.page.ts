import {
  GLASS_REASONS,
  GLASS_REVIEWS,
  mayDo,
  type BreakGlass,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import type { OpeningsOfMonth } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { distanceInWords, momentInWords, timeOfDay } from '../../formatting/moments';
import { MONTHS } from '../../formatting/moment.copy';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { LIST, OPENING, REASON_WORDS, REVIEW, REVIEW_WORDS } from './break-glass.copy';
import type { OpeningRaw } from './opening.form';

interface Reading {
  readonly actor: StaffActor;
  readonly nameOf: NameOf;
  readonly now: Instant;
  readonly timezone: string;
}

export function openingPage(form: {
  raw: OpeningRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { raw, errors, idempotencyKey } = form;
  return {
    ...OPENING,
    action: '/break-glass/new',
    reasons: GLASS_REASONS.map((value) => ({ value, text: REASON_WORDS[value] })),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

export function openingsPage(
  found: {
    readonly waiting: readonly BreakGlass[];
    readonly reviewed: readonly BreakGlass[];
    readonly months: readonly OpeningsOfMonth[];
  },
  { notice, ...reading }: Reading & { readonly notice: Notice | null },
) {
  const { actor, now, timezone } = reading;
  const codesOnly = actor.role === 'auditor';
  return {
    ...LIST,
    asAt: timeOfDay(now, timezone),
    notice,
    mayOpen: mayDo(actor, 'break-glass'),
    waiting: codesOnly ? null : found.waiting.map((opening) => cardOf(opening, reading)),
    reviewed: codesOnly ? null : found.reviewed.map((opening) => cardOf(opening, reading)),
    months: found.months.map(monthRow),
  };
}

function cardOf(opening: BreakGlass, { actor, nameOf, now, timezone }: Reading) {
  const { id, reference, reason, userId, grantedAt, untilAt, reviewDueAt, review } = opening;
  const when = { now, timezone };
  const own = userId === actor.userId;
  return {
    reference,
    rows: [
      { key: 'Opened by', value: `${nameOf(userId)}, ${momentInWords(grantedAt, when)}` },
      { key: 'Reason', value: REASON_WORDS[reason] },
      { key: 'Open until', value: momentInWords(untilAt, when) },
      ...(review === null
        ? [
            {
              key: 'Review by',
              value: `${momentInWords(reviewDueAt, when)}, ${distanceInWords(reviewDueAt, now)}`,
            },
          ]
        : [reviewRow(opening, { nameOf, now, timezone })]),
    ],
    overdue: review === null && now > reviewDueAt,
    reviewHref: review !== null || own || !mayDo(actor, 'review-break-glass') ? null : `/break-glass/${id}`,
    own: own && review === null,
  };
}

function reviewRow(
  { review, reviewedBy, reviewedAt }: BreakGlass,
  { nameOf, now, timezone }: Omit<Reading, 'actor'>,
) {
  const words = review === null || reviewedAt === null ? '' : `${REVIEW_WORDS[review]}. `;
  const at = reviewedAt === null ? '' : momentInWords(reviewedAt, { now, timezone });
  return { key: 'Review', value: `${words}${nameOf(reviewedBy)}, ${at}` };
}

function monthRow(month: OpeningsOfMonth) {
  const [year, number] = month.monthOn.split('-').map(Number);
  return { ...month, name: `${MONTHS[(number ?? 1) - 1]} ${year}` };
}

export function reviewPage(
  { opening, why }: { readonly opening: BreakGlass; readonly why: string | null },
  reading: Reading,
  form: { review: string; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  return {
    ...REVIEW,
    ...form,
    reference: opening.reference,
    rows: cardOf(opening, reading).rows,
    why,
    action: `/break-glass/${opening.id}`,
    revision: opening.revision,
    choices: GLASS_REVIEWS.map((value) => ({ value, text: REVIEW_WORDS[value] })),
    wrong: wrongFields(form.errors),
  };
}
