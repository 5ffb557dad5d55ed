import type { ReferralInput, RouteInput } from '#libs/casework';
import {
  AGREEMENTS,
  DANGERS,
  LANGUAGE_NEEDS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SAFE_TIMES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  type Permission,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { REFERRAL_ERRORS, REPORTED } from './new-referral.copy';
import { readAge } from './referral-age';
import { readNumber } from './referral-number';

const SINGLE = [
  ...momentNames('reported'),
  'nameToAskFor',
  'bornDay',
  'bornMonth',
  'bornYear',
  'ageYears',
  'district',
  'numberKnown',
  'number',
  'call',
  'text',
  'voicemail',
  'sayIfOtherAnswers',
  'codeWord',
  'languageNeed',
  'offenceGroup',
  'whenBand',
  'relationship',
  'agreement',
  'crimeReference',
] as const;
const LISTS = ['safeTimes', 'suspectAccess', 'dangers'] as const;

export type NewReferralRaw = Fields<(typeof SINGLE)[number], (typeof LISTS)[number]>;

export type NewReferralForm = {
  readonly raw: NewReferralRaw;
  readonly idempotencyKey: string;
} & (
  | { readonly kind: 'valid'; readonly input: ReferralInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export const BLANK_REFERRAL = Object.fromEntries([
  ...SINGLE.map((name) => [name, '']),
  ...LISTS.map((name) => [name, []]),
]) as unknown as NewReferralRaw;

const LONGEST = { nameToAskFor: 100, sayIfOtherAnswers: 200, codeWord: 50, crimeReference: 50 } as const;
const PERMISSIONS: readonly Permission[] = ['yes', 'no', 'unknown'];

/** The few answers that safety needs must be there; whatever else is missing is "unknown" and holds nothing up (P11). */
export function readNewReferral(
  body: unknown,
  { timezone, districts }: { timezone: string; districts: readonly string[] },
): NewReferralForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE, lists: LISTS });
  const answers = new Answers(raw, unclean);
  const reported = readMoment(raw, { prefix: 'reported', words: REPORTED, timezone });
  const reportedAt = answers.parsed(reported, (typed) => (typed.kind === 'moment' ? typed.at : undefined));
  const nameToAskFor = answers.text('nameToAskFor');
  if (nameToAskFor === null) answers.refuse('nameToAskFor', REFERRAL_ERRORS.name);
  const age = answers.parsed(readAge(raw), (typed) => (typed.kind === 'age' ? typed.age : undefined));
  const district = answers.needed('district', districts, REFERRAL_ERRORS.district);
  const route = readRoute(answers);
  const agreement = answers.needed('agreement', AGREEMENTS, REFERRAL_ERRORS.agreement);
  const rest = {
    source: 'police',
    receivedVia: 'form',
    receivedAt: null,
    lateReason: null,
    phonedBy: null,
    referrer: null,
    fullName: null,
    route,
    alternative: route === null ? ({ kind: 'third-party', by: null } as const) : null,
    safeTimes: answers.ticks('safeTimes', SAFE_TIMES),
    sayIfOtherAnswers: answers.text('sayIfOtherAnswers'),
    codeWord: answers.text('codeWord'),
    languageNeed: answers.chosen('languageNeed', LANGUAGE_NEEDS) ?? 'none',
    offenceGroup: answers.chosen('offenceGroup', OFFENCE_GROUPS) ?? 'unsure',
    whenBand: answers.chosen('whenBand', WHEN_BANDS) ?? 'unknown',
    relationship: answers.chosen('relationship', RELATIONSHIPS) ?? 'unknown',
    suspectAccess: answers.ticks('suspectAccess', SUSPECT_ACCESS),
    dangers: answers.ticks('dangers', DANGERS),
    crimeReference: answers.text('crimeReference'),
  } as const;
  const complete =
    reportedAt !== undefined &&
    age !== undefined &&
    district !== undefined &&
    agreement !== undefined &&
    nameToAskFor !== null;
  if (!complete || answers.errors.length > 0) {
    return { kind: 'invalid', raw, idempotencyKey, errors: answers.inOrder() };
  }
  return {
    kind: 'valid',
    raw,
    idempotencyKey,
    input: { ...rest, reportedAt, nameToAskFor, age, district, agreement },
  };
}

