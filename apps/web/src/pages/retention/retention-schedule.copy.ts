export const SCHEDULE_FORM = {
  title: 'Change how long records are kept',
  intro:
    'The time runs from the day on which the last case of a person ended. A shorter time erases nothing by itself: what becomes due is suggested, and two people decide about each record.',
  yearsLabel: 'Years',
  groundLabel: 'Where does this number come from?',
  yearsMissing: (rule: string) => `Enter the years as a whole number from 1 to 100: ${rule}`,
  groundMissing: (rule: string) => `Select where the number comes from: ${rule}`,
} as const;

export const SCHEDULE_EFFECT = {
  title: 'Which records could go',
  lines: [
    'Counted today, as if the new times were in force. Nothing is erased by this change: what is due is suggested, and two people decide about each record.',
    'Records that are suggested by now and would not be due any more can only be kept.',
  ],
  caption: 'Records that could go, by how the case ended',
  head: ['How the case ended', 'Now', 'With the new times', 'Of those, needed'],
  all: 'All',
  hidden: [
    'How many records this is about is shown to the data-protection officer and to service managers alone.',
  ],
} as const;
