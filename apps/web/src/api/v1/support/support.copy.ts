import type { RestartSupportOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import {
  ABUSE_REFUSALS,
  CHECK_IN_REFUSALS,
  CRIME_NUMBER_REFUSALS,
  LOWER_REFUSALS,
  POLICE_REFUSALS,
  RESTART_REFUSALS as RESTART,
  SAMPLES_REFUSALS,
  SIGNPOST_REFUSALS,
  TRANSFER_REFUSALS,
} from '../../../pages/support/case-forms.refusals.copy';
import { PATHWAY_REFUSALS } from '../../../pages/support/pathway.copy';
import { TASK_REFUSALS as TASK } from '../../../pages/support/task.copy';
import { SUBMIT_REFUSALS } from '../referrals/referral.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';

const sealed = { unreadable: UNREADABLE };

/** What the pages say to each reason, with the name that its field has in a body. */
export const SUPPORT_REFUSALS = {
  abuse: { ...inBody(ABUSE_REFUSALS, { reviewDay: 'reviewOn' }), ...sealed },
  lower: LOWER_REFUSALS,
  samples: inBody(SAMPLES_REFUSALS, { takenDay: 'takenOn', keptDay: 'keptUntil' }),
  signpost: inBody(SIGNPOST_REFUSALS, { kinds: 'kinds', givenDay: 'givenAt' }),
  checkIn: inBody(CHECK_IN_REFUSALS, { onDay: 'on' }),
  transfer: { ...inBody(TRANSFER_REFUSALS, {}), ...sealed },
  police: { ...inBody(POLICE_REFUSALS, { agency: 'policeAgencyId', reportedDay: 'reportedOn' }), ...sealed },
  crimeNumber: { ...inBody(CRIME_NUMBER_REFUSALS, { number: 'crimeReference' }), ...sealed },
} as const;

export const RESTART_REFUSALS: RefusalCopy<ReasonsOf<RestartSupportOutcome>> = { ...RESTART, ...sealed };

export const TASK_REFUSALS = {
  ...inBody(TASK, { outcome: 'outcome', answeredDay: 'at', nextDay: 'nextOn' }),
  ...sealed,
};

export const OWN_PATHWAY_REFUSALS = {
  ...SUBMIT_REFUSALS,
  ...inBody(PATHWAY_REFUSALS, { age: 'ageInYears' }),
};
