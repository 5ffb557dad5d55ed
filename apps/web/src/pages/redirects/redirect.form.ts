import type { AcknowledgementInput, RedirectInput } from '#libs/casework';
import { ACKNOWLEDGED_HOW, RECEIVING_BODIES, REDIRECT_BASES, REDIRECT_REASONS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { ACKNOWLEDGED, REDIRECT_ERRORS } from './redirect.copy';

type Read<Raw, Input> = { readonly raw: Raw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<Input, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const ASKED = ['reason', 'receivingBody', 'basis', 'revision'] as const;
export type RedirectRaw = Fields<(typeof ASKED)[number]>;

export function readRedirect(body: unknown): Read<RedirectRaw, RedirectInput> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ASKED });
  const revision = readRevision(raw.revision);
  const reason = REDIRECT_REASONS.find((code) => code === raw.reason);
  const receivingBody = RECEIVING_BODIES.find((code) => code === raw.receivingBody);
  const basis = REDIRECT_BASES.find((code) => code === raw.basis);
  const errors = [
    ...unclean,
    ...missing(reason, 'reason', REDIRECT_ERRORS.reason),
    ...missing(receivingBody, 'receivingBody', REDIRECT_ERRORS.body),
    ...missing(basis, 'basis', REDIRECT_ERRORS.basis),
  ];
  if (!reason || !receivingBody || !basis || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { revision, reason, receivingBody, basis } };
}

const ANSWERED = ['how', 'by', 'theirReference', 'revision', ...momentNames('acknowledged')] as const;
export type AcknowledgementRaw = Fields<(typeof ANSWERED)[number]>;

const LONGEST = 100;

export function readAcknowledgement(
  body: unknown,
  timezone: string,
): Read<AcknowledgementRaw, AcknowledgementInput> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ANSWERED });
  const revision = readRevision(raw.revision);
  const how = ACKNOWLEDGED_HOW.find((code) => code === raw.how);
  const [by, theirReference] = [raw.by.trim(), raw.theirReference.trim()];
  const at = readMoment(raw, { prefix: 'acknowledged', words: ACKNOWLEDGED, timezone });
  const errors = [
    ...unclean,
    ...missing(how, 'how', REDIRECT_ERRORS.how),
    ...(by === '' ? [{ field: 'by', message: REDIRECT_ERRORS.by }] : []),
    ...tooLong('by', by),
    ...tooLong('theirReference', theirReference),
    ...(at.kind === 'invalid' ? at.errors : []),
  ];
  if (!how || at.kind === 'invalid' || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const reference = theirReference === '' ? null : theirReference;
  const input = { revision, how, by, theirReference: reference, acknowledgedAt: at.at };
  return { kind: 'valid', raw, idempotencyKey, input };
}

function missing(answer: string | undefined, field: string, message: string): readonly FieldError[] {
  return answer === undefined ? [{ field, message }] : [];
}

function tooLong(field: string, text: string): readonly FieldError[] {
  return [...text].length > LONGEST ? [{ field, message: REDIRECT_ERRORS.tooLong }] : [];
}
