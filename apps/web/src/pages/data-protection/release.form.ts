import type { StateReleaseInput } from '#libs/casework';
import { NOTIFICATIONS, PERSON_VIEWS, RELEASE_TESTS, RELEASED_CLASSES } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { RELEASE } from './release.copy';

const SINGLE = [
  ...RELEASE_TESTS,
  'counselling',
  'senior',
  'notification',
  'view',
  'hold',
  'revision',
] as const;

export type ReleaseRaw = Fields<(typeof SINGLE)[number], 'released'>;

export type ReleaseForm = { readonly raw: ReleaseRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<StateReleaseInput, 'requestId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const LONGEST = 2_000;

export function readRelease(body: unknown): ReleaseForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE, lists: ['released'] });
  const long = RELEASE_TESTS.filter((test) => raw[test].length > LONGEST);
  const errors = [...unclean, ...long.map((field) => ({ field, message: RELEASE.tooLong }))];
  if (errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  const input = {
    revision: readRevision(raw.revision),
    counselling: raw.counselling === 'yes',
    stated: Object.fromEntries(RELEASE_TESTS.map((test) => [test, raw[test].trim()])),
    seniorApproved: raw.senior === 'yes',
    notification: NOTIFICATIONS.find((code) => code === raw.notification) ?? null,
    view: PERSON_VIEWS.find((code) => code === raw.view) ?? null,
    released: RELEASED_CLASSES.filter((code) => raw.released.includes(code)),
    legalHold: raw.hold === 'yes',
  };
  return { kind: 'valid', raw, idempotencyKey, input };
}
