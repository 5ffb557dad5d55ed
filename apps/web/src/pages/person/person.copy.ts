import type { RuleAge } from '#libs/domain';

export const PERSON = {
  title: 'Age and safety',
  agesTitle: 'How old they are',
  agesHint:
    'Where the exact age is not known, the youngest that it can be counts. That you have looked is recorded.',
  rulesTitle: 'What this age means',
  tasksTitle: 'Who is seeing to their safety',
  noTasks: 'Nobody has raised anything.',
  decisionsTitle: 'How they decide',
  decisionsHint:
    'An agreement to share something has its assessment recorded with the answer, under Consent, and its reasons are sealed there.',
  noDecisions: 'No decision has needed an assessment yet.',
  dueAgain: 'Due now',
  readReasons: 'Read the reasons',
  consent: 'Consent and sharing',
  raise: 'I am worried about somebody’s safety',
} as const;

/** What the next birthday changes, for whoever plans past it. */
export const BIRTHDAY_WORDS: Readonly<Record<RuleAge, (day: string) => string>> = {
  13: (day) =>
    `From ${day} they are 13: they may agree for themselves once assessed, and the SARC can be asked with their consent.`,
  16: (day) =>
    `From ${day} they are 16: they decide for themselves, and a parent is asked only if they want it.`,
  18: (day) =>
    `From ${day} they are 18 and decide alone. What a parent may be told ends unless they agree to it, and Enhanced Rights no longer follow from age; for a sexual offence they stay.`,
};
