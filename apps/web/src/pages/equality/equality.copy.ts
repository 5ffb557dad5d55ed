import type { AnswerEqualityOutcome, Refused } from '#libs/casework';
import type { EqualityAnswer, EqualityQuestion } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const QUESTION_WORDS: Readonly<Record<EqualityQuestion, string>> = {
  'ethnic-group': 'Ethnic group',
  religion: 'Religion',
  'sexual-orientation': 'Sexual orientation',
  sex: 'Sex',
  'gender-same-as-registered': 'Is their gender the same as the sex registered at birth?',
  disability: 'A health condition or disability that has lasted, or will last, a year',
  'pregnancy-or-new-child': 'Pregnant, or a child in the last six months',
  'marriage-or-civil-partnership': 'Marriage or civil partnership',
  'caring-for-somebody': 'Cares for somebody who could not manage without them',
};

export const ANSWER_WORDS: Readonly<Record<EqualityAnswer, string>> = {
  'asian-bangladeshi': 'Asian: Bangladeshi',
  'asian-chinese': 'Asian: Chinese',
  'asian-indian': 'Asian: Indian',
  'asian-pakistani': 'Asian: Pakistani',
  'asian-other': 'Asian: another background',
  'black-african': 'Black: African',
  'black-caribbean': 'Black: Caribbean',
  'black-other': 'Black: another background',
  'mixed-white-and-asian': 'Mixed: White and Asian',
  'mixed-white-and-black-african': 'Mixed: White and Black African',
  'mixed-white-and-black-caribbean': 'Mixed: White and Black Caribbean',
  'mixed-other': 'Mixed: another background',
  'white-british': 'White: English, Welsh, Scottish, Northern Irish or British',
  'white-gypsy-or-irish-traveller': 'White: Gypsy or Irish Traveller',
  'white-irish': 'White: Irish',
  'white-roma': 'White: Roma',
  'white-other': 'White: another background',
  arab: 'Arab',
  'other-ethnic-group': 'Another ethnic group',
  'no-religion': 'No religion',
  buddhist: 'Buddhist',
  christian: 'Christian',
  hindu: 'Hindu',
  jewish: 'Jewish',
  muslim: 'Muslim',
  sikh: 'Sikh',
  'other-religion': 'Another religion',
  straight: 'Straight or heterosexual',
  'gay-or-lesbian': 'Gay or lesbian',
  bisexual: 'Bisexual',
  'other-orientation': 'Another sexual orientation',
  female: 'Female',
  male: 'Male',
  same: 'Yes, the same',
  different: 'No, different',
  'limited-a-lot': 'Yes, and it limits day-to-day life a lot',
  'limited-a-little': 'Yes, and it limits day-to-day life a little',
  'condition-not-limiting': 'Yes, and it does not limit day-to-day life',
  'no-condition': 'No',
  yes: 'Yes',
  no: 'No',
  never: 'Never married or in a civil partnership',
  'married-or-partnered': 'Married or in a civil partnership',
  separated: 'Separated',
  ended: 'Divorced, or a civil partnership that was dissolved',
  widowed: 'A husband, wife or civil partner has died',
  'not-asked': 'Not asked',
  declined: 'Would rather not say',
  unknown: 'Not known',
};

export const EQUALITY = {
  title: 'Equality questions',
  intro: [
    'Asked by responders and never by the police, so that the service can see whom it does not reach. Nobody has to answer, and it changes nothing about the support.',
    'Only those who ask may read the answers. Reading them is recorded.',
  ],
  section: 'The answers now',
  columns: ['Question', 'Answer'],
  nothing: 'Nobody has asked yet.',
  ask: 'Ask, or put an answer right',
} as const;

export const EQUALITY_FORM = {
  title: 'Ask the equality questions',
  intro: [
    'Say why you ask, and that “I would rather not say” is an answer. Leave what you do not ask as it is.',
  ],
  missing: (question: string) => `Select an answer to: ${question.toLowerCase()}`,
  submit: 'Keep the answers',
  saved: { title: 'The answers are kept', lines: [] },
} as const;

export const EQUALITY_REFUSALS: RefusalCopy<Extract<AnswerEqualityOutcome, Refused<string>>['reason']> = {
  'no-such-answer': { sentence: 'Select one of the answers to each question.' },
};
