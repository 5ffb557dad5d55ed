import type { RecordConsentInput, WithdrawConsentInput } from '#libs/casework';
import { CONSENT_DAYS } from '#libs/casework';
import { AUTHORITIES, choosesClasses, DATA_CLASSES, GIVERS, HOW_GIVEN, type MatrixLine } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { readAbout } from './about';
import { RECORD_ERRORS, WITHDRAW_ERRORS } from './record.copy';

const SINGLE = [
  'purpose',
  'recipient',
  'revision',
  'decision',
  'giver',
  'authority',
  'assessment',
  'how',
  'days',
] as const;
const LONGEST = 1000;

export type RecordRaw = Fields<(typeof SINGLE)[number], 'dataClasses'>;

export type RecordForm = {
  readonly raw: RecordRaw;
  readonly about: MatrixLine;
  readonly idempotencyKey: string;
} & (
  | { readonly kind: 'valid'; readonly input: Omit<RecordConsentInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export const BLANK_RECORD: RecordRaw = {
  purpose: '',
  recipient: '',
  revision: '',
  decision: '',
  giver: '',
  authority: '',
  assessment: '',
  how: '',
  days: '',
  dataClasses: [],
};

export function readRecord(body: unknown): RecordForm {
  const {
    raw,
    errors: unclean,
    idempotencyKey,
  } = readFields(body, { single: SINGLE, lists: ['dataClasses'] });
  const about = readAbout(raw.purpose, raw.recipient);
  if (about === null) throw notFound();
  const revision = readRevision(raw.revision);
  const decision = (['given', 'refused'] as const).find((code) => code === raw.decision);
  const giver = GIVERS.find((code) => code === raw.giver);
  const how = HOW_GIVEN.find((code) => code === raw.how);
  const authority = AUTHORITIES.find((code) => code === raw.authority);
  const days = CONSENT_DAYS.find((count) => String(count) === raw.days);
  const dataClasses = DATA_CLASSES.filter((code) => raw.dataClasses.includes(code));
  const needsClasses = decision === 'given' && choosesClasses(about.purpose) && dataClasses.length === 0;
  const wrong = (field: keyof typeof RECORD_ERRORS, isWrong: boolean) =>
    isWrong ? [{ field, message: RECORD_ERRORS[field] }] : [];
  const errors = [
    ...unclean,
    ...wrong('decision', decision === undefined),
    ...wrong('dataClasses', needsClasses),
    ...wrong('giver', giver === undefined),
    ...wrong('authority', raw.authority !== '' && authority === undefined),
    ...wrong('assessment', raw.assessment.length > LONGEST),
    ...wrong('how', how === undefined),
    ...wrong('days', raw.days !== '' && days === undefined),
  ];
  const common = { raw, about, idempotencyKey };
  if (errors.length > 0 || !decision || !giver || !how) return { ...common, kind: 'invalid', errors };
  const assessment = raw.assessment.trim() === '' ? null : raw.assessment.trim();
  const answer = { decision, giver, how, assessment, authority: authority ?? null, days: days ?? null };
  return { ...common, kind: 'valid', input: { ...about, ...answer, revision, dataClasses } };
}

const WITHDRAW_FIELDS = ['purpose', 'recipient', 'revision', 'what', 'giver', 'how'] as const;
export type WithdrawRaw = Fields<(typeof WITHDRAW_FIELDS)[number]>;

export type WithdrawForm = {
  readonly raw: WithdrawRaw;
  readonly about: MatrixLine;
  readonly idempotencyKey: string;
} & (
  | { readonly kind: 'valid'; readonly input: Omit<WithdrawConsentInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export const BLANK_WITHDRAWAL: WithdrawRaw = {
  purpose: '',
  recipient: '',
  revision: '',
  what: '',
  giver: '',
  how: '',
};

/** Whoever takes an agreement back is believed: nothing is asked about their authority, nor about anybody's competence. */
export function readWithdrawal(body: unknown): WithdrawForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: WITHDRAW_FIELDS });
  const about = readAbout(raw.purpose, raw.recipient);
  if (about === null) throw notFound();
  const revision = readRevision(raw.revision);
  const what = (['all', ...DATA_CLASSES] as const).find((code) => code === raw.what);
  const giver = GIVERS.find((code) => code === raw.giver);
  const how = HOW_GIVEN.find((code) => code === raw.how);
  const errors = [
    ...unclean,
    ...(what === undefined ? [{ field: 'what', message: WITHDRAW_ERRORS.what }] : []),
    ...(giver === undefined ? [{ field: 'giver', message: WITHDRAW_ERRORS.giver }] : []),
    ...(how === undefined ? [{ field: 'how', message: WITHDRAW_ERRORS.how }] : []),
  ];
  const common = { raw, about, idempotencyKey };
  if (errors.length > 0 || !what || !giver || !how) return { ...common, kind: 'invalid', errors };
  const dataClass = what === 'all' ? null : what;
  return { ...common, kind: 'valid', input: { ...about, revision, dataClass, how, giver } };
}
