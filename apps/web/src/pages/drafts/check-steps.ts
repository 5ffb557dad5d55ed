import type { ReferralInput, RouteInput, WithoutAgreement } from '#libs/casework';
import {
  AGREEMENTS,
  ALTERNATIVES,
  checkReportTime,
  DANGERS,
  LANGUAGE_NEEDS,
  LATE_REPORT_REASONS,
  LEGAL_BASIS_CODES,
  localDate,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  reportIsLate,
  SAFE_TIMES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  WORKPLACES,
  type DraftStep,
  type Instant,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readNumber } from '../referrals/referral-number';
import { readMoment } from '../typed-moments/typed-moment';
import type { StepRaw } from './step-fields';
import { ASK_AGAIN, REPORTED, STEP_ERRORS } from './step.copy';
import { readTypedAge } from './typed-age';
import { TypedAnswers } from './typed-answers';

export interface StepContext {
  readonly now: Instant;
  readonly timezone: string;
  readonly districts: readonly string[];
}

/** What the answers of a step mean, and what must be put right: `part` is there when nothing must. */
export interface CheckedStep<Part> {
  readonly errors: readonly FieldError[];
  readonly part: Part | null;
}

type Person = Pick<
  ReferralInput,
  'nameToAskFor' | 'fullName' | 'age' | 'district' | 'languageNeed' | 'worksFor'
>;
type Contact = Pick<ReferralInput, 'route' | 'alternative' | 'safeTimes' | 'sayIfOtherAnswers' | 'codeWord'>;
type Report = Pick<
  ReferralInput,
  | 'reportedAt'
  | 'lateReason'
  | 'offenceGroup'
  | 'whenBand'
  | 'relationship'
  | 'suspectAccess'
  | 'dangers'
  | 'crimeReference'
>;
export type AgreementAnswer = ReferralInput['agreement'] | 'not-now' | 'no';

export interface StepParts {
  readonly person: Person;
  readonly contact: Contact;
  readonly report: Report & { readonly reportedAt: Instant };
  readonly agreement: {
    readonly agreement: AgreementAnswer;
    readonly withoutAgreement: WithoutAgreement | null;
  };
}

/** Every step by its own rules; whatever is not needed and not typed is "unknown" and holds nothing up (P11). */
export const CHECK: {
  readonly [Step in DraftStep]: (raw: StepRaw[Step], context: StepContext) => CheckedStep<StepParts[Step]>;
} = { person: checkPerson, contact: checkContact, report: checkReport, agreement: checkAgreement };

function checkPerson(raw: StepRaw['person'], context: StepContext): CheckedStep<StepParts['person']> {
  const answers = new TypedAnswers(raw);
  const nameToAskFor = answers.text('nameToAskFor', 100);
  if (nameToAskFor === null) answers.refuse('nameToAskFor', STEP_ERRORS.name);
  const typed = readTypedAge(raw.age);
  if (typed.kind !== 'age') answers.refuse('age', AGE_ERRORS[typed.kind]);
  if (typed.kind === 'age' && typed.age.kind === 'born') {
    if (typed.age.bornOn > localDate(context.now, context.timezone))
      answers.refuse('age', STEP_ERRORS.bornInFuture);
  }
  const district = answers.needed('district', context.districts, STEP_ERRORS.district);
  const languageNeed = answers.chosen('languageNeed', LANGUAGE_NEEDS) ?? 'none';
  const worksFor = answers.chosen('worksFor', WORKPLACES) ?? null;
  const fullName = answers.text('fullName', 100);
  if (nameToAskFor === null || typed.kind !== 'age' || district === undefined) return wrong(answers);
  return checked(answers, { nameToAskFor, fullName, age: typed.age, district, languageNeed, worksFor });
}

const AGE_ERRORS = {
  missing: STEP_ERRORS.age,
  unreadable: STEP_ERRORS.ageUnreadable,
  'too-early': STEP_ERRORS.ageTooEarly,
} as const;

/** A number typed here is one that the person called safe: the label says so. Without one, something must stand in. */
function checkContact(raw: StepRaw['contact'], context: StepContext): CheckedStep<StepParts['contact']> {
  const answers = new TypedAnswers(raw);
  const route = readRoute(raw, answers);
  const kind = answers.chosen('alternative', ALTERNATIVES);
  const nothing = raw.number.trim() === '' && raw.email.trim() === '';
  if (nothing && kind === undefined) answers.refuse('number', STEP_ERRORS.number);
  const by = kind === 'ask-again' && route === null ? readAskAgain(raw, answers, context) : null;
  const part = {
    route,
    alternative: kind === undefined ? null : { kind, by },
    safeTimes: answers.ticks('safeTimes', SAFE_TIMES),
    sayIfOtherAnswers: answers.text('sayIfOtherAnswers', 200),
    codeWord: answers.text('codeWord', 50),
  };
  return checked(answers, part);
}