/** "No safe number yet" is an answer; the clock runs and somebody must find one (practice §2.8). */
function readRoute(answers: Answers): RouteInput | null {
  const known = answers.needed('numberKnown', ['yes', 'no'], REFERRAL_ERRORS.numberKnown);
  if (known !== 'yes') return null;
  const typed = answers.raw.number.trim();
  const number = readNumber(typed);
  if (number.kind !== 'number') {
    answers.refuse('number', typed === '' ? REFERRAL_ERRORS.number : NUMBER_ERRORS[number.kind]);
  }
  const call = answers.needed('call', PERMISSIONS, REFERRAL_ERRORS.call);
  const text = answers.chosen('text', PERMISSIONS) ?? 'unknown';
  const voicemail = answers.chosen('voicemail', PERMISSIONS) ?? 'unknown';
  if (number.kind !== 'number' || call === undefined) return null;
  return { kind: number.line, value: number.value, whose: null, call, text, voicemail, email: 'unknown' };
}

const NUMBER_ERRORS = {
  unreadable: REFERRAL_ERRORS.numberUnreadable,
  'has-extension': REFERRAL_ERRORS.numberExtension,
} as const;

type SingleName = (typeof SINGLE)[number];
type Invalid = { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

/** Reads answers one by one and remembers what a person must put right. */
class Answers {
  readonly errors: FieldError[];

  constructor(
    readonly raw: NewReferralRaw,
    unclean: readonly FieldError[],
  ) {
    this.errors = [...unclean];
  }

  refuse(field: SingleName, message: string): void {
    if (!this.errors.some((error) => error.field === field)) this.errors.push({ field, message });
  }

  parsed<Typed extends { readonly kind: string }, Value>(
    typed: Typed | Invalid,
    value: (typed: Typed) => Value | undefined,
  ): Value | undefined {
    if (!('errors' in typed)) return value(typed);
    for (const { field, message } of typed.errors) this.refuse(field as SingleName, message);
    return undefined;
  }

  text(name: keyof typeof LONGEST): string | null {
    const text = this.raw[name].trim();
    if ([...text].length > LONGEST[name]) this.refuse(name, REFERRAL_ERRORS.tooLong(LONGEST[name]));
    return text === '' ? null : text;
  }

  chosen<Code extends string>(name: SingleName, codes: readonly Code[]): Code | undefined {
    const answer = this.raw[name];
    const code = codes.find((candidate) => candidate === answer);
    if (answer !== '' && code === undefined) this.refuse(name, REFERRAL_ERRORS.notOnTheList);
    return code;
  }

  needed<Code extends string>(name: SingleName, codes: readonly Code[], missing: string): Code | undefined {
    if (this.raw[name] === '') this.refuse(name, missing);
    return this.chosen(name, codes);
  }

  ticks<Code extends string>(name: (typeof LISTS)[number], codes: readonly Code[]): readonly Code[] {
    const ticked = this.raw[name];
    const known = codes.filter((code) => ticked.includes(code));
    if (known.length < new Set(ticked).size) {
      this.errors.push({ field: name, message: REFERRAL_ERRORS.notOnTheList });
    }
    return known;
  }

  /** In the order of the page, so that the summary leads down it. */
  inOrder(): readonly FieldError[] {
    const places = new Map<string, number>(ORDER.map((name, place) => [name, place]));
    return this.errors.toSorted((a, b) => (places.get(a.field) ?? 0) - (places.get(b.field) ?? 0));
  }
}

const ORDER = [
  'nameToAskFor',
  'bornDay',
  'bornMonth',
  'bornYear',
  'ageYears',
  'district',
  'languageNeed',
  'numberKnown',
  'number',
  'call',
  'text',
  'voicemail',
  'safeTimes',
  'sayIfOtherAnswers',
  'codeWord',
  'agreement',
  'dangers',
  'suspectAccess',
  ...momentNames('reported'),
  'offenceGroup',
  'whenBand',
  'relationship',
  'crimeReference',
];
