export const SUBJECT = {
  title: 'Everybody who opened one record',
  intro:
    'For one person: each user who saw anything that tells who they are or how they are, when, what and on what ground. It is made to be printed, for somebody who asks who looked at their record.',
  hint: 'For example WM-4F7K-9Q2D',
  personHint: 'Or the id of the person, as the list of who saw what shows it.',
  show: 'Show who looked',
  missing: 'Enter a case reference such as WM-4F7K-9Q2D, or a person id',
  unknown: 'There is no case with this reference',
  nobody: 'Nobody has opened this record.',
  of: (person: string) => `Person ${person}`,
  count: (users: number, times: number) =>
    `${users === 1 ? 'One user' : `${users} users`} looked ${times === 1 ? 'once' : `${times} times`}.`,
  caption: 'Who looked, newest first',
  print: 'Use your browser to print this page or save it as a PDF.',
  headers: {
    who: 'Who',
    span: 'First and last',
    times: 'How often',
    what: 'What was shown',
    grounds: 'Ground',
  },
} as const;
