import {
  agencyRecipient,
  BODIES,
  DATA_CLASSES,
  LEGAL_BASES,
  LEGAL_BASIS_CODES,
  mayDo,
  overrideStands,
  OVERRIDE_HOURS,
  purposeFits,
  REVIEW_FINDINGS,
  type ConsentOverride,
  type Recipient,
  type StaffActor,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { timeOfDay } from '../../formatting/moments';
import { caseFrame } from '../cases/case-frame.page';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import type { ConsentParts } from './consent-reading';
import { recipientWords } from './consent-words';
import { CLASS_WORDS, PURPOSE_WORDS } from './consent.copy';
import { overrideLine, type OverrideWords } from './override-line';
import { OVERRIDE_PURPOSES, type OverrideRaw, type ReviewRaw } from './override.form';
import {
  FINDING_WORDS,
  HOURS_WORDS,
  LEGAL_BASIS_WORDS,
  OVERRIDE_NEW,
  OVERRIDE_PAGE,
  OVERRIDES,
} from './override.copy';

export function overrideFormPage(
  parts: ConsentParts,
  drawn: { raw: OverrideRaw; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const { summary, consent } = parts;
  const nameOf = recipientWords(consent.providers);
  const recipients: readonly Recipient[] = [
    ...BODIES.filter((body) => OVERRIDE_PURPOSES.some((purpose) => purposeFits(purpose, body))),
    ...consent.providers.map(({ agencyId }) => agencyRecipient(agencyId)),
  ];
  return {
    ...OVERRIDE_NEW,
    ...drawn,
    wrong: wrongFields(drawn.errors),
    frame: caseFrame(parts, 'consent'),
    backHref: `/cases/${summary.caseId}/consent`,
    action: `/cases/${summary.caseId}/overrides/new`,
    revision: drawn.raw.revision || String(summary.revision),
    recipientItems: [
      { value: '', text: 'Choose' },
      ...recipients.map((value) => ({ value, text: nameOf(value) })),
    ],
    purposeItems: OVERRIDE_PURPOSES.map((value) => ({ value, text: PURPOSE_WORDS[value] })),
    classItems: DATA_CLASSES.map((value) => ({ value, text: CLASS_WORDS[value] })),
    basisItems: LEGAL_BASIS_CODES.map((value) => ({
      value,
      text: LEGAL_BASIS_WORDS[value],
      hint: {
        text: `${OVERRIDE_NEW.longest(HOURS_WORDS[LEGAL_BASES[value].longestHours] ?? '')}. ${LEGAL_BASES[value].source}`,
      },
    })),
    hourItems: OVERRIDE_HOURS.map((value) => ({ value: String(value), text: HOURS_WORDS[value] ?? '' })),
  };
}

export function overridePage(
  override: ConsentOverride,
  view: OverrideWords & {
    readonly actor: StaffActor;
    readonly necessity: string | null;
    readonly notice: Notice | null;
    readonly raw: ReviewRaw;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
) {
  const { actor, necessity, now, timezone, errors } = view;
  const line = overrideLine(override, view);
  const may = mayDo(actor, 'decide-override');
  const mine = override.askedBy === actor.userId;
  const path = `/overrides/${override.id}`;
  const reviewable = override.reviewDueAt !== null && override.reviewedAt === null;
  return {
    ...OVERRIDE_PAGE,
    ...view,
    wrong: wrongFields(errors),
    line,
    reason: necessity ?? OVERRIDE_PAGE.unreadable,
    caseHref: `/cases/${override.caseId}/consent`,
    revision: String(override.revision),
    decideAction: may && line.waits && !mine ? path : null,
    yoursWords: line.waits && mine ? OVERRIDE_PAGE.yours : null,
    endAction: may && overrideStands(override, now) ? `${path}/end` : null,
    reviewAction: may && !mine && reviewable ? `${path}/review` : null,
    findingItems: REVIEW_FINDINGS.map((value) => ({ value, text: FINDING_WORDS[value] })),
    toldItems: Object.entries(OVERRIDE_PAGE.told).map(([value, text]) => ({ value, text })),
    asAt: timeOfDay(now, timezone),
  };
}

export function overridesPage(overrides: readonly ConsentOverride[], words: OverrideWords) {
  return {
    ...OVERRIDES,
    lines: overrides.map((override) => overrideLine(override, words)),
    asAt: timeOfDay(words.now, words.timezone),
  };
}
