import type { FormFields } from './web-forms';

/** What an officer types into the referral form for an invented person; each test states only what matters. */
export function typedReferral(change: FormFields = {}): FormFields {
  return {
    nameToAskFor: 'Sample Person Quill',
    ageYears: '31',
    district: 'E07000066',
    numberKnown: 'yes',
    number: '07700 900123',
    call: 'yes',
    text: 'no',
    voicemail: 'no',
    sayIfOtherAnswers: 'It is about the library survey',
    codeWord: 'lantern',
    agreement: 'agreed',
    offenceGroup: 'rape',
    whenBand: 'within-7-days',
    relationship: 'acquaintance',
    crimeReference: 'ZZ/000000/26',
    ...change,
  };
}

/** A local date and time as the form's fields. */
export function typedMoment(prefix: string, local: string, which = ''): FormFields {
  const [, year = '', month = '', day = '', time = ''] = /^(\d+)-(\d+)-(\d+) (.*)$/.exec(local) ?? [];
  return {
    [`${prefix}Day`]: day,
    [`${prefix}Month`]: month,
    [`${prefix}Year`]: year,
    [`${prefix}Time`]: time,
    [`${prefix}Which`]: which,
  };
}
