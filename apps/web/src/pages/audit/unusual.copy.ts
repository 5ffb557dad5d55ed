import { UNUSUAL_ACCESS, type UnusualKind } from '#libs/domain';

export const UNUSUAL = {
  title: 'Unusual access',
  intro:
    'Looks at people that are worth a question. None of them is a finding: a name may be shared by chance, and a duty lead opens cases of others to help.',
  judged: (until: string) =>
    `Judged: everything seen before ${until}. A day is judged when the one after it is over.`,
  notYet: 'No day has been judged yet. A day is judged when the one after it is over.',
  empty: 'Nothing was found.',
  all: 'All',
  kind: 'Show',
  kindError: 'Choose what to show from the list',
  filter: 'Show these',
  caption: 'Newest day first',
  headers: { on: 'Day', kind: 'Why it is shown', who: 'Who looked', whom: 'At whom' },
  nextLabel: 'earlier days',
  lines: 'Look at what this user saw',
  limits:
    'Not looked for: people who live where a user lives, because this service keeps no home address of anybody who works here. Cases opened past a wall in an emergency are reviewed by a manager of their own.',
} as const;

export const KIND_WORDS: Readonly<Record<UnusualKind, string>> = {
  'own-name': 'Somebody with the same last name',
  'no-work': 'No work in a case of this person',
  'many-people': `More than ${UNUSUAL_ACCESS.mostPeopleInADay} people in one day`,
};
