import type {
  CountRefusal,
  MoveRefusal,
  RestatementReason,
  SendBackReason,
  SnapshotMove,
  SnapshotState,
  TableChange,
} from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const QUARTERS = {
  title: 'Quarterly reports',
  intro:
    'Each report holds the figures of three months as they were counted once. One person counts and proposes them, another signs them off. From then on they never change: if they must be counted again, the new report says why, and the earlier one stays.',
  listCaption: 'Reports, newest first',
  head: { quarter: 'Quarter', version: 'Version', state: 'State', counted: 'Counted', compare: 'Compare' },
  nothingPublished: 'No report is published yet. A quarter can be counted a month after it has ended.',
  version: (version: number) => `version ${version}`,
  compareWithEarlier: (name: string, earlier: number) => `What changed in ${name} since version ${earlier}`,
  nothingEarlier: 'Restates nothing',
  countTitle: 'Count a quarter',
  countIntro:
    'Counting takes a minute and publishes nothing. Look at what comes out, then propose it to the second person.',
  quarterLabel: 'Quarter',
  quarterChoose: 'Choose',
  quarterMissing: 'Choose the quarter to count',
  reasonLabel: 'If it is published already, why is it counted again?',
  reasonHint: 'The reason is published with the new report.',
  reasonChoose: 'It is not published yet',
  count: 'Count this quarter',
  nothingToCount: 'No quarter in which anybody was referred has been over for a month.',
  counted: {
    title: 'The quarter is counted',
    lines: ['Nobody outside sees it yet. Look through it, then propose it for signing off.'],
  },
} as const;

export const REPORT = {
  title: (quarter: string) => `Quarterly report: ${quarter}`,
  restatedBy: (version: number, reason: string) =>
    `These figures were restated. Version ${version} takes their place, because ${reason}.`,
  restatedLink: (version: number) => `Read version ${version}`,
  provisional: 'Nothing of this is published until a second person signs it off.',
  sentBack: (reason: string) => `It was sent back: ${reason}.`,
  about: 'About this report',
  facts: {
    version: 'Version',
    countedAt: 'Counted',
    countedBy: 'Counted by',
    proposedBy: 'Proposed by',
    signedOffAt: 'Signed off',
    signedOffBy: 'Signed off by',
    restates: 'Restates',
    goesTo: 'Goes to',
    policies: 'Promise',
    calendars: 'Working days',
    rule: 'Small counts',
    seal: 'Journal',
    signature: 'Signature',
  },
  restates: (version: number, reason: string) => `Version ${version}, because ${reason}`,
  rule: (rule: string) => `Rule ${rule}`,
  seal: (seal: number) => `Counted after seal ${seal} of the journal`,
  noSeal: 'Nothing was sealed when it was counted',
  signed: (keyId: string) => `Signed with the key ${keyId}`,
  notSigned: 'The signature follows within a minute of the signing off.',
  headline: (counts: { met: string; decided: string; percent: string | null; title: string }) =>
    `${counts.met} of ${counts.decided} referrals${counts.percent === null ? '' : ` (${counts.percent}%)`}: ${counts.title}.`,
  explain: 'Explain this number',
  explainTable: (title: string) => `Explain the numbers: ${title}`,
  contents: 'Contents',
  downloads: 'Download',
  downloadOds: 'All tables as a spreadsheet (ODS)',
  downloadZip: 'All tables as CSV (ZIP)',
  downloadReport: 'This report as one page to print or keep (HTML)',
  downloadSigned: 'The signed figures, to check them without this service (JSON)',
  downloadCsv: (title: string) => `CSV: ${title}`,
  print: 'To keep it as a PDF, print this page and choose to save it as PDF.',
  notes: 'Notes',
  measure: (measure: string) => `Measure: ${measure}.`,
  marksTitle: 'What stands in place of a number',
  marks: [
    '[c] Hidden, because it might point at somebody.',
    '[u] Too few for a percentage, a rate or a length of time.',
    '[x] Not known.',
    '[z] There is nothing to count.',
  ],
  actsTitle: 'What you can do now',
  second:
    'You counted or proposed it, so somebody else must sign it off: another service manager or the data-protection officer.',
  sendBackLegend: 'If you send it back, why?',
  sendBackMissing: 'Select why you send it back',
  moveMissing: 'Press one of the buttons.',
  found: (count: number) =>
    `It is not signed off: somebody could be found in it, in ${count === 1 ? 'one place' : `${count} places`}. Send it back, and have it counted again under a rule that hides more`,
  foundTitle: 'Where somebody could be found',
  foundHead: { table: 'Table', place: 'Row and column', what: 'What is wrong' },
  foundNarrow: (least: number, most: number) => `The hidden number must lie between ${least} and ${most}`,
  foundUnprotected: 'This number is too small to show, or not rounded',
  foundContradiction: 'These numbers cannot all be true',
  coverIntro:
    'This file holds the published figures of one quarter. Each sheet has one table; notes about it stand on the sheet of notes.',
  coverSheet: 'Cover',
  contentsSheet: 'Contents',
  notesSheet: 'Notes',
  tableSheet: (nth: number) => `Table_${nth}`,
  sheetHead: 'Sheet',
  tableHead: 'Table',
  noteHead: 'Note',
  notesIntro: 'Notes about this table stand on the sheet of notes.',
  oneTable: 'This sheet holds one table.',
} as const;

