import {
  PLAN_CONTACT_WAYS,
  TOLD_TOPICS,
  type Instant,
  type PlanContactWay,
  type ToldTopic,
} from '#libs/domain';
import { badRequest, type FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { AT, NEW_CONTACT } from './plan.copy';

const SINGLE = ['way', ...momentNames('at')] as const;

export type ContactRaw = Fields<(typeof SINGLE)[number]>;

export type ContactForm = { readonly raw: ContactRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: { readonly way: PlanContactWay; readonly at: Instant } }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readContact(body: unknown, timezone: string): ContactForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const way = PLAN_CONTACT_WAYS.find((code) => code === raw.way);
  const at = readMoment(raw, { prefix: 'at', words: AT, timezone });
  const errors = [
    ...unclean,
    ...(way === undefined ? [{ field: 'way', message: NEW_CONTACT.wayMissing }] : []),
    ...(at.kind === 'invalid' ? at.errors : []),
  ];
  if (way === undefined || at.kind === 'invalid' || errors.length > 0) {
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  return { kind: 'valid', raw, idempotencyKey, input: { way, at: at.at } };
}

/** Nothing ticked means that nothing is noted any more. */
export function readTold(body: unknown) {
  const { raw, errors, idempotencyKey } = readFields(body, { single: [], lists: ['topics'] });
  const topics = raw.topics.map((typed): ToldTopic => {
    const topic = TOLD_TOPICS.find((code) => code === typed);
    if (topic === undefined) throw badRequest('The form names a topic that this page does not ask about.');
    return topic;
  });
  return { raw, topics, errors, idempotencyKey };
}
