import type { DrawRefusal, SampledPart, SampleFault, SamplePurpose } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

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

export const PART_NAMES: Readonly<Record<SampledPart, string>> = {
  met: 'In time',
  missed: 'Not in time',
  open: 'Still open',
  cancelled: 'Cancelled before they were decided',
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
