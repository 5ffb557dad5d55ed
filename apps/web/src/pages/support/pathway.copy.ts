import type { PathwayRefusal, OwnPathwayKind } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const PATHWAY_PAGE: Readonly<
  Record<
    OwnPathwayKind,
    { readonly title: string; readonly intro: readonly string[]; readonly saved: string }
  >
> = {
  supporter: {
    title: 'Support for family and friends',
    intro: [
      'For somebody who rings for help for themselves, because something happened to a person they care about.',
      'They are a person and a case of their own. Do not ask for the other person’s name, and do not say whether we know anybody: no search, list or record joins the two.',
    ],
    saved: 'The supporter has a record of their own, which no search by name finds.',
  },
  anonymous: {
    title: 'Somebody who stays anonymous',
    intro: [
      'For a person who goes to the referral centre without the police and does not want to say who they are. A name to ask for is enough, and it may be one they chose.',
      'No search by name finds them, and their record is compared with no other. Nothing goes to the police: only the person themselves can report, later, if they want to.',
    ],
    saved: 'The person stays anonymous: no search by name finds them.',
  },
};

export const PATHWAY_FORM = {
  back: 'Take a referral',
  relation: 'Who are they?',
  code: 'Code at the referral centre (optional)',
  codeHint: 'What the centre calls this person, so that both can speak of the same one. It is kept sealed.',
  name: 'Name to ask for',
  nameHint: {
    supporter: 'What they want to be called on the phone.',
    anonymous: 'Any name that they choose. It need not be theirs.',
  },
  number: 'Number that is safe to call',
  numberHint: 'Any format, for example 07700 900123.',
  age: 'Age or date of birth',
  ageHint: 'For example 27, or 27 3 1998. An estimated age is fine.',
  submit: 'Take it on',
} as const;

export const PATHWAY_ERRORS = {
  relation: 'Select who they are',
  code: 'Shorten this to 50 characters or fewer',
} as const;

export const PATHWAY_REFUSALS: RefusalCopy<PathwayRefusal> = {
  'not-from-the-police': { sentence: 'A referral from the police has a name and a crime number.' },
  'crime-number-given': { sentence: 'Somebody with a crime number is not anonymous. Use the ordinary page.' },
  'sarc-closed-by-age': {
    sentence:
      'Under 13 nobody goes to the referral centre anonymously: ring children’s social care or the police first, then use the ordinary page',
    field: 'age',
  },
  'own-call-only': { sentence: 'A supporter’s record comes from their own call. Use the ordinary page.' },
};
