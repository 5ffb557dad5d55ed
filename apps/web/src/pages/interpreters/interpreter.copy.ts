import type { BookingRefusal } from '#libs/casework';
import type { InterpreterGender, Language } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const INTERPRETER = {
  title: 'Book an interpreter',
  intro:
    'Book with your interpreting service first, then note it here. Family or friends never interpret, and the interpreter is told no more than they need.',
  languageLabel: 'Which language?',
  genderLegend: 'Who should interpret?',
  community: 'Not from the person’s own community',
  communityHint: 'Ask the person: some are safer with an interpreter from elsewhere.',
  outcomeLegend: 'Was one to be had?',
  outcomes: { booked: 'Yes, booked', 'none-available': 'No, none was to be had' },
  submit: 'Save the booking',
  earlier: 'Earlier bookings',
  saved: 'The booking is on record.',
  savedNone: 'It is on record that none was to be had.',
  savedNoneNext: 'If contact had to wait for it, record that as the reason.',
} as const;

export const FOR_WHEN = {
  legend: 'For when?',
  hint: 'The time of the call, for example, 27 3 2026 and 4:30pm',
  missing: 'Enter the day of the call',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time of the call',
} as const;

export const INTERPRETER_ERRORS = {
  language: 'Select the language',
  gender: 'Select who should interpret',
  outcome: 'Select whether an interpreter was to be had',
} as const;

export const GENDER_WORDS: Readonly<Record<InterpreterGender, string>> = {
  any: 'Anyone',
  woman: 'A woman',
  man: 'A man',
};

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ar: 'Arabic',
  bg: 'Bulgarian',
  bn: 'Bengali',
  bsl: 'British Sign Language',
  es: 'Spanish',
  fa: 'Farsi or Dari',
  fr: 'French',
  it: 'Italian',
  ku: 'Kurdish',
  lt: 'Lithuanian',
  pa: 'Punjabi',
  pl: 'Polish',
  ps: 'Pashto',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  so: 'Somali',
  ta: 'Tamil',
  ti: 'Tigrinya',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  vi: 'Vietnamese',
  yue: 'Cantonese',
  zh: 'Mandarin',
  other: 'Another language',
};

export const BOOKING_REFUSALS: RefusalCopy<BookingRefusal> = {
  'not-needed': { sentence: 'Nobody said that this person needs an interpreter.' },
  'in-the-past': { sentence: 'The call must be now or in the future', field: 'forDay' },
  'too-far-ahead': { sentence: 'The call must be within the next 30 days', field: 'forDay' },
  'case-closed': { sentence: 'This case is closed, so nothing can be added to it.' },
};
