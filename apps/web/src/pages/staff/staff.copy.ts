import type { ChangeStaffRefusal, InviteRefusal } from '#libs/casework';
import type { StaffState } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const STAFF = {
  title: 'People',
  intro:
    'Everybody who can sign in, and whose account was closed. Rights are read again at every request, so what you change here counts at once.',
  add: 'Add a person',
  teams: 'Teams',
  noTeam: 'No team',
  unnamed: 'Name cannot be shown now',
  never: 'Has not signed in yet',
  dormant: 'Not signed in for 60 days or more: ask whether the account is still needed',
} as const;

export const STATE_WORDS: Readonly<Record<StaffState, string>> = {
  invited: 'Invited',
  active: 'Open',
  disabled: 'Closed',
};

export const INVITE = {
  title: 'Add a person',
  agencyLegend: 'Which organisation do they work for?',
  agencyMissing: 'Select the organisation they work for',
  next: 'Continue',
  intro:
    'They can sign in from now on with the account that their organisation gives them. If they have not done so within two weeks, the invitation ends by itself.',
  name: 'Full name',
  nameMissing: 'Enter their full name',
  nameTooLong: 'Enter a name of 100 characters or fewer',
  email: 'Work e-mail address',
  emailHint: 'Alerts go there: a reference and a link, never more.',
  emailWrong: 'Enter one plain e-mail address, such as name@organisation.example',
  subject: 'Their id at the identity provider',
  subjectHint:
    'The permanent id that their organisation’s sign-in has for them, often called object id or subject. Not an e-mail address: those can pass to somebody else.',
  subjectWrong: 'Enter the id as the identity provider shows it, without spaces and not an e-mail address',
  role: 'What will they do?',
  roleMissing: 'Select what they will do',
  team: 'Which team are they on?',
  teamMissing: 'Select a team, or that they are on none',
  submit: 'Add this person',
  saved: { title: 'They can sign in now', lines: ['Tell them yourself: this service sends no invitations.'] },
} as const;

export const ACCOUNT = {
  own: 'This is your own account. Somebody else changes it, so that nobody gives rights to themselves.',
  administrator:
    'Administrators are made, changed and opened again by two people at the service itself, not on this page. You can close this account.',
  change: 'Change role or team',
  submit: 'Save the role and team',
  close: 'Close this account',
  open: 'Invite them again',
  openHint: 'They can sign in again within two weeks from now, with the role and team they had.',
  lastSignedIn: 'Last signed in',
  changed: { title: 'Role and team have changed', lines: ['They count from the person’s next page on.'] },
  reopened: { title: 'They can sign in again', lines: ['The invitation stands for two weeks.'] },
  stale: 'Somebody changed this account after you opened the page. Nothing was saved. Open it again.',
} as const;

export const CLOSE = {
  title: 'Close this account?',
  intro: 'What happens when you close it:',
  submit: 'Close the account',
  back: 'Keep it open',
  effects: ({ openCases, shifts }: { openCases: number; shifts: number }): readonly string[] => [
    'They are signed out at their next page, in every browser.',
    'Referrals they began and did not send are discarded when they expire; nobody else can read them.',
    openCases === 0
      ? 'They own no open case.'
      : `${openCases === 1 ? 'One open case goes' : `${openCases} open cases go`} back to the team within a minute. The duty lead answers for them until somebody takes them on.`,
    shifts === 0
      ? 'They have no shift on the rota.'
      : `${shifts === 1 ? 'One shift is' : `${shifts} shifts are`} taken off the rota. Look at the gaps and fill them.`,
    'What they wrote stays, with their name on it.',
  ],
  done: (shiftsFreed: number) => ({
    title: 'The account is closed',
    lines: shiftsFreed === 0 ? [] : ['Their shifts are off the rota. Somebody should fill the gaps.'],
  }),
} as const;

const RIGHTS = {
  'own-account': { sentence: ACCOUNT.own },
  'role-not-of-agency': { sentence: 'Select a role that this organisation has people for', field: 'role' },
  'administrators-change-elsewhere': { sentence: ACCOUNT.administrator },
  'officer-needs-a-team': {
    sentence: 'Select the team of this officer: referrals belong to teams',
    field: 'teamId',
  },
  'team-of-another-agency': { sentence: 'Select a team of this organisation', field: 'teamId' },
  'unknown-team': { sentence: 'Select a team from the list; it may have changed', field: 'teamId' },
} as const;

export const INVITE_REFUSALS: RefusalCopy<InviteRefusal> = {
  ...RIGHTS,
  'identity-taken': {
    sentence: 'Somebody signs in with this id already. Look for them in the list of people',
    field: 'subject',
  },
};

export const CHANGE_REFUSALS: RefusalCopy<ChangeStaffRefusal> = {
  ...RIGHTS,
  'already-so': { sentence: 'That is what they have now. Select another role or team', field: 'role' },
};
