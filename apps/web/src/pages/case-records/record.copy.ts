export const RECORDS = {
  back: 'Support',
  shared: 'Shared record',
  keptBy: (service: string) => `Kept by ${service}`,
  keptElsewhere: 'Kept by somebody else who supports them',
  acts: 'What you can do',
  actsColumn: 'Next',
  stale:
    'A colleague changed this record in the meantime, so nothing was saved. Open the page again to see where it stands.',
} as const;

export const RECORD_ERRORS = {
  tooLong: 'Shorten this to 500 characters or fewer',
  lineTooLong: 'Shorten this to 100 characters or fewer',
} as const;

export const RECORD_CLOSED = {
  sentence: 'This case is closed. Start support again first, or take a new referral.',
} as const;

export const RECORD_UNREADABLE = {
  sentence: 'The words cannot be sealed just now, so nothing was saved. Try again in a few minutes.',
} as const;
