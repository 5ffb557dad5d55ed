import {
  ELEMENT_ANSWERS,
  IDENTITY_ANSWERS,
  PROMISED_ELEMENTS,
  type Conversation,
  type ElementAnswer,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { ELEMENT_WORDS } from '../cases/contact-standing.copy';
import { FOLLOW_UP_ERRORS } from './follow-up.copy';

const SINGLE = ['identity', 'stillSafe', ...PROMISED_ELEMENTS] as const;

export type FollowUpRaw = Fields<(typeof SINGLE)[number]>;

export const BLANK_FOLLOW_UP: FollowUpRaw = {
  identity: '',
  stillSafe: '',
  'emotional-support': '',
  'justice-information': '',
  'support-offer': '',
};

export type FollowUpForm = { readonly raw: FollowUpRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly conversation: Conversation }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readFollowUp(body: unknown): FollowUpForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const identity = IDENTITY_ANSWERS.find((code) => code === raw.identity);
  const errors: FieldError[] = [...unclean];
  if (identity === undefined) errors.push({ field: 'identity', message: FOLLOW_UP_ERRORS.identity });
  if (identity === 'not-sure' && errors.length === 0)
    return { kind: 'valid', raw, idempotencyKey, conversation: { identity, elements: null } };
  const answers = PROMISED_ELEMENTS.map((element) => [element, answerIn(raw[element])] as const);
  for (const [element, answer] of answers) {
    if (answer === undefined && identity !== 'not-sure')
      errors.push({ field: element, message: FOLLOW_UP_ERRORS.element(ELEMENT_WORDS[element]) });
  }
  const [support, information, offer] = answers.map(([, answer]) => answer);
  if (errors.length > 0 || !identity || identity === 'not-sure' || !support || !information || !offer)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const elements = {
    'emotional-support': support,
    'justice-information': information,
    'support-offer': offer,
  };
  return { kind: 'valid', raw, idempotencyKey, conversation: { identity, elements } };
}

function answerIn(typed: string): ElementAnswer | undefined {
  return ELEMENT_ANSWERS.find((code) => code === typed);
}
