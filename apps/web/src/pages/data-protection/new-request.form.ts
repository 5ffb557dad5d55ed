import type { ReceiveRequestInput, ReceiveRequestOutcome } from '#libs/casework';
import { ASKED_VIA, instantAtLocal, REQUEST_KINDS, REQUESTERS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import type { RefusalCopy } from '../../errors/refusal';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readDate } from '../typed-moments/typed-moment';
import { NEW_ERRORS } from './desk.copy';

const SINGLE = [
  'kind',
  'reference',
  'receivedDay',
  'receivedMonth',
  'receivedYear',
  'via',
  'requester',
  'name',
  'replyTo',
  'words',
  'counselling',
] as const;

export type NewRequestRaw = Fields<(typeof SINGLE)[number]>;

export const BLANK_REQUEST = Object.fromEntries(SINGLE.map((name) => [name, ''])) as NewRequestRaw;

export type NewRequestForm = { readonly raw: NewRequestRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: ReceiveRequestInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

type Refusal = Extract<ReceiveRequestOutcome, { kind: 'refused' }>['reason'];

export const NEW_REFUSALS: RefusalCopy<Refusal> = {
  'in-the-future': { sentence: NEW_ERRORS.future, field: 'receivedDay' },
  'no-such-case': { sentence: NEW_ERRORS.noSuchCase, field: 'reference' },
  unreadable: { sentence: NEW_ERRORS.unreadable, field: 'words' },
  'past-known-holidays': { sentence: NEW_ERRORS.holidays, field: 'receivedDay' },
};

const LONGEST_WORDS = 4_000;
const LONGEST = 200;

export function readNewRequest(body: unknown, timezone: string): NewRequestForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const kind = REQUEST_KINDS.find((code) => code === raw.kind);
  const receivedVia = ASKED_VIA.find((code) => code === raw.via);
  const requester = REQUESTERS.find((code) => code === raw.requester);
  const receivedAt = startOf(raw, timezone);
  const texts = { name: raw.name.trim(), replyTo: raw.replyTo.trim(), words: raw.words.trim() };
  const errors = [
    ...unclean,
    ...(kind === undefined ? [{ field: 'kind', message: NEW_ERRORS.kind }] : []),
    ...(receivedAt === undefined ? [{ field: 'receivedDay', message: NEW_ERRORS.received }] : []),
    ...(receivedVia === undefined ? [{ field: 'via', message: NEW_ERRORS.via }] : []),
    ...(requester === undefined ? [{ field: 'requester', message: NEW_ERRORS.requester }] : []),
    ...(texts.name.length > LONGEST ? [{ field: 'name', message: NEW_ERRORS.tooLong }] : []),
    ...(texts.replyTo.length > LONGEST ? [{ field: 'replyTo', message: NEW_ERRORS.tooLong }] : []),
    ...(texts.words === '' ? [{ field: 'words', message: NEW_ERRORS.words }] : []),
    ...(texts.words.length > LONGEST_WORDS ? [{ field: 'words', message: NEW_ERRORS.wordsTooLong }] : []),
  ];
  if (!kind || receivedAt === undefined || !receivedVia || !requester || errors.length > 0) {
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  const reference = raw.reference.trim().toUpperCase();
  const input: ReceiveRequestInput = {
    kind,
    caseReference: reference === '' ? null : reference,
    receivedAt,
    receivedVia,
    requester,
    name: texts.name === '' ? null : texts.name,
    replyTo: texts.replyTo === '' ? null : texts.replyTo,
    words: texts.words,
    counselling: kind === 'victim-information' && raw.counselling === 'yes',
  };
  return { kind: 'valid', raw, idempotencyKey, input };
}

/** The start of the day that was typed: a request counts by its day. */
function startOf(raw: NewRequestRaw, timezone: string) {
  const date = readDate({
    day: raw.receivedDay.trim(),
    month: raw.receivedMonth.trim(),
    year: raw.receivedYear.trim(),
  });
  if (date === undefined || date < '2018-05-25') return undefined;
  const found = instantAtLocal({ date, time: '00:00', timezone, repeated: 'earlier', missing: 'after' });
  return found.kind === 'instant' ? found.at : undefined;
}
