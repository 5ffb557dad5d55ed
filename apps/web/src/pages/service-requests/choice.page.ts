import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import type { ChoicePage } from './choice-forms';

/** A question with its answers, as its template draws it. */
export function choicePage<Code extends string>(
  form: ChoicePage<Code>,
  drawn: {
    readonly backHref: string;
    readonly back: string;
    readonly action: string;
    readonly reference: string;
    readonly revision: number;
    readonly value: string;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
) {
  const { backHref, back, action, reference, revision, value, errors, idempotencyKey } = drawn;
  return {
    title: form.title,
    lines: form.lines,
    reference,
    backHref,
    back,
    errors,
    nothing: null,
    form: {
      action,
      revision,
      idempotencyKey,
      legend: form.legend,
      items: form.codes.map((code) => ({ value: code, text: form.words[code] })),
      value,
      error: wrongFields(errors)['choice'],
      submit: form.submit,
    },
  };
}
