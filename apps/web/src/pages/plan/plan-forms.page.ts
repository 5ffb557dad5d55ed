import { PLAN_CONTACT_WAYS, TOLD_TOPICS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentView } from '../typed-moments/typed-moment.page';
import type { ContactRaw } from './plan.form';
import { AT, KEEP_TOLD, NEW_CONTACT, TOPICS, WAYS } from './plan.copy';

interface FormOf {
  readonly base: string;
  readonly reference: string;
}

export function newContactPage(
  { base, reference }: FormOf,
  state: {
    readonly raw: ContactRaw;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
) {
  return {
    words: NEW_CONTACT,
    title: NEW_CONTACT.title,
    base,
    reference,
    ...state,
    wrong: wrongFields(state.errors),
    ways: PLAN_CONTACT_WAYS.map((value) => ({ value, text: WAYS[value] })),
    at: momentView('at', { ...AT, raw: state.raw, errors: state.errors }),
  };
}

export function toldPage(
  { base, reference }: FormOf,
  state: {
    readonly ticked: readonly string[];
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
) {
  return {
    words: KEEP_TOLD,
    title: KEEP_TOLD.title,
    base,
    reference,
    ...state,
    wrong: wrongFields(state.errors),
    topics: TOLD_TOPICS.map((value) => ({ value, text: TOPICS[value] })),
  };
}
