import type { ConflictShown, Sealable } from '#libs/casework';
import type { Instant } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay, distanceInWords, momentInWords, timeOfDay } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import type { SuspectRaw } from './suspect.form';
import { CONFLICTS, DECIDE, SHARED_WORDS, STATE_WORDS, SUSPECT } from './suspects.copy';

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
  conflicts: readonly ConflictShown[],
  { now, timezone, notice }: Clock & { readonly notice: Notice | null },
) {
  return {
    ...CONFLICTS,
    asAt: timeOfDay(now, timezone),
    notice,
    cards: conflicts.map((shown) => ({
      title: titleOf(shown),
      rows: rowsOf(shown, { now, timezone }),
      overdue: shown.conflict.nextDueAt !== null && now > shown.conflict.nextDueAt,
      href: `/conflicts/${shown.conflict.id}`,
    })),
  };
}

export function decidePage(
  { suspect, ...shown }: ConflictShown & { readonly suspect: Sealable['suspect'] | null },
  clock: Clock,
  form: { decision: string; errors: readonly FieldError[]; idempotencyKey?: string },
) {
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
  const { shared, state, foundAt, nextDueAt } = conflict;
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
    { key: 'Why', value: shared.map((kind) => SHARED_WORDS[kind]).join('; ') },
    { key: 'State', value: STATE_WORDS[state] },
    { key: 'Found', value: momentInWords(foundAt, { now, timezone }) },
    ...due,
  ];
}
