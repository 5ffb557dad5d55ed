import type { BeginDraftOutcome, ChangeDraftOutcome } from '#libs/casework';
import type { TableFaultCode } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type RefusalOf<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const DRAFT_PAGE = {
  title: 'Draft of the routing rules',
  intro: 'Only you see this. Nothing changes for anybody until a second person has approved it.',
  stale: 'A newer version was approved since you began. Begin a new draft: this one cannot be sent any more.',
  rules: 'The rules, in their order',
  add: 'Add a rule',
  up: 'Move up',
  down: 'Move down',
  change: 'Change',
  remove: 'Take out',
  drop: 'Throw the draft away',
  faults: 'To put right before it can be sent',
  noFaults: 'Nothing is wrong with it.',
  replay: 'Last quarter under this draft',
  tryIt: 'Try a referral on this draft',
  windows: 'Windows',
  windowsIntro:
    'The centre says what these are. Change one when the centre has said so, and say where it stands.',
  send: 'Send it to a second person',
  added: 'The rule is added',
  changed: 'The draft is changed',
  removed: 'The rule is taken out',
  dropped: 'The draft is thrown away',
  begun: 'Your draft is ready',
  conflict: 'The draft was changed on another page since you opened this one. Open it again.',
} as const;

export const DRAFT_REFUSALS: RefusalCopy<RefusalOf<ChangeDraftOutcome> | RefusalOf<BeginDraftOutcome>> = {
  'too-many-drafts': {
    sentence: 'You have ten drafts. Throw one away before you begin another',
    field: 'title',
  },
  'no-such-rule': { sentence: 'The rule is not in the draft any more. Open the draft again', field: 'title' },
  'no-such-window': {
    sentence: 'The window is not in the draft any more. Open the draft again',
    field: 'hours',
  },
  'rule-id-twice': { sentence: 'There is a rule like this already. Open the draft again', field: 'title' },
  'at-the-end': { sentence: 'The rule is at the end of the list already', field: 'title' },
};

/** What is wrong with a table, and what puts it right. */
export const TABLE_FAULT_WORDS: Readonly<Record<TableFaultCode, string>> = {
  'too-many-rules': 'There are more than 200 rules. Take some out',
  'zone-unknown': 'The time zone is not known. It is set with the area',
  'rule-id-twice': 'Two rules have the same name inside. Take one out and add it again',
  'title-missing': 'Say what the rule is for',
  'title-too-long': 'Use 120 characters or fewer for what the rule is for',
  'matches-nothing': 'It can count for nobody. Change its conditions',
  'matches-everybody': 'It counts for everybody. Say for whom it is meant',
  shadowed:
    'It can never matter, because a rule above it does the same for more people. Move it up or take it out',
  'no-services': 'It names no service. Choose one',
  'unknown-service': 'It names a service that is not in the directory. Choose another one',
  'retired-service': 'It names a service that has closed down. Choose another one',
  'service-of-another-kind': 'It names a service of another kind of support. Choose one of that kind',
  'unknown-district': 'It names a district that is not one of this area. Choose another one',
  'shuts-sarc-in-window':
    'It keeps the centre out while an examination may still find something. Let it count only for what was longer ago',
  'no-forensic-rule':
    'One rule must put the sexual assault referral centre first whenever an examination may still find something, for everybody',
  'window-hours-wrong': 'A window needs a whole number of hours, up to a year',
  'window-dates-wrong': 'A window must begin before it ends',
  'window-source-missing': 'Every window needs a source and the day it was read',
  'act-without-window': 'Every kind of act needs a window',
};

/** The same for pages that name a fault of a proposal by its code. */
export const ROUTING_FAULTS: Readonly<Record<string, { readonly sentence: string; readonly field: string }>> =
  {
    'routing-another-version': {
      sentence: 'Another version came in between. Begin a new draft',
      field: 'reason',
    },
    ...Object.fromEntries(
      Object.entries(TABLE_FAULT_WORDS).map(([code, sentence]) => [
        `routing-${code}`,
        { sentence, field: 'reason' },
      ]),
    ),
  };

export const REPLAY = {
  notCounted: 'Not counted',
  nobody: 'Nobody was referred in that time.',
  few: 'fewer than 8',
  tooFew: 'Fewer than 8 people were routed in that time, so nothing is compared.',
  fewElsewhere: (tried: number) => `Fewer than 8 of ${tried} people would have gone elsewhere.`,
  rounded:
    'Counts are to the nearest five, and none under eight is told, so that no draft finds out about one person.',
  how: 'Each is routed twice, by the rules in force and by this draft, on the facts that were kept, with the directory as it stands now. Of whoever had not been asked yet, what people of that age ask for most. Walls, and how full a service was, are not looked at.',
  newest: (most: number) => `Only the newest ${most} are looked at.`,
  forManager:
    'The service manager who approves this sees who would have gone elsewhere. You see counts on the page of the draft.',
  askedAboutFew:
    'A rule of this draft that is new, changed or taken out counts for fewer than eight people of last quarter. Nothing is counted, because it could tell about one of them. Widen the rule, or leave it to the service manager who approves.',
  newerVersion:
    'A newer version was approved since the draft was begun, so there is nothing to compare it with.',
} as const;

export const WINDOW_FORM = {
  title: 'Change a window',
  hours: 'How many hours?',
  hoursHint: 'A whole number, such as 168 for 7 days.',
  mark: 'How well is it known?',
  marks: {
    V: 'Read at a public source, or the centre has said so',
    S: 'From a secondary source',
    K: 'General knowledge: not confirmed',
  },
  text: 'Where does it stand?',
  textHint: 'The source, in a line. That it was read today is kept with it.',
  submit: 'Keep the window in the draft',
  errors: {
    hours: 'Enter whole hours from 1 to 8,784',
    mark: 'Select how well it is known',
    text: 'Say where it stands, in 200 characters or fewer',
  },
} as const;
