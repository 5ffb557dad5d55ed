import type { AddRouteOutcome, PermitRouteOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import { CONTRADICTION_REFUSALS } from '../../../pages/safe-contact/contradiction.copy';
import type { ReasonsOf } from '../requests/done';
import { CLOSED, UNREADABLE } from '../requests/refusal.copy';

export const ADD_ROUTE_REFUSALS: RefusalCopy<ReasonsOf<AddRouteOutcome>> = {
  ...CONTRADICTION_REFUSALS,
  'on-the-card': {
    sentence: 'This is on the card already: change what is safe on it instead',
    field: 'route',
  },
  'out-of-use': {
    sentence: 'This was taken out of use and cannot be added again: give a different one',
    field: 'route',
  },
  'agreement-first': {
    sentence:
      'The person has not been asked yet. When they have agreed to be called, record that, then add it.',
  },
  'case-closed': CLOSED,
  unreadable: UNREADABLE,
};

export const PERMIT_REFUSALS: RefusalCopy<ReasonsOf<PermitRouteOutcome>> = {
  ...CONTRADICTION_REFUSALS,
  'needs-lead': { sentence: 'This number is on hold: only a duty lead may bring it back.' },
  'out-of-use': { sentence: 'This number was taken out of use and cannot be brought back: add another.' },
  'case-closed': CLOSED,
};
