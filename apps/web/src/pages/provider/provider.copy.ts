import type { RequestStep, ServiceRequestState } from '#libs/domain';

/** How a request stands, as the service reads it. */
export const PROVIDER_STATES: Readonly<Record<ServiceRequestState, string>> = {
  proposed: 'Not sent',
  sent: 'New',
  acknowledged: 'You have it',
  waiting: 'Accepted, nobody named',
  allocated: 'Worker named',
  active: 'Supported',
  declined: 'You said no',
  redirected: 'You suggested another service',
  withdrawn: 'Taken back',
  'not-wanted': 'They have chosen not to have it',
  ended: 'Ended',
};

/** What is due next, as the service reads it. */
export const PROVIDER_STEPS: Readonly<Record<RequestStep, string>> = {
  choose: 'The desk chooses a service',
  send: 'The desk sends it',
  acknowledge: 'Confirm that you have it',
  decide: 'Say yes or no',
  'ask-still-wanted': 'Ask whether they still want the support',
  allocate: 'Name a worker',
  start: 'Hold the first session',
  review: 'Look at how it goes',
  manage: 'A manager of the desk sees to it',
  hold: 'Do not contact them. The desk tells you when that changes',
};

/** What the people of a receiving service read. */
export const INBOX = {
  title: 'Requests for support',
  intro:
    'Until you say yes you see what you need for an answer, and nothing by which anybody could be found. From the minute you accept, your team answers for the next contact.',
  views: 'Views of the inbox',
  tabs: { new: 'New', accepted: 'Accepted', declined: 'Declined', withdrawn: 'Taken back' },
  orMore: (count: number) => `${count} or more`,
  empty: {
    new: 'Nothing waits for your answer.',
    accepted: 'Your service has accepted nothing yet.',
    declined: 'Your service has not said no to anything.',
    withdrawn: 'Nothing was taken back.',
  },
  columns: {
    request: 'Request',
    need: 'What is asked for',
    person: 'Who it is for',
    contact: 'Safe ways',
    due: 'What is due',
    state: 'How it stands',
  },
  captions: {
    new: 'Waiting for your answer, the most urgent first',
    accepted: 'Accepted by your service',
    declined: 'Your service said no, or suggested another',
    withdrawn: 'Taken back in the last 30 days',
  },
  takenBack: 'What you may have noted of it is not to be used or passed on.',
  next: 'more requests',
  export: 'Copy accepted requests into your own system',
} as const;

export const PROVIDER_REQUEST = {
  back: 'Requests for support',
  backToCaseload: 'Caseload',
  one: 'Request',
  minimum: 'What you need to decide',
  toldTitle: 'What the desk told you before you accepted',
  minimumHint: 'No name and no number before you accept.',
  responsible: 'Who answers for it now',
  desk: 'The desk that asked answers for it until you accept.',
  coordinator: 'Your team does. Nobody of it is named yet, so it is the coordinator’s.',
  you: 'You do.',
  colleague: (name: string) => `${name} does.`,
  away: (name: string) => `The coordinator does, in place of ${name}, who is on leave.`,
  nobody: 'Nobody any more. It is over.',
  shared: 'What was shared with you',
  sharedLink: 'Open what was shared with you',
  waited: (weeks: number) =>
    weeks === 0 ? 'Less than a week' : weeks === 1 ? '1 week' : `${String(weeks)} weeks`,
  sharedNot: 'The person agrees to share no name and no number just now. Ring the desk that asked.',
  sharedHint: 'Each look is recorded.',
  acts: 'What you can do',
  acknowledge: 'Confirm that we have it',
  accept: 'Accept',
  acceptTitle: 'If you accept',
  acceptWords:
    'From this minute your team answers for the next contact. The desk that asked does not call them about this any more.',
  acceptForMe: 'Accept and take it on myself',
  take: 'Take it on myself',
  decline: 'Say no',
  redirect: 'Suggest another service',
  start: 'The first session was held',
  review: 'We have looked at how it goes',
  end: 'The support has ended',
  stillWanted: 'Note whether they still want it',
  allocate: 'Name a worker',
  exportOne: 'Copy it into your own system',
  milestones: 'Milestones',
  milestone: 'Milestone',
  planned: 'Planned by',
  actual: 'Took place',
  notYet: 'Not yet',
  none: '–',
  names: {
    asked: 'Asked for',
    accepted: 'Accepted',
    allocated: 'Worker named',
    started: 'First session',
    reviewed: 'Review',
    ended: 'Ended',
  },
  changed:
    'Somebody changed this request since you opened it. Nothing of yours was saved. Go back to the request to see how it stands now.',
  saved: {
    acknowledged: { title: 'The desk knows that you have it.', lines: [] as readonly string[] },
    accepted: {
      title: 'Accepted.',
      lines: ['From this minute your team answers for the next contact.'],
    },
    acceptedMine: {
      title: 'Accepted, and it is yours.',
      lines: ['From this minute you answer for the next contact.'],
    },
    taken: { title: 'It is yours.', lines: ['You answer for the next contact from now on.'] },
    declined: {
      title: 'You said no.',
      lines: ['It is back with the desk that asked. Its clock still runs.'],
    },
    redirected: {
      title: 'Suggested.',
      lines: ['The desk asks the person before anything goes there. Its clock still runs.'],
    },
    allocated: { title: 'A worker is named.', lines: ['They answer for it from now on.'] },
    started: { title: 'First session noted.', lines: [] as readonly string[] },
    reviewed: { title: 'Review noted.', lines: [] as readonly string[] },
    ended: { title: 'Ended.', lines: ['The desk that asked has been told.'] },
    asked: { title: 'Noted.', lines: [] as readonly string[] },
  },
} as const;

