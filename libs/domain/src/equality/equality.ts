import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';

export type EqualityId = Brand<string, 'EqualityId'>;

/** Said of every question: why there is no answer, each apart from the others. */
export const NO_ANSWERS = ['not-asked', 'declined', 'unknown'] as const;
export type NoAnswer = (typeof NO_ANSWERS)[number];

/**
 * The equality questions, asked by responders and never by the police, with the answers of the 2021 Census where it has
 * them. Nobody is asked what immigration status they have.
 */
export const EQUALITY_QUESTIONS = {
  'ethnic-group': [
    'asian-bangladeshi',
    'asian-chinese',
    'asian-indian',
    'asian-pakistani',
    'asian-other',
    'black-african',
    'black-caribbean',
    'black-other',
    'mixed-white-and-asian',
    'mixed-white-and-black-african',
    'mixed-white-and-black-caribbean',
    'mixed-other',
    'white-british',
    'white-gypsy-or-irish-traveller',
    'white-irish',
    'white-roma',
    'white-other',
    'arab',
    'other-ethnic-group',
  ],
  religion: ['no-religion', 'buddhist', 'christian', 'hindu', 'jewish', 'muslim', 'sikh', 'other-religion'],
  'sexual-orientation': ['straight', 'gay-or-lesbian', 'bisexual', 'other-orientation'],
  sex: ['female', 'male'],
  'gender-same-as-registered': ['same', 'different'],
  disability: ['limited-a-lot', 'limited-a-little', 'condition-not-limiting', 'no-condition'],
  'pregnancy-or-new-child': ['yes', 'no'],
  'marriage-or-civil-partnership': ['never', 'married-or-partnered', 'separated', 'ended', 'widowed'],
  'caring-for-somebody': ['yes', 'no'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type EqualityQuestion = keyof typeof EQUALITY_QUESTIONS;
export const EQUALITY_QUESTION_CODES = Object.keys(EQUALITY_QUESTIONS) as readonly EqualityQuestion[];
export type EqualityAnswer = (typeof EQUALITY_QUESTIONS)[EqualityQuestion][number] | NoAnswer;

/** One answer to one question; a later one stands in its place and takes nothing away. */
export interface EqualityEntry {
  readonly id: EqualityId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly question: EqualityQuestion;
  readonly answer: EqualityAnswer;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

/** Whether this is one of the answers to this question, or a reason for none. */
export function isEqualityAnswer(question: EqualityQuestion, answer: string): answer is EqualityAnswer {
  const known: readonly string[] = [...EQUALITY_QUESTIONS[question], ...NO_ANSWERS];
  return known.includes(answer);
}

/** What stands for each question: the latest entry, `not-asked` where there is none. */
export function equalityNow(
  latestFirst: readonly Pick<EqualityEntry, 'question' | 'answer'>[],
): Readonly<Record<EqualityQuestion, EqualityAnswer>> {
  return Object.fromEntries(
    EQUALITY_QUESTION_CODES.map((question) => [
      question,
      latestFirst.find((entry) => entry.question === question)?.answer ?? 'not-asked',
    ]),
  ) as Record<EqualityQuestion, EqualityAnswer>;
}
