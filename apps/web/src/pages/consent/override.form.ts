import type { AskOverrideInput, OverrideChange } from '#libs/casework';
import {
  DATA_CLASSES,
  LEGAL_BASIS_CODES,
  OVERRIDE_HOURS,
  REVIEW_FINDINGS,
  type DataClass,
  type Purpose,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { readRecipient } from './about';
import { OVERRIDE_ERRORS } from './override.copy';

const SINGLE = ['recipient', 'purpose', 'basis', 'hours', 'necessity', 'revision'] as const;
const LONGEST = 1000;

/** What something may be shared for without consent. Nobody is overridden to be texted, or for research. */
export const OVERRIDE_PURPOSES = [
  'safeguarding',
  'health-care',
  'investigation',
] as const satisfies readonly Purpose[];

export type OverrideRaw = Fields<(typeof SINGLE)[number], 'dataClasses'>;

export const BLANK_OVERRIDE: OverrideRaw = {
  recipient: '',
  purpose: '',
  basis: '',
  hours: '',
  necessity: '',
  revision: '',
  dataClasses: [],
};

export type OverrideForm = { readonly raw: OverrideRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<AskOverrideInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readOverride(body: unknown): OverrideForm {
  const {
    raw,
    errors: unclean,
    idempotencyKey,
  } = readFields(body, { single: SINGLE, lists: ['dataClasses'] });
  const revision = readRevision(raw.revision);
  const recipient = readRecipient(raw.recipient);
  const purpose = OVERRIDE_PURPOSES.find((code) => code === raw.purpose);
  const basis = LEGAL_BASIS_CODES.find((code) => code === raw.basis);
  const hours = OVERRIDE_HOURS.find((count) => String(count) === raw.hours);
  const dataClasses: readonly DataClass[] = DATA_CLASSES.filter((code) => raw.dataClasses.includes(code));
  const necessity = raw.necessity.trim();
  const wrong = (field: keyof typeof OVERRIDE_ERRORS, isWrong: boolean) =>
    isWrong ? [{ field, message: OVERRIDE_ERRORS[field] }] : [];
  const errors = [
    ...unclean,
    ...wrong('recipient', recipient === null),
    ...wrong('purpose', purpose === undefined),
    ...wrong('dataClasses', dataClasses.length === 0),
    ...wrong('basis', basis === undefined),
    ...wrong('hours', hours === undefined),
    ...wrong('necessity', necessity === ''),
    ...(necessity.length > LONGEST ? [{ field: 'necessity', message: OVERRIDE_ERRORS.tooLong }] : []),
  ];
  if (errors.length > 0 || recipient === null || !purpose || !basis || !hours)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const input = { revision, recipient, purpose, basis, hours, dataClasses, necessity };
  return { kind: 'valid', raw, idempotencyKey, input };
}

const REVIEW = ['revision', 'finding', 'personTold'] as const;
export type ReviewRaw = Fields<(typeof REVIEW)[number]>;

export const BLANK_REVIEW: ReviewRaw = { revision: '', finding: '', personTold: '' };

export type ReviewForm = { readonly raw: ReviewRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly change: Omit<OverrideChange, 'overrideId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readReview(body: unknown): ReviewForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: REVIEW });
  const revision = readRevision(raw.revision);
  const finding = REVIEW_FINDINGS.find((code) => code === raw.finding);
  const told = (['yes', 'no'] as const).find((code) => code === raw.personTold);
  const errors = [
    ...unclean,
    ...(finding === undefined ? [{ field: 'finding', message: OVERRIDE_ERRORS.finding }] : []),
    ...(told === undefined ? [{ field: 'personTold', message: OVERRIDE_ERRORS.personTold }] : []),
  ];
  if (errors.length > 0 || !finding || !told) return { kind: 'invalid', raw, idempotencyKey, errors };
  const change = { kind: 'review', finding, personTold: told === 'yes' } as const;
  return { kind: 'valid', raw, idempotencyKey, change: { revision, change } };
}
