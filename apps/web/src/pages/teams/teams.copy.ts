import type { RefusalCopy } from '../../errors/refusal';

export const TEAMS = {
  title: 'Teams',
  intro: 'A team owns its referrals or cases, so it can be renamed and never removed.',
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  rename: 'Rename',
  add: 'Add a team',
  renameTitle: 'Rename a team',
  name: 'Name of the team',
  nameMissing: 'Enter the name of the team',
  nameTooLong: 'Enter a name of 100 characters or fewer',
  agency: 'Which organisation is it in?',
  agencyMissing: 'Select the organisation',
  submit: 'Save the team',
  saved: { title: 'The team is saved', lines: [] },
  stale: 'Somebody renamed this team after you opened the page. Nothing was saved. Open it again.',
} as const;

export const REFUSALS: RefusalCopy<'name-taken'> = {
  'name-taken': { sentence: 'This organisation has a team of that name. Enter another name', field: 'name' },
};
