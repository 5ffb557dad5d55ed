import {
  DELAY_REASONS,
  FLAG_KINDS,
  isReview,
  NOT_NEEDED,
  REVIEW_ENDS,
  SAFEGUARDING_BODIES,
  type SafeguardingTask,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentView } from '../typed-moments/typed-moment.page';
import {
  BODY_WORDS,
  DELAY_WORDS,
  END,
  FLAG_WORDS,
  NOT_NEEDED_WORDS,
  RAISE,
  REVIEW_WORDS,
  TELL,
  WAIT,
} from './safeguarding.copy';
import type { EndRaw, RaiseRaw, TellRaw, WaitRaw } from './safeguarding.forms';

export interface Sent<Raw> {
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

function frameOf({ id, reference, revision }: SafeguardingTask, act: string) {
  return { action: `/safeguarding/${id}/${act}`, backHref: `/safeguarding/${id}`, reference, revision };
}

export function tellPage(task: SafeguardingTask, { raw, errors, idempotencyKey }: Sent<TellRaw>) {
  return {
    ...TELL,
    ...frameOf(task, 'tell'),
    raw,
    errors,
    idempotencyKey,
    wrong: wrongFields(errors),
    bodies: SAFEGUARDING_BODIES.map((value) => ({ value, text: BODY_WORDS[value] })),
    told: momentView('told', { legend: TELL.whenLegend, hint: TELL.whenHint, raw, errors }),
  };
}

export function waitPage(task: SafeguardingTask, { raw, errors, idempotencyKey }: Sent<WaitRaw>) {
  return {
    ...WAIT,
    ...frameOf(task, 'wait'),
    raw,
    errors,
    idempotencyKey,
    wrong: wrongFields(errors),
    reasons: DELAY_REASONS.map((value) => ({ value, text: DELAY_WORDS[value] })),
    until: momentView('until', { legend: WAIT.untilLegend, hint: WAIT.untilHint, raw, errors }),
  };
}

export function endPage(task: SafeguardingTask, { raw, errors, idempotencyKey }: Sent<EndRaw>) {
  const review = isReview(task.kind);
  return {
    ...frameOf(task, 'end'),
    title: review ? END.reviewTitle : END.title,
    legend: review ? END.reviewLegend : END.legend,
    submit: END.submit,
    raw,
    errors,
    idempotencyKey,
    wrong: wrongFields(errors),
    reasons: review
      ? REVIEW_ENDS.map((value) => ({ value, text: REVIEW_WORDS[value] }))
      : NOT_NEEDED.map((value) => ({ value, text: NOT_NEEDED_WORDS[value] })),
  };
}

export function raisePage(caseHref: string, { raw, errors, idempotencyKey }: Sent<RaiseRaw>) {
  return {
    ...RAISE,
    action: `${caseHref}/safeguarding/new`,
    backHref: `${caseHref}/person`,
    raw,
    errors,
    idempotencyKey,
    wrong: wrongFields(errors),
    kinds: FLAG_KINDS.map((value) => ({ value, text: FLAG_WORDS[value] })),
    again: momentView('again', {
      legend: RAISE.againLegend,
      hint: RAISE.againHint,
      raw: { ...raw, againTime: '', againWhich: '' },
      errors,
    }),
  };
}
