import type { RedirectRecord } from '#libs/casework';
import {
  ACKNOWLEDGED_HOW,
  RECEIVING_BODIES,
  REDIRECT_BASES,
  REDIRECT_REASONS,
  type Instant,
} from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { deadlineInWords } from '../../formatting/deadline-words';
import { timeInWords, timeOfDay } from '../../formatting/moments';
import { safeContactAlert } from '../cases/safe-contact.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentView } from '../typed-moments/typed-moment.page';
import {
  ACKNOWLEDGED,
  BASIS_WORDS,
  BODY_WORDS,
  HOW_WORDS,
  REASON_WORDS,
  REDIRECT_PAGE,
  WAITING_PAGE,
} from './redirect.copy';
import type { AcknowledgementRaw, RedirectRaw } from './redirect.form';

interface Frame {
  readonly summary: CaseSummary;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
  readonly now: Instant;
  readonly timezone: string;
}

export function redirectPage({ raw, ...frame }: Frame & { readonly raw: RedirectRaw }) {
  return {
    ...REDIRECT_PAGE,
    ...frameOf(frame),
    raw,
    reasons: REDIRECT_REASONS.map((value) => ({ value, text: REASON_WORDS[value] })),
    bodies: RECEIVING_BODIES.map((value) => ({ value, text: BODY_WORDS[value] })),
    bases: REDIRECT_BASES.map((value) => ({ value, ...BASIS_WORDS[value] })),
  };
}

export function waitingPage(
  options: Frame & { readonly raw: AcknowledgementRaw; readonly redirect: RedirectRecord },
) {
  const { raw, redirect, ...frame } = options;
  const { timezone, errors } = frame;
  return {
    ...WAITING_PAGE,
    ...frameOf(frame),
    raw,
    revision: redirect.revision,
    facts: [
      { name: 'Asked', value: BODY_WORDS[redirect.receivingBody] },
      { name: 'Why', value: REASON_WORDS[redirect.reason] },
      { name: 'Ground', value: BASIS_WORDS[redirect.basis].text },
      { name: 'Since', value: timeInWords(redirect.judgedAt, timezone) },
    ],
    hows: ACKNOWLEDGED_HOW.map((value) => ({ value, text: HOW_WORDS[value] })),
    acknowledged: momentView('acknowledged', { ...ACKNOWLEDGED, raw, errors }),
  };
}

function frameOf({ summary, errors, idempotencyKey, now, timezone }: Frame) {
  const { caseId, reference, card, limbs } = summary;
  return {
    reference,
    path: `/cases/${caseId}/redirect`,
    caseHref: `/cases/${caseId}`,
    alert: safeContactAlert(card),
    clocks: limbs
      .filter(({ state }) => state === 'running' || state === 'breached')
      .map(({ dueAt }) => deadlineInWords(dueAt, { now, timezone })),
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    asAt: timeOfDay(now, timezone),
  };
}
