/** Everything the pages of a case say about support that was asked for. */
export const SUPPORT = {
  title: 'Support',
  intro:
    'What was asked for, who answers for it this minute, and what is due next. Nothing here waits without somebody.',
  empty: 'No support has been asked for yet.',
  ask: 'Ask a service for support',
  route: 'Find out which services fit',
  groups: {
    asked: 'Asked for',
    waiting: 'Waiting',
    active: 'Supported now',
    over: 'Over',
  },
  open: 'Open',
  kind: 'Support',
  nobodyChosen: 'No service chosen yet',
  answers: 'Answers for it now',
  next: 'Next',
  waitingSince: 'Waiting since',
  stillWanted: 'Still wanted?',
  history: 'What happened',
  suggested: 'They suggest',
  before: 'Asked before this',
  after: 'Asked in its place',
  insteadOf: 'Asked in place of an earlier request. The place in the queue is kept.',
} as const;

export const OWNER_WORDS = {
  'case-owner': (name: string) => `${name} (owner of this case)`,
  'duty-lead': (away: string | null) =>
    away === null ? 'The duty lead (nobody owns this case)' : `The duty lead (in place of ${away}, on leave)`,
  'service-manager': (name: string) => `${name} (took it on as manager)`,
  'provider-coordinator': (agency: string, away: boolean) =>
    away
      ? `The coordinator of ${agency} (the worker they named is on leave)`
      : `The coordinator of ${agency}`,
  'provider-worker': (agency: string) => `The worker named by ${agency}`,
} as const;

export const REQUEST = {
  title: 'Request for support',
  band: 'How soon',
  firstAsked: 'First asked for',
  sent: 'Sent',
  received: 'Received there',
  decided: 'Answered',
  reason: 'Why',
  adviser: 'Worker named',
  started: 'First session',
  reviewed: 'Last review',
  ended: 'Ended',
  groundTitle: 'May it be sent?',
  grounds: {
    consent: 'Yes. The person agreed that this service may know what it needs to know.',
    override: 'Yes, by an override that stands now.',
  },
  noGround: 'Not yet. The person has not agreed that this service may know anything.',
  recordConsent: 'Record what they say',
  whatGoes:
    'Until they say yes, they see the age band, the area, what is needed and which ways are safe. No name and no number.',
  send: 'Send it now',
  sentSaved: {
    title: 'Sent.',
    lines: ['The desk answers for it until they accept. Silence comes back here, and then to a manager.'],
  },
  takeOn: 'Take it on',
  takeOnWhy: 'Nobody has answered in time. It needs a manager who takes it on.',
  landed: 'Nobody has answered in time. A manager has been told, and must take it on.',
  tookOn: { title: 'It is yours.', lines: ['It has a due time of its own again.'] },
  keepPlace: 'Contact is still stopped: keep their place',
  held: { title: 'They keep their place.', lines: ['Somebody looks again when it is due.'] },
  heldWords:
    'Contact with the person is stopped. Nothing is sent, and nobody is to ask them anything. When a duty lead says that contact goes on, this goes on too.',
  withdraw: 'Take it back',
  withdrawAccepted: 'Take it back, although they have accepted',
  stillWanted: 'Note whether they still want it',
  answer: 'Note what they answered',
  acknowledge: 'They say that they have it',
  accept: 'They say yes',
  decline: 'They say no',
  start: 'The first session was held',
  end: 'The support has ended',
  declineTitle: 'The service said no',
  declineLegend: 'Why did they say no?',
  noteSubmit: 'Note it',
  noteIntro: 'Nobody of this service works here, so whoever hears from them notes it.',
  keepTitle: 'Two services',
  keep: 'Keep this one',
  keepIntro:
    'Two services could have them. Ask the person which they want; the other is taken back, and the place in the queue is kept until then.',
  kept: { title: 'Kept.', lines: ['The other request was taken back.'] },
  choose: 'Choose another service',
  chosen: { title: 'Service chosen.', lines: ['Nothing is sent yet.'] },
  saved: { title: 'Saved.', lines: [] as readonly string[] },
} as const;

export const NEW_REQUEST = {
  title: 'Ask for support',
  kindLegend: 'What support?',
  next: 'Continue',
  serviceLegend: 'Which service?',
  bandLegend: 'How soon?',
  noneYet: 'Not known yet',
  noneYetHint: 'It stays with you, with a day by which somebody chooses.',
  kindChange: 'Change',
  namedOnly: 'Only named to the person, because nothing can be sent there',
  handedOver: 'Nobody of theirs works here. Hand over by telephone, then note the answer.',
  suggestedFirst: 'Suggested first',
  notSuggested: 'Not suggested',
  chosenBefore: 'Chosen for them already',
  sayWhy: 'Say below why this one.',
  leads: 'The duty lead decides about these',
  reasonLegend: 'Why this one?',
  reasonHint: 'Only where the service says so.',
  submit: 'Put it on the list',
  saved: { title: 'On the list.', lines: ['Nothing has been sent yet. Check it, then send it.'] },
  choosing: 'Choose a service',
  noneToChoose: 'The directory has no service that gives this support. An administrator can add one.',
  chooseSubmit: 'Choose this service',
  errors: {
    kind: 'Select what support',
    serviceId: 'Select which service',
    band: 'Select how soon',
  },
} as const;

export const WITHDRAW = {
  title: 'Take this request back',
  legend: 'Why?',
  effect: 'The service loses sight of it at once, and of everything that was shared for it.',
  submit: 'Take it back',
  saved: { title: 'Taken back.', lines: ['The service cannot see it any more.'] },
  errors: { reason: 'Select why' },
} as const;

export const STILL_WANTED = {
  title: 'Do they still want this support?',
  legend: 'What did they say?',
  choices: {
    'still-wanted': 'They still want it',
    'not-wanted': 'They have chosen not to have it',
  },
  hint: 'Ask only in a call that is made anyway, or in a safe time. No answer is not a no.',
  submit: 'Save',
  saved: { title: 'Noted.', lines: [] as readonly string[] },
  errors: { answer: 'Select what they said' },
} as const;

/** The desk's list of what was asked for. */
export const REQUESTS = {
  title: 'Requests for support',
  intro: 'Support that was asked for in your cases, by when something is due.',
  views: 'Views of the list',
  tabs: { late: 'Late, or with a manager', all: 'All that are open' },
  empty: {
    late: 'Nothing is late, and nothing waits for a manager.',
    all: 'No support has been asked for that is still open.',
  },
  columns: {
    case: 'Case',
    support: 'Support',
    state: 'How it stands',
    answers: 'Answers for it now',
    due: 'Next',
  },
  withManager: 'With a manager',
  next: 'requests that are due later',
} as const;
