import type { DecideMatchOutcome, UndoMatchOutcome } from '#libs/casework';
import type { MatchDecision, MatchReason, MatchState, UndoReason } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const MATCHES_PAGE = {
  title: 'Possible matches',
  intro:
    'A new referral may be about somebody we know, or about a report we have. Nobody who refers is told of this, before or after you decide.',
  empty: 'Nobody waits to be looked at.',
  decidedTitle: 'Matches that were decided',
  decidedEmpty: 'Nothing has been decided yet.',
  toDecided: 'Those that were decided',
  toWaiting: 'Those that wait',
  open: 'Compare',
  danger: 'Danger said',
  found: 'Found',
} as const;

export const MATCH_PAGE = {
  title: 'Are these one person?',
  back: 'Possible matches',
  logged: 'Opening this page is recorded for both people.',
  unreadable: 'Cannot be opened just now',
  newer: 'New referral',
  older: 'Known already',
  evidence: 'What speaks for it or against it',
  decision: 'What do you decide?',
  reason: 'What do you go by?',
  note: 'In your own words (optional)',
  noteHint: 'Kept sealed. No account of what happened.',
  submit: 'Save the decision',
  decidedTitle: 'Decided',
  undoTitle: 'Take the decision back',
  undoText:
    'The link ends. A case that was closed as a duplicate is open again with the clocks it always had, and we ask anew.',
  undoReason: 'Why?',
  undo: 'Take it back',
} as const;

export const DECISION_WORDS: Readonly<
  Record<MatchDecision, { readonly text: string; readonly hint: string }>
> = {
  'same-report': {
    text: 'One person, one report',
    hint: 'One case goes on: the one whose promise falls due first, or on which somebody has spoken with them. The other closes as a duplicate and is counted as that.',
  },
  'same-person': {
    text: 'One person, two reports',
    hint: 'Both cases go on, each with its own clock, linked. Offer the worker they know.',
  },
  'different-person': {
    text: 'Two people',
    hint: 'Nothing changes, and this pair is not asked about again.',
  },
};

export const STATE_WORDS: Readonly<Record<MatchState, string>> = {
  waiting: 'Waits',
  'same-report': DECISION_WORDS['same-report'].text,
  'same-person': DECISION_WORDS['same-person'].text,
  'different-person': DECISION_WORDS['different-person'].text,
};

export const REASON_WORDS: Readonly<Record<MatchReason | UndoReason, string>> = {
  'details-agree': 'What is written down agrees',
  'person-said-so': 'The person said so',
  'referrer-said-so': 'Whoever referred said so',
  'details-differ': 'What is written down differs',
  'shared-details': 'They share a number or a household',
  'not-sure': 'I am not sure, so they stay apart',
  'new-details': 'We have learnt something new',
  'chosen-by-mistake': 'It was chosen by mistake',
};

export const MATCH_ERRORS = {
  decision: 'Select whether they are one person',
  reason: 'Select what you go by',
  undoReason: 'Select why you take it back',
  tooLong: 'Shorten this to 500 characters or fewer',
} as const;

export const DECIDED: Readonly<
  Record<MatchDecision, { readonly title: string; readonly lines: readonly string[] }>
> = {
  'same-report': {
    title: 'One report: one case goes on',
    lines: [
      'The other is closed as a duplicate. Its referrer goes on hearing what they would hear of their own.',
    ],
  },
  'same-person': { title: 'Linked', lines: ['Both cases go on, each with its own clock.'] },
  'different-person': { title: 'Two people', lines: ['Nothing was changed.'] },
};

export const UNDONE = {
  title: 'Taken back',
  lines: ['The pair waits to be decided again.'],
} as const;

type DecideRefusal = Extract<DecideMatchOutcome, { kind: 'refused' }>['reason'];
type UndoRefusal = Extract<UndoMatchOutcome, { kind: 'refused' }>['reason'];

export const DECIDE_REFUSALS: RefusalCopy<DecideRefusal> = {
  'already-decided': {
    sentence: 'Somebody has decided this already. Open the page again to see what they chose.',
  },
  'case-closed': {
    sentence:
      'One of the two cases is closed, so it cannot take a report on. Choose “One person, two reports”.',
    field: 'decision',
  },
  walled: {
    sentence:
      'These two cases are not kept from the same people, so joining them would show one to somebody who must not see it. Ask a duty lead: once the same wall stands around both, or none around either, you can join them.',
    field: 'decision',
  },
  'reason-needed': {
    sentence: 'People are joined only by somebody who is sure. Select what you go by, or keep them apart.',
    field: 'reason',
  },
  'being-redirected': {
    sentence:
      'One of the two is being redirected to another body. Take the redirect back or wait for the answer.',
    field: 'decision',
  },
  'record-unreadable': {
    sentence: 'Your words cannot be sealed just now, so nothing was saved. Try again in a few minutes.',
    field: 'note',
  },
};

export const UNDO_REFUSALS: RefusalCopy<UndoRefusal> = {
  'nothing-to-undo': { sentence: 'Nothing is decided here that could be taken back.' },
};

export const CHANGED = {
  title: 'Somebody was quicker',
  lines: [
    'This pair was changed after you opened the page, and nothing of yours was saved. It stands as below.',
  ],
} as const;
