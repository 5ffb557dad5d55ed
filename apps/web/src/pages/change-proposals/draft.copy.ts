export const DRAFT = {
  heading: 'Check this draft',
  saved: 'Nothing is saved yet.',
  changesTitle: 'What would change',
  send: 'Send to a second person',
  change: 'Change the answers',
} as const;

export const SENT = {
  title: 'Sent to a second person',
  lines: ['Another administrator or a service manager must approve it. Until then nothing changes.'],
} as const;

export const ENDING_WORDS = {
  preview: 'See what this would change',
  reasonLegend: 'Why is this changed?',
  fromLegend: 'From when should it count?',
  fromHint: 'Leave this empty to start as soon as a second person has approved it.',
} as const;

export const REASON_MISSING = 'Select why this is changed';

export const FROM = {
  missing: 'Enter a date, or leave all of it empty',
  notADate: 'Enter a real date, such as 27 3 2027',
  timeMissing: 'Enter a time, such as midnight or 9am',
} as const;

export const WHEN_APPROVED = 'As soon as a second person has approved it: a minute later at the earliest.';
