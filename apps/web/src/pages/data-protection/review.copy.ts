import type { DecideItemOutcome } from '#libs/casework';
import type { ItemDecision, WithholdReason } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const DECISION_WORDS: Readonly<Record<ItemDecision, string>> = {
  include: 'Give it to them as it is',
  redact: 'Give it to them in other words',
  withhold: 'Keep it back',
};

export const WITHHOLD_WORDS: Readonly<Record<WithholdReason, string>> = {
  'names-another-person': 'It tells about another person',
  'names-staff': 'It names a colleague, or somebody at another service',
  'serious-harm': 'It would cause serious harm to somebody',
  safeguarding: 'It would put a child or an adult at risk',
  'legal-privilege': 'It is legally privileged',
  'crime-or-court': 'It would harm an investigation or a trial',
};

export const REVIEW_PAGE = {
  title: 'Look through what was put aside',
  intro:
    'Each of these may tell about somebody else. The person has a right to what is about them, and others have a right to be kept out of it.',
  empty: 'Nothing was put aside: you can seal the pack.',
  waits: 'Waits for a decision',
  look: 'Look at it',
  decided: 'Decided',
  recorded: 'Opening this page is recorded, for each kind of record that is shown.',
} as const;

export const ITEM = {
  title: 'May this go into the pack?',
  gone: 'The record is not there any more.',
  unreadable: 'It does not open: its key is gone or out of reach.',
  legend: 'What happens with it?',
  reasonLegend: 'Why, if not as it is?',
  wordsLabel: 'In other words',
  wordsHint: 'What they read in its place. Only when you give it in other words.',
  submit: 'Save',
  saved: 'Saved',
  left: (left: number) =>
    left === 0 ? 'Everything is decided: you can seal the pack.' : `${left} more to decide.`,
  missing: 'Select what happens with it',
  tooLong: 'Other words must be 2,000 characters or fewer',
} as const;

type Reason = Extract<DecideItemOutcome, { kind: 'refused' }>['reason'];

export const ITEM_REFUSALS: RefusalCopy<Reason> = {
  'reason-missing': { sentence: 'Select why it is not given as it is', field: 'reason' },
  'words-missing': { sentence: 'Enter what they read in its place', field: 'words' },
  unreadable: {
    sentence: 'The key of this record cannot be reached. Try again in a few minutes',
    field: 'words',
  },
  'moved-on': { sentence: 'The pack is not being looked through any more. Open the request again.' },
};
