import type { RaiseSafeguardingInput, SafeguardingChange, TellSafeguardingInput } from '#libs/casework';
import {
  DELAY_REASONS,
  FLAG_KINDS,
  NOT_NEEDED,
  parseDate,
  REVIEW_ENDS,
  SAFEGUARDING_BODIES,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { MISSING, TELL_MOMENT, WAIT_MOMENT } from './safeguarding.copy';

const LONGEST = 1_000;

type Form<Raw, Input> = { readonly raw: Raw; readonly idempotencyKey: string } & (
  ({ readonly kind: 'valid' } & Input) | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const TELL = ['revision', 'body', 'spokeTo', 'theirReference', ...momentNames('told')] as const;
export type TellRaw = Fields<(typeof TELL)[number]>;

export function readTell(
  body: unknown,
  timezone: string,
): Form<TellRaw, { readonly input: Omit<TellSafeguardingInput, 'taskId'> }> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: TELL });
  const revision = readRevision(raw.revision);
  const chosen = SAFEGUARDING_BODIES.find((code) => code === raw.body);
  const told = readMoment(raw, { prefix: 'told', words: TELL_MOMENT, timezone });
  const spokeTo = raw.spokeTo.trim();
  const theirReference = raw.theirReference.trim();
  const errors = [
    ...unclean,
    ...(chosen === undefined ? [{ field: 'body', message: MISSING.body }] : []),
    ...(told.kind === 'invalid' ? told.errors : []),
    ...(spokeTo === '' ? [{ field: 'spokeTo', message: MISSING.spokeTo }] : []),
    ...tooLong('spokeTo', spokeTo),
    ...tooLong('theirReference', theirReference),
  ];
  if (chosen === undefined || told.kind === 'invalid' || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const reference = theirReference === '' ? null : theirReference;
  const input = { revision, body: chosen, at: told.at, spokeTo, theirReference: reference };
  return { kind: 'valid', raw, idempotencyKey, input };
}

const WAIT = ['revision', 'reason', ...momentNames('until')] as const;
export type WaitRaw = Fields<(typeof WAIT)[number]>;

type ChangeForm<Raw> = Form<Raw, { readonly revision: number; readonly change: SafeguardingChange }>;

export function readWait(body: unknown, timezone: string): ChangeForm<WaitRaw> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: WAIT });
  const revision = readRevision(raw.revision);
  const reason = DELAY_REASONS.find((code) => code === raw.reason);
  const until = readMoment(raw, { prefix: 'until', words: WAIT_MOMENT, timezone });
  const errors = [
    ...unclean,
    ...(reason === undefined ? [{ field: 'reason', message: MISSING.reason }] : []),
    ...(until.kind === 'invalid' ? until.errors : []),
  ];
  if (reason === undefined || until.kind === 'invalid' || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  return {
    kind: 'valid',
    raw,
    idempotencyKey,
    revision,
    change: { kind: 'put-off', reason, until: until.at },
  };
}

const END = ['revision', 'reason'] as const;
export type EndRaw = Fields<(typeof END)[number]>;

/** How a task ends without telling: with what a review came to, or with why nobody needs to know. */
export function readEnd(body: unknown): ChangeForm<EndRaw> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: END });
  const revision = readRevision(raw.revision);
  const end = REVIEW_ENDS.find((code) => code === raw.reason);
  const reason = NOT_NEEDED.find((code) => code === raw.reason);
  const change: SafeguardingChange | null =
    end !== undefined
      ? { kind: 'review', end }
      : reason === undefined
        ? null
        : { kind: 'not-needed', reason };
  const errors = [...unclean, ...(change === null ? [{ field: 'reason', message: MISSING.reason }] : [])];
  if (change === null || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, revision, change };
}

const RAISE = ['kind', 'why', 'againDay', 'againMonth', 'againYear'] as const;
export type RaiseRaw = Fields<(typeof RAISE)[number]>;
export const BLANK_RAISE: RaiseRaw = { kind: '', why: '', againDay: '', againMonth: '', againYear: '' };

export function readRaise(
  body: unknown,
): Form<RaiseRaw, { readonly input: Omit<RaiseSafeguardingInput, 'caseId'> }> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: RAISE });
  const kind = FLAG_KINDS.find((code) => code === raw.kind);
  const why = raw.why.trim();
  const typed = [raw.againYear, raw.againMonth, raw.againDay].map((part) => part.trim());
  const lookAgainOn = typed.map((part) => part.padStart(2, '0')).join('-');
  const blank = typed.every((part) => part === '');
  const errors = [
    ...unclean,
    ...(kind === undefined ? [{ field: 'kind', message: MISSING.kind }] : []),
    ...(why === '' ? [{ field: 'why', message: MISSING.why }] : []),
    ...tooLong('why', why),
    ...(blank ? [{ field: 'againDay', message: MISSING.again }] : []),
    ...(!blank && parseDate(lookAgainOn) === undefined
      ? [{ field: 'againDay', message: MISSING.notADate }]
      : []),
  ];
  if (kind === undefined || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { kind, why, lookAgainOn } };
}

function tooLong(field: string, text: string): readonly FieldError[] {
  return text.length > LONGEST ? [{ field, message: MISSING.tooLong }] : [];
}
