import type { PoliceAnswer } from '#libs/casework';
import { answersOf, readCrimeNumber, type TaskKind } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRoute, ROUTE_FIELDS } from '../safe-routes/route.form';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { ASK_AGAIN, TASK_ERRORS } from './task.copy';

const SINGLE = ['answer', 'crimeNumber', ...ROUTE_FIELDS, ...momentNames('again')] as const;

export type TaskRaw = Fields<(typeof SINGLE)[number]>;

export type TaskForm = { readonly raw: TaskRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly answer: PoliceAnswer }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

type Read =
  | { readonly kind: 'valid'; readonly answer: PoliceAnswer }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

/** Only what belongs to the chosen answer is read: what was typed beside it holds nothing up. */
export function readTaskForm(
  body: unknown,
  { kind, timezone }: { kind: TaskKind; timezone: string },
): TaskForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const read = readAnswer(raw, { kind, timezone });
  if (unclean.length > 0) {
    const errors = [...unclean, ...(read.kind === 'invalid' ? read.errors : [])];
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  return { ...read, raw, idempotencyKey };
}

function readAnswer(raw: TaskRaw, { kind, timezone }: { kind: TaskKind; timezone: string }): Read {
  const chosen = [...answersOf(kind), 'ask-again' as const].find((code) => code === raw.answer);
  switch (chosen) {
    case undefined:
      return invalid('answer', TASK_ERRORS.answer);
    case 'route-given': {
      const form = readRoute(raw);
      return form.kind === 'invalid' ? form : { kind: 'valid', answer: { kind: chosen, route: form.route } };
    }
    case 'crime-number-given': {
      const typed = raw.crimeNumber.trim();
      if (typed === '') return invalid('crimeNumber', TASK_ERRORS.crimeNumber);
      const reference = readCrimeNumber(typed);
      if (reference === null) return invalid('crimeNumber', TASK_ERRORS.crimeNumberUnreadable);
      return { kind: 'valid', answer: { kind: chosen, reference } };
    }
    case 'ask-again': {
      const moment = readMoment(raw, { prefix: 'again', words: ASK_AGAIN, timezone });
      if (moment.kind === 'invalid') return moment;
      return { kind: 'valid', answer: { kind: chosen, at: moment.at } };
    }
    case 'agreed':
    case 'no-contact-wanted':
      return { kind: 'valid', answer: { kind: chosen } };
  }
}

function invalid(field: string, message: string): Read {
  return { kind: 'invalid', errors: [{ field, message }] };
}

export const BLANK_TASK: TaskRaw = {
  ...Object.fromEntries(SINGLE.map((name) => [name, ''])),
  owner: 'own',
} as TaskRaw;
