import type {
  RequestDecline,
  RequestLapse,
  RequestRedirect,
  RequestBand,
  RequestEnding,
  ServiceRequestState,
  RequestStep,
  RequestWithdrawal,
} from '#libs/domain';

/** How a request stands, as the desk reads it. */
export const STATE_WORDS: Readonly<Record<ServiceRequestState, string>> = {
  proposed: 'Not sent yet',
  sent: 'Sent',
  acknowledged: 'Received there',
  waiting: 'Waiting',
  allocated: 'Worker named',
  active: 'Supported',
  declined: 'The service said no',
  redirected: 'They suggest another service',
  withdrawn: 'Taken back',
  'not-wanted': 'They have chosen not to have it',
  ended: 'Ended',
};

/** What is due next, as something that somebody does. */
export const STEP_WORDS: Readonly<Record<RequestStep, string>> = {
  choose: 'Choose a service',
  send: 'Send it',
  acknowledge: 'The service confirms that it has it',
  decide: 'The service says yes or no',
  'ask-still-wanted': 'Ask whether they still want the support',
  allocate: 'Name a worker',
  start: 'Hold the first session',
  review: 'Look at how it goes',
  manage: 'The manager looks again',
  hold: 'Contact is stopped: look whether that stands, and keep their place',
};

export const BAND_WORDS: Readonly<Record<RequestBand, string>> = {
  urgent: 'Urgent',
  soon: 'Soon',
  routine: 'Routine',
};

export const BAND_HINTS: Readonly<Record<RequestBand, string>> = {
  urgent: 'Somebody should be there within days.',
  soon: 'Within a few weeks.',
  routine: 'In its turn.',
};

export const DECLINE_WORDS: Readonly<Record<RequestDecline, string>> = {
  'out-of-area': 'They live outside the area that the service covers',
  age: 'The service does not work with somebody of their age',
  'list-closed': 'The service is full, or its list is closed',
  'not-yet-safe': 'It is not yet safe to begin',
  'not-steady-enough': 'They need other help first',
  'criminal-case-advice': 'The criminal case has to come first',
  'told-to-the-lead': 'For a reason that was told to the duty lead',
  'open-elsewhere': 'Another service supports them already',
  'person-chose-otherwise': 'The person has chosen otherwise',
  'not-enough-known': 'The service needs to know more',
};

export const REDIRECT_WORDS: Readonly<Record<RequestRedirect, string>> = {
  'fits-better': 'It fits the person better',
  'other-area': 'It covers where they live',
  'other-age': 'It works with people of their age',
  'sooner-there': 'They would be seen sooner',
  'person-asked': 'The person asked for it',
};

export const WITHDRAW_WORDS: Readonly<Record<RequestWithdrawal | RequestLapse, string>> = {
  'person-asked': 'The person asked us to',
  'asked-in-error': 'It was asked for by mistake',
  'not-needed': 'It is not needed any more',
  'consent-withdrawn': 'The person took back their agreement to share',
  'consent-expired': 'Their agreement to share ran out',
  'override-ended': 'The override that it was sent on has ended',
  'chose-another': 'They chose another service',
  'case-closed': 'The case was closed',
  died: 'The person has died',
  erased: 'The record was erased',
  'not-possible': 'It is not possible any more',
  'contact-stopped': 'Contact with the person was stopped',
  'service-retired': 'The service takes nobody any more',
  'giver-was-a-child': 'Whoever agreed to it was too young to agree without an assessment',
};

export const ENDING_WORDS: Readonly<Record<RequestEnding, string>> = {
  planned: 'As planned',
  unplanned: 'Earlier than planned',
  transferred: 'Passed on to another service',
};
