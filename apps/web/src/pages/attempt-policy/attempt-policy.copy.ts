export const ATTEMPT_FORM = {
  title: 'Attempt policy',
  intro:
    'How often a person is tried before a duty lead must look and decide. Nothing closes a case by itself.',
  attempts: 'How many attempts?',
  workingDays: 'Over how many working days?',
  timesOfDay: 'At how many different times of day?',
  timesHint: 'Morning, afternoon and evening are different times.',
  mostPerDay: 'How many attempts in one day at most?',
  routesWanted: 'Over how many safe routes, where the person has them?',
  evening: 'Should one attempt be in the evening, where that is safe?',
  numbers: {
    attempts: 'Enter how many attempts, as a whole number such as 5',
    workingDays: 'Enter over how many working days, as a whole number such as 5',
    timesOfDay: 'Enter at how many times of day, as a whole number such as 2',
    mostPerDay: 'Enter how many attempts in one day at most, as a whole number such as 2',
    routesWanted: 'Enter over how many routes, as a whole number such as 2',
  },
  choose: 'Select yes or no',
} as const;

export const ATTEMPT_EFFECT = {
  title: 'Which cases it counts for',
  lines: [
    'The board and the call panel ask for attempts by the version that a case began under: this one counts for cases that are opened once it is in force.',
    'Attempts that were made stay as they were recorded. No case is closed, and no deadline moves.',
  ],
} as const;