export const DECLINE = {
  title: 'Say no to this request',
  legend: 'Why can your service not do this?',
  effect:
    'It goes back to the desk that asked, with your reason. The person keeps their place, and the clock still runs.',
  lead: 'If the reason must not be written down, ring the duty lead of the desk and choose that it was told to them.',
  submit: 'Say no',
  error: 'Select why your service cannot do this',
} as const;

export const REDIRECT = {
  title: 'Suggest another service',
  legend: 'Why is another service the right one?',
  serviceLegend: 'Which service?',
  effect: 'It goes back to the desk that asked. They ask the person before anything is sent there.',
  empty: 'The directory has no other service of this kind.',
  submit: 'Suggest it',
  errors: { reason: 'Select why', serviceId: 'Select which service' },
} as const;

export const ALLOCATE = {
  title: 'Name a worker',
  effect: 'They answer for it from the moment you name them.',
  legend: 'Who takes it on?',
  submit: 'Name them',
  error: 'Select who takes it on',
} as const;

export const END = {
  title: 'The support has ended',
  legend: 'How did it end?',
  submit: 'End it',
  error: 'Select how it ended',
} as const;

export const CASELOAD = {
  title: 'Caseload',
  views: 'Views of the caseload',
  tabs: { my: 'My', all: 'All', unassigned: 'Nobody named', closed: 'Closed' },
  captions: {
    my: 'Yours, those first who were first to ask',
    all: 'All that your service answers for, those first who were first to ask',
    unassigned: 'Accepted, and nobody is named yet',
    closed: 'Ended, the newest first',
  },
  empty: {
    my: 'Nothing is yours.',
    all: 'Your service supports nobody through Waymark just now.',
    unassigned: 'Everything has somebody.',
    closed: 'Nothing has ended yet.',
  },
  columns: {
    request: 'Request',
    adviser: 'Worker',
    state: 'How it stands',
    last: 'Last contact noted',
    next: 'Next planned',
    ended: 'Ended',
  },
  inCourt: (what: string, when: string) => `In court next: ${what}, ${when}`,
  metNext: (when: string) => `Appointment: ${when}`,
  capacity: 'Room in your services',
  open: (open: number, limit: number | null) =>
    limit === null ? `${open} open, no limit set` : `${open} open of ${limit}`,
  waiting: (n: number) =>
    n === 1 ? '1 of them waits for a first session' : `${n} of them wait for a first session`,
  unanswered: (n: number) => (n === 1 ? '1 request not answered' : `${n} requests not answered`),
  endingSoon: (n: number) =>
    n === 1 ? '1 review due within two weeks' : `${n} reviews due within two weeks`,
  full: 'Full',
  overFull: (n: number) => `${n} over the limit`,
  room: (n: number) => `Room for ${n}`,
  listOpen: 'List open',
  listClosed: (since: string) => `List closed since ${since}`,
  noCapacity: 'Nobody has said how much room there is.',
  sample: 'Room invented for trying this out',
  nobody: 'Nobody yet',
  next: 'more requests',
  nothingNoted: 'None yet',
  export: 'Copy accepted requests into your own system',
} as const;

export const EXPORT = {
  title: 'Copy into your own system',
  back: 'Back',
  intro:
    'One row for each accepted request that is open, so that nobody types a case twice. In the file is only what the person agrees to share at this moment. That it was copied is noted on each request, with your name.',
  numbers:
    'A number is in it only if the person may be called on it now. If one is missing, make the file again within their safe hours.',
  keep: 'The file leaves this service. Keep it as you keep the record itself, and delete it once it is read in.',
  legend: 'Which requests?',
  choices: {
    one: 'The request that you came from',
    live: 'Every open request that your service accepted',
    mine: 'Only those that are mine',
  },
  submit: 'Make the file',
  layout: 'Layout waymark-provider-1, as docs/provider-export.md describes it.',
  none: 'Nothing can leave just now: nobody of these agrees to share anything with your service at this moment.',
  error: 'Select which requests',
} as const;
