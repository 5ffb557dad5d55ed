import type { DrawRefusal, SampledMeasure, SampleFault, SamplePurpose } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { CODE_RESULT_NAMES } from '../code-figures/code-figures.copy';
import { JUSTICE, REACH, REASON_NAMES } from '../live-figures/live-figures.copy';
import { UNMET } from '../live-figures/strands.copy';

export const SAMPLES = {
  title: 'Samples of cases',
  intro:
    'Whoever pays for the service may ask that cases behind a figure are looked at. They are drawn at random, by a seed that nobody can choose, and an auditor reads them: codes and times, under names that no other sample gives them. Whoever asked sees how many there are and the hash of what was drawn, and never a case.',
  empty: 'No sample has been asked for.',
  caption: 'Samples, newest first',
  head: { figure: 'Figure', asked: 'Asked for', state: 'State' },
  waits: 'Waits for an auditor',
  drawn: 'Drawn, waits for its signature',
  signed: 'Drawn and signed',
  askTitle: 'Ask for a sample',
  measureLabel: 'Cases of which figure',
  chooseMeasure: 'Choose this figure',
  of: (figure: string) => `Figure: ${figure}`,
  onlyOver: (span: string) => `This figure is told over ${span} only. Choose ${span}`,
  wrongMeasure: 'Choose a figure from the list',
  untilLabel: 'Three or twelve months until the end of',
  spanLabel: 'Over how long',
  limbLabel: 'Under which limit',
  partLabel: 'Which cases',
  sizeLabel: 'How many cases',
  sizeHint: 'A whole number from 5 to 100.',
  purposeLabel: 'What they are to be looked at for',
  choose: 'Choose one',
  ask: 'Ask for this sample',
  asked: {
    title: 'The sample is asked for',
    lines: ['An auditor can draw it once the journal has been sealed again, in a second or two.'],
  },
  wrong: {
    until: 'Choose the month with which it ends',
    span: 'Choose over how long',
    limb: 'Choose a limit',
    part: 'Choose which cases',
    size: 'Enter how many cases: a whole number from 5 to 100',
    purpose: 'Choose what they are looked at for',
  },
} as const;

export const SAMPLE = {
  title: 'A sample of cases',
  back: 'Back to all samples',
  figure: 'Figure',
  period: 'Reported in',
  purpose: 'Looked at for',
  asked: 'Asked for',
  drawnAt: 'Drawn',
  notDrawn: 'Not drawn yet',
  counted: 'Cases',
  countOf: (drawn: string, population: string) => `${drawn}, drawn from ${population}`,
  about: (population: string) => `Drawn from about ${population}, rounded as published counts are`,
  few: 'Drawn from so few that their number might point at somebody',
  nobody: 'There was no case to draw from',
  seal: 'Drawn under head',
  noSeal: 'None: nothing was sealed yet',
  seed: 'Seed',
  hash: 'SHA-256 of what was drawn',
  signature: 'Signature',
  signedBy: (key: string) => `Signed with key ${key}`,
  notSigned: 'Not signed yet: look again in a second or two',
  draw: 'Draw this sample',
  drawIntro:
    'The seed comes of the newest head of the journal, which was sealed after the sample was asked for. The cases are in the order that the seed gives them.',
  download: 'Download what was signed',
  casesTitle: 'The cases',
  casesIntro:
    'Codes and times alone. The names are made for this sample and kept nowhere: the same case has another name in every other sample.',
  noCases: 'There is no case in this part of the figure.',
  forAuditor: 'The cases are for the auditor alone.',
  opened: {
    title: 'The cases are open',
    lines: ['That you opened them, and what for, is in the journal.'],
  },
  drawnNotice: { title: 'The sample is drawn', lines: ['It is signed within a second or two.'] },
} as const;

export const CASE = {
  name: (name: string) => `Case ${name}`,
  reported: 'Reported',
  handedOver: 'Handed over by the police',
  due: 'Limit',
  met: 'First conversation',
  firstSession: 'First session',
  charged: 'Somebody charged',
  delivered: 'Delivered',
  asked: 'Asked for',
  recorded: 'Recorded',
  opened: 'Opened',
  ended: 'Ended',
  service: 'Kind of support',
  entitlement: 'Entitlement',
  stands: 'Counted as',
  nothing: 'None',
  attempts: 'Attempts',
  exceptions: 'Recorded reasons to wait',
  reason: 'Why it was missed',
  basis: 'Rests on',
  cancelled: 'Why it was cancelled',
} as const;

