import type { AssessInput } from '#libs/casework';
import { ASSESSORS, DECISIONS, FINDINGS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readDate } from '../typed-moments/typed-moment';
import { ASSESS_ERRORS } from './assess.copy';

const DATES = [
  'assessedDay',
  'assessedMonth',
  'assessedYear',
  'reviewDay',
  'reviewMonth',
  'reviewYear',
] as const;
const SINGLE = ['decision', 'finding', 'assessor', 'assessorName', ...DATES, 'reasons'] as const;
const LONGEST = 1_000;

export type AssessRaw = Fields<(typeof SINGLE)[number]>;

export const BLANK_ASSESSMENT = Object.fromEntries(SINGLE.map((name) => [name, ''])) as unknown as AssessRaw;

export type AssessForm = { readonly raw: AssessRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<AssessInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readAssessment(body: unknown): AssessForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const decision = DECISIONS.find((code) => code === raw.decision);
  const finding = FINDINGS.find((code) => code === raw.finding);
  const assessor = ASSESSORS.find((code) => code === raw.assessor);
  const assessedOn = readDate({ day: raw.assessedDay, month: raw.assessedMonth, year: raw.assessedYear });
  const review = [raw.reviewDay, raw.reviewMonth, raw.reviewYear];
  const unreviewed = review.every((part) => part.trim() === '');
  const reviewOn = readDate({ day: raw.reviewDay, month: raw.reviewMonth, year: raw.reviewYear });
  const name = raw.assessorName.trim();
  const reasons = raw.reasons.trim();
  const wrong = (field: string, message: string, isWrong: boolean) => (isWrong ? [{ field, message }] : []);
  const errors = [
    ...unclean,
    ...wrong('decision', ASSESS_ERRORS.decision, decision === undefined),
    ...wrong('finding', ASSESS_ERRORS.finding, finding === undefined),
    ...wrong('assessor', ASSESS_ERRORS.assessor, assessor === undefined),
    ...wrong('assessorName', ASSESS_ERRORS.assessorName, assessor === 'other-professional' && name === ''),
    ...wrong('assessorName', ASSESS_ERRORS.tooLong, name.length > LONGEST),
    ...wrong('assessedDay', ASSESS_ERRORS.assessedOn, assessedOn === undefined),
    ...wrong('reviewDay', ASSESS_ERRORS.reviewOn, !unreviewed && reviewOn === undefined),
    ...wrong('reasons', ASSESS_ERRORS.reasons, reasons === ''),
    ...wrong('reasons', ASSESS_ERRORS.tooLong, reasons.length > LONGEST),
  ];
  if (errors.length > 0 || !decision || !finding || !assessor || assessedOn === undefined)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const assessorName = assessor === 'recorder' ? null : name;
  const who = { decision, finding, assessor, assessorName };
  const input = { ...who, assessedOn, reviewOn: reviewOn ?? null, reasons };
  return { kind: 'valid', raw, idempotencyKey, input };
}
