import type { DecideReleaseOutcome, StateReleaseOutcome } from '#libs/casework';
import type { MissingForRelease, Notification, PersonView, ReleasedClass, ReleaseTest } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { ACT_REFUSALS } from './act.copy';

export const TEST_WORDS: Readonly<Record<ReleaseTest, string>> = {
  'belief-held': 'Why do they believe that we hold it?',
  'reasonable-line': 'To which reasonable line of enquiry is it relevant?',
  necessary: 'Why is it necessary and proportionate?',
  'probative-value': 'Of counselling records: why is substantial probative value likely?',
};

export const NOTIFICATION_WORDS: Readonly<Record<Notification, string>> = {
  told: 'Told in writing what is asked, why, and how it will be used',
  impracticable: 'Not told: it is not practicable',
  'harm-to-investigation': 'Not told: it would harm the investigation',
  'serious-harm': 'Not told: it would cause serious harm',
};

export const VIEW_WORDS: Readonly<Record<PersonView, string>> = {
  agrees: 'They agree',
  objects: 'They object',
  'no-view': 'They were asked and gave no view',
  'not-asked': 'They were not asked, because they were not told',
};

export const CLASS_WORDS: Readonly<Record<ReleasedClass, string>> = {
  identity: 'Who they are',
  'contact-facts': 'Facts of contact, not what was said',
  'dates-of-support': 'Dates of support',
  'referral-facts': 'Facts of the referral',
  'advocacy-records': 'Advocacy records',
  'counselling-records': 'Counselling records',
};

export const MISSING_WORDS: Readonly<Record<MissingForRelease, string>> = {
  'belief-held': 'They must say why they believe that we hold it',
  'reasonable-line': 'They must name a reasonable line of enquiry',
  necessary: 'They must say why it is necessary and proportionate',
  'probative-value': 'They must say why substantial probative value is likely',
  'senior-approval': 'A senior officer must approve a request for counselling records',
  notification: 'The person must be told, or an exception named',
  view: 'The view of the person must be recorded',
  'nothing-chosen': 'Select what would be released',
  'counselling-not-asked': 'Counselling records were not asked for, so they cannot be released',
};

export const RELEASE = {
  title: 'Tests and decision',
  intro:
    'Write down the requester’s own words for each test. What is missing stands in the way of a release.',
  presumption: 'Counselling records are asked for. The law begins with a presumption against releasing them.',
  missingTitle: 'What is still missing',
  ready: 'Every test is stated. A second person decides.',
  counselling: 'Counselling records are asked for',
  senior: 'A senior officer approved the request for counselling records',
  notificationLegend: 'Was the person told, on or before the day of the request?',
  viewLegend: 'What does the person say?',
  releasedLegend: 'What would be released?',
  holdLabel: 'A legal hold is needed on what is released',
  save: 'Save',
  saved: 'Saved',
  proposed: 'Proposed: a second person decides',
  approved: 'Released: record on paper what was handed over, and to whom',
  declined: 'Sent back to whoever proposed it',
  propose: 'Propose the release to a second person',
  approve: 'Approve the release',
  decline: 'Send it back',
  decideTitle: 'The decision',
  tooLong: 'Enter 2,000 characters or fewer',
} as const;

type Reason =
  | Extract<DecideReleaseOutcome, { kind: 'refused' }>['reason']
  | Extract<StateReleaseOutcome, { kind: 'refused' }>['reason'];

const missing = Object.fromEntries(
  Object.entries(MISSING_WORDS).map(([code, sentence]) => [
    code,
    { sentence: `${sentence}. Then propose it again.` },
  ]),
) as Readonly<Record<MissingForRelease, { readonly sentence: string }>>;

export const RELEASE_REFUSALS: RefusalCopy<Reason> = {
  ...ACT_REFUSALS,
  ...missing,
  'same-person': {
    sentence: 'You proposed it, so somebody else decides. Ask a service manager or another officer.',
  },
  'not-proposed': { sentence: 'It is not waiting for a second person. Open the request again.' },
};
