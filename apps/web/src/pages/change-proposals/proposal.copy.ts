import type { DecideRefusal, ProposeRefusal } from '#libs/casework';
import type { ChangeReason, DeclineReason, ProposalState } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { ROUTING_FAULTS } from '../routing/draft.copy';

export const PROPOSALS = {
  title: 'Proposed changes',
  intro:
    'A change of a rule needs two people: one proposes it, another approves it. Until then nothing changes. A clock that has started keeps the version it began with.',
  waiting: 'Waiting for a second person',
  decided: 'Decided',
  nothingWaits: 'No change is waiting.',
  nothingDecided: 'No change has been decided yet.',
  changes: 'What would change',
  changed: 'What changed',
  before: 'In force now, or coming',
  after: 'Proposed',
  approve: 'Approve',
  decline: 'Do not approve',
  withdraw: 'Take it back',
  decideTitle: 'Your decision',
  own: 'You proposed this, so somebody else must approve it: another administrator or a service manager.',
  ownRetention: 'You proposed this, so a service manager must approve it.',
  reasonLegend: 'If you do not approve it, why?',
  reasonMissing: 'Select why you do not approve it',
  decisionMissing: 'Press one of the buttons.',
} as const;

export const STATES: Readonly<Record<ProposalState, string>> = {
  proposed: 'Waiting',
  approved: 'Approved',
  declined: 'Not approved',
  withdrawn: 'Taken back',
};

export const REASON_WORDS: Readonly<Record<ChangeReason, string>> = {
  'contract-changed': 'The contract has changed',
  'commissioner-asked': 'The commissioner asked for it',
  'staffing-changed': 'The team or its hours have changed',
  'holiday-proclaimed': 'A bank holiday was proclaimed, or the list was extended',
  'learning-from-practice': 'We learned from how the rule works',
  'mistake-put-right': 'A mistake is put right',
};

export const DECLINE_WORDS: Readonly<Record<DeclineReason, string>> = {
  'not-agreed-with-commissioner': 'It is not agreed with the commissioner yet',
  'effect-too-large': 'Its effect is larger than intended',
  'values-wrong': 'A value is wrong',
  'wrong-time': 'It should start at another time',
  'not-needed': 'It is not needed',
};

export const DECIDED_NOTICE: Readonly<
  Record<Exclude<ProposalState, 'proposed'>, { title: string; line: string }>
> = {
  approved: { title: 'Approved', line: 'The new version is on record.' },
  declined: {
    title: 'Not approved',
    line: 'Nothing changes. The proposal stays on record with your reason.',
  },
  withdrawn: { title: 'Taken back', line: 'Nothing changes. The proposal stays on record.' },
};

const AGAIN = 'Read what is in force now, then propose the change again.';

export const PROPOSE_REFUSALS: RefusalCopy<ProposeRefusal> = {
  'newer-version': {
    sentence: `A newer version was approved while you were drafting this. ${AGAIN}`,
    field: 'reason',
  },
  'already-waiting': {
    sentence: 'A change of this rule is already waiting. It must be decided or taken back first',
    field: 'reason',
  },
  unchanged: {
    sentence: 'Nothing differs from the version you started from. Change a value',
    field: 'reason',
  },
  'too-soon': {
    sentence: 'Enter a time that lies ahead, or leave the date empty to start as soon as it is approved',
    field: 'fromDay',
  },
  'before-the-last-version': {
    sentence: 'The version before this one takes effect later than that. Enter a later time',
    field: 'fromDay',
  },
};

export const DECIDE_REFUSALS: RefusalCopy<DecideRefusal> = {
  'same-person': { sentence: PROPOSALS.own },
  'already-decided': { sentence: 'Somebody has decided this already. Nothing was saved.' },
  'not-yours': { sentence: 'Only the person who proposed this can take it back.' },
  'newer-version': {
    sentence: `Another version was approved after this was proposed, so it cannot be approved any more. ${AGAIN}`,
  },
  'too-soon': {
    sentence:
      'The time at which this should start has passed. It must be taken back and proposed again with a later time.',
  },
  'before-the-last-version': {
    sentence:
      'The version before this one takes effect later. It must be taken back and proposed again with a later time.',
  },
};

export const STALE = 'This was changed after you opened the page. Nothing was saved.';