export const COMPARE = {
  title: (one: string, other: string) => `What changed: ${one} and ${other}`,
  intro: 'Only what is not the same is shown. Tables, rows and columns are matched by what they count.',
  why: (reason: string) => `It was counted again because ${reason}.`,
  sameTables: 'The same in both:',
  nothingChanged: 'Nothing is different.',
  head: { row: 'Row', column: 'Column', before: 'Earlier', after: 'Later' },
  notThere: 'Not there',
  missing: 'Two reports are needed to compare. Choose them on the page of reports.',
} as const;

export const CHANGE_WORDS: Readonly<Record<Exclude<TableChange['kind'], 'same' | 'changed'>, string>> = {
  added: 'Only the later report has this table.',
  'left-out': 'Only the earlier report has this table.',
};

export const STATE_WORDS: Readonly<Record<SnapshotState, string>> = {
  draft: 'Counted, not proposed',
  proposed: 'Waiting to be signed off',
  'signed-off': 'Published',
  restated: 'Published, and restated since',
  discarded: 'Discarded',
};

export const RESTATEMENT_WORDS: Readonly<Record<RestatementReason, string>> = {
  'late-records': 'records came in late',
  'corrected-times': 'times of reports or contacts were corrected',
  'records-joined': 'two records were of one report or one person',
  'definition-changed': 'a measure is defined anew',
  'counting-mistake': 'they were counted wrongly',
  'small-counts-shown': 'they showed small counts',
};

export const SEND_BACK_WORDS: Readonly<Record<SendBackReason, string>> = {
  'figures-look-wrong': 'Figures look wrong',
  'waits-for-records': 'Records are still missing',
  'people-might-be-found': 'Somebody might be found in it',
};

export const MOVE_WORDS: Readonly<Record<SnapshotMove, string>> = {
  propose: 'Propose for signing off',
  'sign-off': 'Sign off and publish',
  'send-back': 'Send back',
  discard: 'Discard this count',
};

export const MOVED_NOTICES: Readonly<Record<SnapshotMove, string>> = {
  propose: 'Proposed. Somebody else can sign it off now',
  'sign-off': 'Signed off and published',
  'send-back': 'Sent back',
  discard: 'Discarded. The quarter can be counted again',
};

export const COUNT_REFUSALS: RefusalCopy<CountRefusal> = {
  'not-a-quarter': { field: 'quarter', sentence: 'Choose a quarter from the list' },
  'quarter-not-over': {
    field: 'quarter',
    sentence: 'This quarter is not over for a month yet. Count it when the month after it has passed',
  },
  'being-closed': {
    field: 'quarter',
    sentence: 'This quarter is counted already and waits. Propose, sign off or discard that count first',
  },
  'closed-already': {
    field: 'reason',
    sentence: 'This quarter is published. To count it again, select why',
  },
  'nothing-to-restate': {
    field: 'reason',
    sentence: 'Nothing is published of this quarter. Leave out why it would be counted again',
  },
};

export const MOVE_REFUSALS: RefusalCopy<MoveRefusal> = {
  'not-allowed': { problem: 'not-found', sentence: 'This is not yours to do.' },
  'same-person': {
    sentence:
      'You counted or proposed these figures. Another service manager or the data-protection officer must sign them off or send them back.',
  },
  'not-now': {
    sentence: 'This was done already, or comes later. Open the report again to see where it stands.',
  },
};

export const STALE = 'Somebody did something with this report since you opened it. Open it again.';
export const NOT_RELEASED = (names: string) =>
  `This file is not part of the report. What is released: ${names}.`;
