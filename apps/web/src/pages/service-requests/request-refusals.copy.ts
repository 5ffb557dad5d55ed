import type {
  AcceptRequestOutcome,
  AllocateRequestOutcome,
  ChooseBetweenOutcome,
  ChooseServiceOutcome,
  KeepPlaceOutcome,
  ProposeRequestOutcome,
  RequestRedirectRefusal,
  SendRequestOutcome,
  WorkRefusal,
} from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

/** Why something cannot be done to a request for support. */
export type RequestReason =
  | ReasonsOf<
      | AcceptRequestOutcome
      | AllocateRequestOutcome
      | ChooseBetweenOutcome
      | ChooseServiceOutcome
      | KeepPlaceOutcome
      | ProposeRequestOutcome
      | SendRequestOutcome
    >
  | RequestRedirectRefusal
  | WorkRefusal
  | 'nobody-allocated'
  | 'not-landed'
  | 'taken-on-already';

/** One sentence for each, and what to do about it. */
export const REQUEST_REFUSALS: RefusalCopy<RequestReason> = {
  'moved-on': { sentence: 'Somebody was quicker. It has moved on, so read how it stands now.' },
  withdrawn: { sentence: 'It was taken back, so nothing can be done to it any more.' },
  over: { sentence: 'It is over, so nothing can be done to it any more.' },
  'no-service-yet': { sentence: 'Choose a service first.' },
  'no-ground': {
    sentence:
      'The person has not agreed that this service may know anything, so it was not sent. Record what they say, then send it.',
  },
  'contact-stopped': {
    sentence:
      'All contact with the person is stopped, so nothing is sent. A duty lead can say when it goes on.',
  },
  'not-at-present': {
    sentence:
      'This cannot be accepted at present. Do not contact the person. Whoever sent it has it in hand; you need do nothing.',
  },
  'not-held': { sentence: 'It is not held any more. Read what is due now.' },
  'unknown-service': {
    sentence: 'That service is not in the directory any more. Choose another one.',
    field: 'serviceId',
  },
  'another-kind': { sentence: 'That service gives other support. Choose another one.', field: 'serviceId' },
  'signposted-only': {
    sentence: 'That service is only named to the person. Tell them of it, and note that you did.',
    field: 'serviceId',
  },
  'own-agency': { sentence: 'That is your own service. Choose another one.', field: 'serviceId' },
  'not-possible': {
    sentence: 'That service cannot be asked for this case. A duty lead can tell you what to do.',
    field: 'serviceId',
  },
  'lead-decides': {
    sentence:
      'The duty lead decides which service is asked for this. Put it on the list without one, or leave it there, and ask them.',
    field: 'serviceId',
  },
  'choose-with-a-reason': {
    sentence: 'Another service comes first for this person. Say why this one, or choose the first.',
    field: 'reason',
  },
  'sarc-closed-by-age': {
    sentence:
      'Under 13 the SARC is reached through the police or social care. Record under Age and safety that one of them was told, then ask.',
    field: 'serviceId',
  },
  'asked-there-before': {
    sentence: 'That service was asked before, for the same need. Choose another one, or ask a duty lead.',
    field: 'serviceId',
  },
  'asked-already': {
    sentence: 'That service is asked for this already. Open the request that there is.',
    field: 'serviceId',
  },
  'same-service': { sentence: 'Select another service than this one.', field: 'serviceId' },
  'case-closed': { sentence: 'This case is closed, so nothing new can be asked for from it.' },
  'service-answers-itself': { sentence: 'People of this service work here and answer for themselves.' },
  'not-a-worker-here': {
    sentence: 'They cannot take this one on. Select somebody else who works for your service.',
    field: 'choice',
  },
  'coordinator-allocates': {
    sentence: 'Your coordinator names who takes this one on. Ask them.',
    field: 'choice',
  },
  'theirs-already': { sentence: 'It is theirs already. Select somebody else.', field: 'choice' },
  'not-yours': { sentence: 'Somebody else of your team answers for it. Ask them, or your coordinator.' },
  'nobody-allocated': { sentence: 'Name a worker first.' },
  'not-landed': { sentence: 'It is not with a manager. Whoever answers for it now goes on doing so.' },
  'taken-on-already': { sentence: 'A manager has taken it on already.' },
  'nothing-to-choose': { sentence: 'There is only one service left, so there is nothing to choose.' },
};
