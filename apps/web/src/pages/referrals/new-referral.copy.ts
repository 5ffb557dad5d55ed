export const NEW_REFERRAL = {
  title: 'Log a referral',
  intro:
    'About two minutes. Do not write an account of what happened: only what a first responder needs to call safely. An optional question left blank never holds a referral up.',
  whoSees: 'Only first responders see the name and the number, and each look is recorded.',
  submit: 'Send the referral',
} as const;

export const REPORTED = {
  legend: 'When was it reported to police?',
  hint: 'Both clocks start here. We have filled in the time it is now.',
  missing: 'Enter when it was reported to police',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time it was reported to police',
} as const;

export const REFERRAL_ERRORS = {
  name: 'Enter a name to ask for, or what the person is known as',
  nameTooLong: 'Shorten the name to 100 characters or fewer',
  age: 'Enter a date of birth, or an age in years',
  ageNotYears: 'Enter the age as a whole number from 0 to 120',
  bornNotADate: 'Enter a real date of birth, such as 27 3 1998',
  bornIncomplete: 'The date of birth must include a day, a month and a year',
  bornYear: 'Enter a date of birth from 1900 on',
  bornAfterReport: 'The date of birth must be before the report',
  district: 'Select the district the person lives in',
  numberKnown: 'Select whether there is a safe number',
  number: 'Enter a safe number, or select that there is none yet',
  numberUnreadable: 'Enter a telephone number, such as 07700 900123 or +44 7700 900123',
  numberExtension: 'Enter a number without an extension: an extension could reach someone else',
  call: 'Select whether it is safe to call this number',
  agreement: 'Select whether the person has agreed to be called',
  notOnTheList: 'Select one of the answers on the list',
  tooLong: (most: number) => `Shorten this to ${most} characters or fewer`,
  inTheFuture: 'The report must be now or in the past',
  tooEarly: 'Check the year of the report: it is before 1950',
  calendarEnds:
    'The bank holidays after that time are not known yet, so no deadline can be given. Phone the first responders, and tell an administrator',
} as const;
