import type { ConflictShown, Sealable } from '#libs/casework';
import { ASK_AGAIN_REASONS, decisionReference, type Instant, type UserId } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay, distanceInWords, momentInWords, timeOfDay } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import type { SuspectRaw } from './suspect.form';
import {
  ASK_AGAIN,
  ASK_AGAIN_WORDS,
  CONFLICTS,
  DECIDE,
  SHARED_WORDS,
  STATE_WORDS,
  SUSPECT,
} from './suspects.copy';

interface Clock {
  readonly now: Instant;
  readonly timezone: string;
}

export function suspectPage(form: {
  summary: CaseSummary;
  raw: SuspectRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { summary, raw, errors, idempotencyKey } = form;
  return {
    ...SUSPECT,
    reference: summary.reference,
    caseHref: `/cases/${summary.caseId}`,
    action: `/cases/${summary.caseId}/suspects/new`,
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

export function conflictsPage(
  { waiting, decided }: Readonly<Record<'waiting' | 'decided', readonly ConflictShown[]>>,
  { now, timezone, notice }: Clock & { readonly notice: Notice | null },
) {
  const card = (shown: ConflictShown) => ({
    title: titleOf(shown),
    rows: rowsOf(shown, { now, timezone }),
    overdue: shown.conflict.nextDueAt !== null && now > shown.conflict.nextDueAt,
    href: `/conflicts/${shown.conflict.id}`,
  });
  return {
    ...CONFLICTS,
    asAt: timeOfDay(now, timezone),
    notice,
    cards: waiting.map(card),
    decided: decided.map(card),
  };
}

export function decidePage(
  { suspect, ...shown }: ConflictShown & { readonly suspect: Sealable['suspect'] | null },
  { by, ...clock }: Clock & { readonly by: UserId },
  form: { decision: string; reason: string; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const { nextDueAt, askedAgainBy } = shown.conflict;
  const born = suspect?.bornOn ?? null;
  return {
    ...DECIDE,
    ...form,
    caption: titleOf(shown),
    rows: [
      { key: DECIDE.namesKey, value: suspect?.names.join(', also ') ?? DECIDE.unreadable },
      { key: DECIDE.bornKey, value: born === null ? DECIDE.unknown : calendarDay(born) },
      ...rowsOf(shown, clock),
    ],
    links: [shown.one, shown.other].map(({ caseId, reference }) => ({ href: `/cases/${caseId}`, reference })),
    action: `/conflicts/${shown.conflict.id}`,
    again:
      nextDueAt !== null
        ? null
        : {
            ...ASK_AGAIN,
            action: `/conflicts/${shown.conflict.id}/ask-again`,
            reasons: ASK_AGAIN_REASONS.map((code) => ({ value: code, text: ASK_AGAIN_WORDS[code] })),
          },
    another: askedAgainBy === by ? DECIDE.another : null,
    revision: shown.conflict.revision,
    choices: [
      { value: 'not-the-same', text: DECIDE.different },
      { value: 'separate', text: DECIDE.separate, hint: { text: DECIDE.separateHint } },
      { value: 'put-off', text: DECIDE.putOff },
    ],
    wrong: wrongFields(form.errors),
  };
}

function titleOf({ one, other }: Pick<ConflictShown, 'one' | 'other'>): string {
  return `The suspect in ${one.reference} may be the person in ${other.reference}`;
}

function rowsOf({ conflict }: Pick<ConflictShown, 'conflict'>, { now, timezone }: Clock) {
  const { shared, state, foundAt, nextDueAt, decidedAt, askedAgainBecause, decidedBefore } = conflict;
  const moment = (at: Instant) => momentInWords(at, { now, timezone });
  const due =
    nextDueAt === null
      ? []
      : [
          {
            key: 'Decide by',
            value: `${momentInWords(nextDueAt, { now, timezone })}, ${distanceInWords(nextDueAt, now)}`,
          },
        ];
  return [
    { key: 'In your mail', value: decisionReference(conflict.id) },
    { key: 'Why', value: shared.map((kind) => SHARED_WORDS[kind]).join('; ') },
    { key: 'State', value: STATE_WORDS[state] },
    { key: 'Found', value: momentInWords(foundAt, { now, timezone }) },
    ...(nextDueAt === null && decidedAt !== null ? [{ key: 'Decided', value: moment(decidedAt) }] : []),
    ...(nextDueAt !== null && askedAgainBecause !== null && decidedBefore !== null
      ? [
          {
            key: DECIDE.askedAgain,
            value: `${ASK_AGAIN_WORDS[askedAgainBecause]}. Before: ${STATE_WORDS[decidedBefore].toLowerCase()}. ${DECIDE.askedAgainHint}`,
          },
        ]
      : []),
    ...due,
  ];
}
