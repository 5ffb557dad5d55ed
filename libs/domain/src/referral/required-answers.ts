import type { Source } from './codes';

/** The few answers that safety needs. Everything else may be unknown, and is chased while the clock runs (P11). */
export const REQUIRED_ANSWERS = [
  'nameToAskFor',
  'age',
  'district',
  'reportedAt',
  'agreement',
  'safeContact',
] as const;
export type RequiredAnswer = (typeof REQUIRED_ANSWERS)[number];

/** What was answered, as far as this rule needs it: null is "not answered". */
export interface AnswersGiven {
  readonly source: Source;
  readonly nameToAskFor: string | null;
  readonly age: object | null;
  readonly district: string | null;
  readonly reportedAt: number | null;
  readonly agreement: string | null;
  readonly route: object | null;
  /** What stands in for a safe route; to ask again counts only with the time by which. */
  readonly alternative: { readonly kind: string; readonly by: number | null } | null;
}

/** Whoever comes by themselves has agreed by coming, and tells less than an officer can (practice §3.4). */
const ANYONE = ['nameToAskFor', 'age', 'safeContact'] as const;

/** Which answers a referral from this source cannot do without (practice §3). */
export function requiredAnswers(source: Source): readonly RequiredAnswer[] {
  switch (source) {
    case 'police':
      return REQUIRED_ANSWERS;
    case 'self':
      return ANYONE;
    case 'sarc':
    case 'parent-or-carer':
    case 'social-care':
    case 'school':
    case 'health':
    case 'other-professional':
      return [...ANYONE, 'agreement'];
  }
}

/** Which required answers are not there yet, in the order of the form; empty means it is taken on. */
export function missingAnswers(given: AnswersGiven): readonly RequiredAnswer[] {
  return requiredAnswers(given.source).filter((answer) => !isGiven(answer, given));
}

function isGiven(answer: RequiredAnswer, given: AnswersGiven): boolean {
  if (answer === 'safeContact') return given.route !== null || standsIn(given.alternative);
  const value = given[answer];
  return typeof value === 'string' ? value.trim() !== '' : value !== null;
}

function standsIn(alternative: AnswersGiven['alternative']): boolean {
  return alternative !== null && (alternative.kind !== 'ask-again' || alternative.by !== null);
}
