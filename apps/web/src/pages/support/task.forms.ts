import type { SupportTaskChange } from '#libs/casework';
import {
  TASK_ENDS,
  type DoneOutcome,
  type Instant,
  type NotNeededOutcome,
  type SupportTask,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { dayBlank, dayNames, readDay } from './day-fields';
import { TASK_ERRORS } from './task.copy';

type Form<Raw, Valid> = { readonly raw: Raw; readonly idempotencyKey: string; readonly revision: number } & (
  ({ readonly kind: 'valid' } & Valid) | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const LONGEST = 100;

const END = ['outcome', 'revision', ...dayNames('next')] as const;
export type EndRaw = Fields<(typeof END)[number]>;
export const BLANK_END: EndRaw = { outcome: '', revision: '', ...dayBlank('next') };

/** How a task ends here: with what came of it, or with why nobody needs to do it. */
export function readEnd(body: unknown, { kind }: SupportTask): Form<EndRaw, { change: SupportTaskChange }> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: END });
  const revision = readRevision(raw.revision);
  const ends: Readonly<Record<'done' | 'not-needed', readonly string[]>> = TASK_ENDS[kind];
  const done = ends.done.find((code) => code === raw.outcome) as DoneOutcome | undefined;
  const needless = ends['not-needed'].find((code) => code === raw.outcome) as NotNeededOutcome | undefined;
  const wantsDay = done === 'still-so' || done === 'kept-on' || done === 'reviewed';
  const next = wantsDay ? readDay(raw, 'next', TASK_ERRORS.next) : { on: null, errors: [] };
  const missing = done ?? needless;
  const errors = [
    ...unclean,
    ...(missing === undefined ? [{ field: 'outcome', message: TASK_ERRORS.outcome }] : []),
    ...next.errors,
  ];
  const form = { raw, idempotencyKey, revision };
  if (errors.length > 0) return { ...form, kind: 'invalid', errors };
  if (done !== undefined)
    return { ...form, kind: 'valid', change: { kind: 'finish', outcome: done, nextOn: next.on } };
  if (needless !== undefined)
    return { ...form, kind: 'valid', change: { kind: 'not-needed', outcome: needless } };
  return { ...form, kind: 'invalid', errors: [{ field: 'outcome', message: TASK_ERRORS.outcome }] };
}

const SEND = ['to', 'revision'] as const;
export type SendRaw = Fields<(typeof SEND)[number]>;
export const BLANK_SEND: SendRaw = { to: '', revision: '' };

export function readSend(body: unknown): Form<SendRaw, { to: string }> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SEND });
  const to = raw.to.trim();
  const errors = [...unclean, ...line('to', to, TASK_ERRORS.to)];
  const form = { raw, idempotencyKey, revision: readRevision(raw.revision) };
  return errors.length > 0 ? { ...form, kind: 'invalid', errors } : { ...form, kind: 'valid', to };
}

const ANSWER = ['by', 'theirReference', 'revision', ...momentNames('answered')] as const;
export type AnswerRaw = Fields<(typeof ANSWER)[number]>;

export function readAnswer(
  body: unknown,
  timezone: string,
): Form<AnswerRaw, { by: string; theirReference: string | null; at: Instant }> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ANSWER });
  const by = raw.by.trim();
  const theirs = raw.theirReference.trim();
  const answered = readMoment(raw, { prefix: 'answered', words: TASK_ERRORS.moment, timezone });
  const errors = [
    ...unclean,
    ...line('by', by, TASK_ERRORS.by),
    ...(theirs.length > LONGEST ? [{ field: 'theirReference', message: TASK_ERRORS.tooLong }] : []),
    ...(answered.kind === 'invalid' ? answered.errors : []),
  ];
  const form = { raw, idempotencyKey, revision: readRevision(raw.revision) };
  if (answered.kind === 'invalid' || errors.length > 0) return { ...form, kind: 'invalid', errors };
  const theirReference = theirs === '' ? null : theirs;
  return { ...form, kind: 'valid', by, theirReference, at: answered.at };
}

function line(field: string, text: string, missing: string): readonly FieldError[] {
  if (text === '') return [{ field, message: missing }];
  return text.length > LONGEST ? [{ field, message: TASK_ERRORS.tooLong }] : [];
}