export const OPEN_CASES = {
  title: 'Open the cases behind a number',
  back: 'Back to the number',
  intro:
    'You see codes and times of at most 100 cases, drawn at random where there are more. No name, no number, no place. That you opened them and what for is written into the journal.',
  part: 'Which cases',
  purpose: 'What you look at them for',
  open: 'Open these cases',
} as const;

const ENGAGEMENT_NAMES = {
  engaged: 'With a first session',
  'reached-not-engaged': 'Reached, without a first session',
  'not-reached': 'Not reached',
};

/** What the parts of each measure are called. */
export const PART_NAMES: Readonly<Record<SampledMeasure, Readonly<Record<string, string>>>> = {
  'first-conversation-in-time': {
    met: 'In time',
    missed: 'Not in time',
    open: 'Still open',
    cancelled: 'Cancelled before they were decided',
  },
  'misses-by-reason': REASON_NAMES,
  'first-attempt-in-time': {
    'in-time': 'Attempted in time',
    late: 'Attempted after the limit',
    'not-attempted': 'Not attempted, and the limit has passed',
    'not-yet': 'Not attempted yet',
  },
  'passes-that-rest-on-confirmation': {
    'late-entry-confirmed': 'A late entry that a second person confirmed',
    'corrected-start': 'A corrected start that a second person confirmed',
  },
  'handover-lag': { measured: 'Handed over', 'not-recorded': 'Not recorded when' },
  'time-to-first-conversation': {
    measured: 'With a first conversation',
    'no-conversation': 'Without a conversation',
  },
  'reached-at-all': { reached: 'Reached safely at least once', 'not-reached': 'Not reached' },
  'attempts-to-reach': { ...REACH.attempts, 'not-reached': 'Not reached' },
  'engaged-of-reached': ENGAGEMENT_NAMES,
  'engaged-of-referred': ENGAGEMENT_NAMES,
  'wait-to-first-session': {
    begun: 'Had a first session',
    waiting: 'Still waiting',
    declined: 'Declined by the service',
    'ended-before-it-began': 'Ended before a first session',
  },
  'unmet-need': {
    ...UNMET.parts,
    begun: 'Had a first session',
    'in-hand': 'In hand',
    'taken-back': 'Taken back, by the person or by what happened',
  },
  'justice-funnel': JUSTICE.states,
  'code-delivered': CODE_RESULT_NAMES,
};

export const PURPOSE_NAMES: Readonly<Record<SamplePurpose, string>> = {
  'check-a-figure': 'To check a figure that was published or told',
  'look-into-misses': 'To see why the promise was missed',
  'check-the-records': 'To see whether records are kept well',
};

export const BASIS_NAMES: Readonly<Record<string, string>> = {
  'on-time': 'A conversation entered in time',
  'late-entry-confirmed': 'A late entry that a second person confirmed',
  'corrected-start': 'A corrected start that a second person confirmed',
  late: 'A conversation after the limit',
};

export const ASK_REFUSALS: RefusalCopy<SampleFault> = {
  'no-such-figure': { sentence: 'There is no such figure. Choose one of the list', field: 'span' },
  'size-out-of-range': { sentence: SAMPLES.wrong.size, field: 'size' },
  'only-the-whole-area': { sentence: 'A sample is drawn of the whole area', field: 'span' },
};

export const OPEN_REFUSALS: RefusalCopy<SampleFault> = {
  'no-such-figure': { sentence: 'There is no such figure', problem: 'not-found' },
  'size-out-of-range': { sentence: 'There is no such figure', problem: 'not-found' },
  'only-the-whole-area': { sentence: 'There is no such figure', problem: 'not-found' },
};

export const DRAW_REFUSALS: RefusalCopy<DrawRefusal> = {
  'drawn-already': { sentence: 'This sample is drawn already. Open it again to read it' },
  'not-sealed-yet': {
    sentence:
      'The journal has not been sealed since this sample was asked for. It is a second or so where a worker seals: try again',
  },
};
