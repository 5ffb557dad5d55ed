import {
  REQUEST_LAPSES,
  REQUEST_WITHDRAWALS,
  serviceRequestMachine,
  type RequestOwnerRole,
} from '#libs/domain';

export const REQUEST_STATES = Object.keys(serviceRequestMachine.transitions);

/** Why a request was taken back, by hand or of itself. */
export const TAKEN_BACK = [...REQUEST_WITHDRAWALS, ...REQUEST_LAPSES];

const OWNERS: Readonly<Record<RequestOwnerRole, true>> = {
  'case-owner': true,
  'duty-lead': true,
  'service-manager': true,
  'provider-coordinator': true,
  'provider-worker': true,
};
export const OWNER_ROLES = Object.keys(OWNERS);
