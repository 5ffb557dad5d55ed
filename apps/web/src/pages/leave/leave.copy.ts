import type { ChangeLeaveOutcome, PlanLeaveOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

type Reasons<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const LEAVE = {
  title: 'Leave and cover',
  back: { href: '/rota', text: 'Rota' },
  intro:
    'While somebody is away, every case of theirs is with a colleague who said yes. Until then it is theirs, and from the first minute of the leave the duty lead answers for it. Why somebody is away is not kept here.',
  uncoveredNow: (cases: number) =>
    cases === 1
      ? '1 case has an owner who is on leave, and nobody covers it. The duty lead answers for it.'
      : `${cases} cases have an owner who is on leave, and nobody covers them. The duty lead answers for them.`,
  nothing: 'Nobody has leave planned.',
  add: 'Plan leave',
  addOwn: 'Plan my leave',
  who: 'Who',
  from: 'First day away',
  until: 'Last day away',
  cases: 'Cases',
  open: 'Open',
  now: 'Away now',
  noCases: 'No open case is theirs.',
  toCover: (cases: number) => (cases === 1 ? '1 case without cover' : `${cases} cases without cover`),
  offered: (cases: number) => (cases === 1 ? '1 of them offered' : `${cases} of them offered`),
  covered: (cases: number) => (cases === 1 ? '1 case with a colleague' : `${cases} cases with colleagues`),
  uncoveredAtStart: (cases: number) =>
    cases === 0
      ? 'Every case was covered when it began.'
      : `When it began, ${cases === 1 ? '1 case was' : `${cases} cases were`} without cover.`,
} as const;

/** For a service, where nobody owns cases and the coordinator answers for whoever is away. */
export const SERVICE_LEAVE = {
  title: 'Leave',
  back: { href: '/provider/caseload', text: 'Caseload' },
  intro:
    'From the first minute of somebody’s leave until they are back, the coordinator answers for the requests that they carry. If somebody else should meet the person meanwhile, name them on the page of the request. Why somebody is away is not kept here.',
  cases: 'Requests',
  carried: (requests: number) =>
    requests === 0
      ? 'No request is theirs.'
      : requests === 1
        ? '1 request is theirs'
        : `${requests} requests are theirs`,
} as const;

export const ONE_SERVICE_LEAVE = {
  cancelHint: 'They answer for what they carry, as before.',
  comeBackHint: 'From this minute they answer for what they carry again.',
} as const;

export const NEW_LEAVE = {
  title: 'Plan leave',
  ownTitle: 'Plan my leave',
  who: 'Who will be away?',
  whoMissing: 'Select who will be away',
  me: 'Me',
  submit: 'Plan the leave',
  saved: { title: 'The leave is planned.', lines: ['Now find colleagues who cover the cases.'] },
  savedAtService: {
    title: 'The leave is planned.',
    lines: ['The coordinator answers for what they carry while they are away.'],
  },
} as const;

export const FIRST_DAY = {
  legend: 'First day away',
  hint: 'For example, 27 3 2026',
  missing: 'Enter the first day away',
  notADate: 'Enter a real date, such as 27 3 2026',
} as const;

export const LAST_DAY = {
  legend: 'Last day away',
  hint: 'The day after it they are back',
  missing: 'Enter the last day away',
  notADate: 'Enter a real date, such as 3 4 2026',
} as const;

export const ONE_LEAVE = {
  title: (name: string) => (name === 'You' ? 'Your leave' : `Leave of ${name}`),
  cover: 'Find cover for their cases',
  coverOwn: 'Find cover for my cases',
  cancel: 'Cancel this leave',
  cancelHint: 'Cases that colleagues took on for it are offered back.',
  comeBack: 'Back from leave now',
  comeBackHint:
    'From this minute their cases without cover are theirs again. Cases with colleagues are offered back, and stay with them until accepted.',
  cancelled: { title: 'The leave is cancelled.', lines: [] },
  back: { title: 'Welcome back.', lines: [] },
  offeredBack: (cases: number) =>
    cases === 1 ? '1 case is offered back.' : `${cases} cases are offered back.`,
  over: 'This leave is over.',
  cancelledAlready: 'This leave was cancelled.',
  stale: 'Somebody changed this leave after you opened the page. Nothing was saved. Look at it again.',
} as const;

export const PLAN_LEAVE_REFUSALS: RefusalCopy<Reasons<PlanLeaveOutcome>> = {
  'ends-before-it-starts': { sentence: 'The last day cannot be before the first', field: 'lastDay' },
  'too-long': { sentence: 'Leave can last a year at most. Enter an earlier last day', field: 'lastDay' },
  'over-already': { sentence: 'The last day away must not have passed', field: 'lastDay' },
  overlaps: {
    sentence: 'Leave is planned for part of that time already. Enter other days, or change that leave first',
    field: 'firstDay',
  },
  'not-on-the-team': {
    sentence: 'Select somebody who works on the team now; this person’s account has changed',
    field: 'userId',
  },
};

export const CHANGE_LEAVE_REFUSALS: RefusalCopy<Reasons<ChangeLeaveOutcome>> = {
  'begun-already': {
    sentence: 'This leave has begun, so it cannot be cancelled. Say that they are back instead.',
  },
  'not-begun': { sentence: 'This leave has not begun. Cancel it instead.' },
  'over-already': { sentence: 'This leave is over already.' },
};

export const REASSIGN = {
  title: 'Hand on a colleague’s cases',
  coverTitle: 'Find cover',
  ownTitle: 'Find cover for my cases',
  whose: 'Whose cases?',
  whoseMissing: 'Select whose cases',
  choose: 'Continue',
  of: (name: string, cases: number) => `${name === 'You' ? 'Your' : `${name}’s`} open cases: ${cases}`,
  nothing: 'No open case is theirs, so there is nothing to hand on.',
  pick: 'Which cases?',
  noneTicked: 'Select at least one case',
  legend: 'Who should take them?',
  toMissing: 'Select who should take the cases',
  check: 'Look at what this does',
  confirmTitle: 'Check before you offer',
  offeredTo: (name: string) => `Offered to ${name}`,
  submit: 'Offer the cases',
  back: 'Change what is offered',
  effects: {
    moves: (to: string, from: string) =>
      `Nothing moves yet. Each case is offered to ${to}, and is ${to === 'you' ? 'yours' : 'theirs'} from the minute they accept it; until then ${from} ${from === 'you' ? 'answer' : 'answers'} for it.`,
    self: 'A case you choose for yourself is yours at once.',
    leave: (from: string, when: string) =>
      `If a case is not accepted when the leave begins, ${when}, the duty lead answers for it instead of ${from}.`,
    back: 'When the leave is over, every case is offered back.',
    clocks: 'Every time that is due stays due.',
    ends: 'An offer of these cases that nobody has answered ends.',
  },
} as const;