function readRoute(raw: StepRaw['contact'], answers: TypedAnswers): RouteInput | null {
  const also = answers.ticks('also', ['text', 'voicemail']);
  const whose = answers.text('whose', 100);
  const typed = raw.number.trim();
  if (typed === '') return readEmail(answers, whose);
  const number = readNumber(typed);
  if (number.kind !== 'number') {
    answers.refuse(
      'number',
      number.kind === 'unreadable' ? STEP_ERRORS.numberUnreadable : STEP_ERRORS.numberExtension,
    );
    return null;
  }
  const permitted = (channel: 'text' | 'voicemail') => (also.includes(channel) ? 'yes' : 'unknown');
  return {
    kind: number.line,
    value: number.value,
    whose,
    call: 'yes',
    text: permitted('text'),
    voicemail: permitted('voicemail'),
    email: 'unknown',
  };
}

function readEmail(answers: TypedAnswers, whose: string | null): RouteInput | null {
  const value = answers.text('email', 200);
  if (value === null) return null;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    answers.refuse('email', STEP_ERRORS.email);
    return null;
  }
  return { kind: 'email', value, whose, call: 'no', text: 'no', voicemail: 'no', email: 'yes' };
}

function readAskAgain(
  raw: StepRaw['contact'],
  answers: TypedAnswers,
  { now, timezone }: StepContext,
): Instant | null {
  const by = readMoment(raw, { prefix: 'askAgain', words: ASK_AGAIN, timezone });
  if (by.kind === 'invalid') {
    answers.refuseAll(by.errors);
    return null;
  }
  if (by.at <= now) answers.refuse('askAgainDay', STEP_ERRORS.askAgainPast);
  return by.at;
}

function checkReport(raw: StepRaw['report'], context: StepContext): CheckedStep<StepParts['report']> {
  const { now, timezone } = context;
  const answers = new TypedAnswers(raw);
  const reported = readMoment(raw, { prefix: 'reported', words: REPORTED, timezone });
  if (reported.kind === 'invalid') answers.refuseAll(reported.errors);
  const lateReason = answers.chosen('lateReason', LATE_REPORT_REASONS) ?? null;
  const reportedAt = reported.kind === 'moment' ? reported.at : null;
  if (reportedAt !== null) {
    const bad = checkReportTime(reportedAt, now);
    if (bad === 'reported-in-the-future') answers.refuse('reportedDay', STEP_ERRORS.inTheFuture);
    if (bad === 'reported-too-early') answers.refuse('reportedYear', STEP_ERRORS.tooEarly);
    if (bad === null && reportIsLate(reportedAt, now) && lateReason === null)
      answers.refuse('lateReason', STEP_ERRORS.lateReason);
  }
  const part = {
    lateReason,
    offenceGroup: answers.chosen('offenceGroup', OFFENCE_GROUPS) ?? 'unsure',
    whenBand: answers.chosen('whenBand', WHEN_BANDS) ?? 'unknown',
    relationship: answers.chosen('relationship', RELATIONSHIPS) ?? 'unknown',
    suspectAccess: answers.ticks('suspectAccess', SUSPECT_ACCESS),
    dangers: answers.ticks('dangers', DANGERS),
    crimeReference: answers.text('crimeReference', 50),
  } as const;
  return reportedAt === null ? wrong(answers) : checked(answers, { ...part, reportedAt });
}

function checkAgreement(raw: StepRaw['agreement']): CheckedStep<StepParts['agreement']> {
  const answers = new TypedAnswers(raw);
  const codes = [...AGREEMENTS, 'not-now', 'no'] as const;
  const agreement = answers.needed('agreement', codes, STEP_ERRORS.agreement);
  const basis = answers.chosen('sendAnyway', LEGAL_BASIS_CODES);
  const necessity = answers.text('sendAnywayWhy', 500);
  if (agreement !== 'not-asked-yet')
    return agreement === undefined ? wrong(answers) : checked(answers, { agreement, withoutAgreement: null });
  if (basis !== undefined && necessity === null) answers.refuse('sendAnywayWhy', STEP_ERRORS.sendAnywayWhy);
  if (basis === undefined && necessity !== null) answers.refuse('sendAnyway', STEP_ERRORS.sendAnyway);
  const withoutAgreement = basis === undefined || necessity === null ? null : { basis, necessity };
  return checked(answers, { agreement, withoutAgreement });
}

function checked<Part>(answers: TypedAnswers, part: Part): CheckedStep<Part> {
  const { errors } = answers;
  return { errors, part: errors.length === 0 ? part : null };
}

function wrong<Part>({ errors }: TypedAnswers): CheckedStep<Part> {
  return { errors, part: null };
}
