export const POLICY_FORM = {
  intro:
    'You draft the next version from the newest one. It counts for clocks that start once it is in force; every clock that has started keeps its own.',
  elapsedTitle: 'The limit in hours',
  workingTitle: 'The limit in working days',
  hours: 'Hours after the start',
  hoursHint: 'Every hour counts, nights and weekends too.',
  reading: 'How are working days counted?',
  days: 'Working days',
  daysHint: 'Where opening time is counted, each day is 8 hours of it.',
  closes: 'Close of service',
  closesHint:
    'The deadline is at this time, for example 5pm. It does not matter where opening time is counted.',
  warn: 'Warn the owner this many hours before',
  warnHint: 'For example 2, or 4 and 1. Leave empty for no warning.',
  binding: 'Which limit counts for the promise?',
  bindingHint:
    'Its breach must be acknowledged and is stepped up. The other one is shown and reported beside it.',
  calendar: 'Calendar',
  escalationTitle: 'When the limit that counts has passed',
  repeat: 'Tell the duty lead again after how many minutes?',
  stepUp: 'From which repeat on is the service manager told instead?',
  onCall: 'On-call hours',
  onCallHint:
    'Alerts wait until these hours. For example 8am to 10pm. Leave a day empty when nobody is on call.',
} as const;

export const POLICY_ERRORS = {
  hours: 'Enter whole hours, such as 24',
  days: 'Enter whole working days, such as 1',
  closes: 'Enter a time, such as 5pm or 17:00',
  reading: 'Select how working days are counted',
  warn: 'Enter hours, such as 2, or 4 and 1',
  repeat: 'Enter minutes from 1 to 1440',
  stepUp: 'Enter a number from 1 to 50',
} as const;

export const READING_WORDS = {
  A: 'Close of service, counted in working days after the day of the report',
  B: 'Opening time: nights, weekends and bank holidays do not count',
  C: 'As the first, but a report outside opening hours counts from the next opening',
} as const;
