import type { ChangeStaffOutcome, InviteOutcome, KeepTeamOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import type { ReasonsOf } from '../requests/done';

const RIGHTS = {
  'own-account': { sentence: 'Nobody changes their own rights: ask somebody else who keeps accounts.' },
  'role-not-of-agency': {
    sentence: 'role must be one that this organisation has people for',
    field: 'role',
  },
  'administrators-change-elsewhere': {
    sentence: 'Administrators are made and changed by two people at the service itself.',
  },
  'officer-needs-a-team': {
    sentence: 'teamId is needed for an officer: referrals belong to teams',
    field: 'teamId',
  },
  'team-of-another-agency': { sentence: 'teamId must be a team of this organisation', field: 'teamId' },
  'unknown-team': { sentence: 'teamId must be a team of this organisation', field: 'teamId' },
} as const;

export const INVITE_REFUSALS: RefusalCopy<ReasonsOf<InviteOutcome>> = {
  ...RIGHTS,
  'identity-taken': { sentence: 'Somebody signs in with this subject already', field: 'subject' },
};

export const CHANGE_REFUSALS: RefusalCopy<ReasonsOf<ChangeStaffOutcome>> = {
  ...RIGHTS,
  'already-so': { sentence: 'That is so already: nothing was changed.' },
};

export const TEAM_REFUSALS: RefusalCopy<ReasonsOf<KeepTeamOutcome>> = {
  'name-taken': { sentence: 'This organisation has a team of that name: give another', field: 'name' },
};

export const FRESH_SIGN_IN =
  'Needs a token of a sign-in of the last 5 minutes: 401 otherwise, with max_age in WWW-Authenticate.';