/** Why a change could not be kept by anybody, and what to do; `field` is where the form asks for it. */
export const FAULTS: Readonly<Record<string, { readonly sentence: string; readonly field: string }>> = {
  ...ROUTING_FAULTS,
  'outcome-missing': {
    sentence: 'Every way in which a case ends needs a number of years',
    field: 'years-child',
  },
  'outcome-twice': { sentence: 'A way in which a case ends has two rules', field: 'years-child' },
  'years-out-of-range': { sentence: 'Enter years as a whole number from 1 to 100', field: 'years-child' },
  'child-too-short': {
    sentence: 'The record of a child must be kept at least as long as any other',
    field: 'years-child',
  },
  'ground-unknown': { sentence: 'Select where each number comes from', field: 'ground-child' },
  'another-version': {
    sentence: 'Another version came in between. Start again from the one in force',
    field: 'reason',
  },
  'no-limbs': { sentence: 'A promise needs a limit', field: 'reason' },
  'repeated-limb': { sentence: 'Two limits have the same name', field: 'reason' },
  'unknown-binding-limb': { sentence: 'Select which limit counts for the promise', field: 'bindingLimb' },
  'warning-not-before-due': {
    sentence: 'Enter warnings as hours before the deadline, more than 0',
    field: 'warnings',
  },
  'no-time-to-meet-it': { sentence: 'A limit needs at least one hour or one working day', field: 'limits' },
  'repeat-too-often': { sentence: 'Enter at least 1 minute between repeats', field: 'repeatMinutes' },
  'limit-too-long': { sentence: 'A limit can be 28 days or 20 working days at most', field: 'limits' },
  'warning-longer-than-limit': {
    sentence: 'A warning would come before the clock starts. Enter fewer hours than the limit has',
    field: 'warnings',
  },
  'never-on-call': {
    sentence: 'Nobody would ever be on call, so nobody could be told. Enter hours for at least one day',
    field: 'onCallMon',
  },
  'never-open': {
    sentence: 'The desk would never be open. Enter hours for at least one day',
    field: 'hoursMon',
  },
  'bad-closing-time': { sentence: 'Enter the close of service as a time, such as 5pm', field: 'closes' },
  'closes-before-opening': {
    sentence:
      'On some days the deadline would come before the desk opens, so nobody could keep it. Enter a later close of service',
    field: 'closes',
  },
  'calendar-ends': {
    sentence: 'The bank holidays are not known far enough ahead to work this out. Add the next dates first',
    field: 'calendar',
  },
  'unknown-calendar': { sentence: 'Select a calendar that exists', field: 'calendar' },
  'another-promise': {
    sentence: 'A new version must keep what the promise is about, when its clock starts and what stops it',
    field: 'reason',
  },
  'breaks-a-policy': {
    sentence:
      'Under these hours a promise in force could not be kept: its close of service would come before the desk opens. Change the hours, or the promise first',
    field: 'hoursMon',
  },
  'not-only-hours': {
    sentence: 'Opening hours cannot change bank holidays. Add those on their own page',
    field: 'reason',
  },
  'not-only-holidays': {
    sentence: 'Bank holidays cannot change opening hours. Change those on their own page',
    field: 'dates',
  },
  'no-holidays': {
    sentence: 'Enter at least one date, or a later day up to which the list is complete',
    field: 'dates',
  },
  'holiday-known': {
    sentence: 'One of these days is a bank holiday in the calendar already',
    field: 'dates',
  },
  'holiday-long-past': {
    sentence: 'One of these days is more than 31 days ago and can change nothing',
    field: 'dates',
  },
  'known-until-earlier': { sentence: 'The list was complete up to a later day already', field: 'untilDay' },
  'span-not-forward': { sentence: 'A closing time must be after its opening time', field: 'hoursMon' },
  'attempt-count-outside': { sentence: 'One of the numbers is outside what is possible', field: 'attempts' },
  'ladder-nobody-but-on-call': {
    sentence:
      'Somebody besides the person on call must be told. Enter how many pages go to the duty leads or the managers',
    field: 'times-duty-lead',
  },
  'ladder-too-often': { sentence: 'A minute is the shortest wait', field: 'minutes-on-call' },
  'ladder-empty-rung': { sentence: 'Enter how many pages', field: 'times-on-call' },
  'ladder-steps-down': { sentence: 'The levels must go up', field: 'times-on-call' },
  'ladder-outside': { sentence: 'One of the numbers is outside what is possible', field: 'times-on-call' },
  'more-attempts-than-fit': {
    sentence:
      'So many attempts do not fit into these days. Enter fewer attempts, more days or more attempts a day',
    field: 'attempts',
  },
  'more-times-than-attempts': {
    sentence: 'There cannot be more times of day than attempts',
    field: 'timesOfDay',
  },
  'more-routes-than-attempts': {
    sentence: 'There cannot be more routes than attempts',
    field: 'routesWanted',
  },
};

export const UNKNOWN_FAULT = {
  sentence: 'This change could not be kept. Look at each value again',
  field: 'reason',
};
