import type { ChangeRiskOutcome, RaiseRiskOutcome, RecordNeedsOutcome, Refused } from '#libs/casework';
import type { NeedAnswer, NeedArea, Risk, RiskEnding } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { RECORD_CLOSED, RECORD_UNREADABLE } from '../case-records/record.copy';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const AREA_WORDS: Readonly<Record<NeedArea, string>> = {
  health: 'Health',
  'mind-and-feelings': 'Mind and feelings',
  'drugs-and-alcohol': 'Drugs and alcohol',
  home: 'Home',
  'money-and-benefits': 'Money and benefits',
  'work-and-learning': 'Work and learning',
  'family-friends-children': 'Family, friends and children',
  'outlook-and-attitudes': 'Outlook on life',
  'social-life': 'Being with other people',
  safety: 'Safety',
  justice: 'Police and court',
  'language-and-access': 'Language and access',
};

export const ANSWER_WORDS: Readonly<Record<NeedAnswer, string>> = {
  'needs-support': 'Wants support with this',
  'no-need': 'No need now',
  'not-asked': 'Not asked',
  declined: 'Would rather not say',
  unknown: 'Not known',
};

export const RISK_WORDS: Readonly<Record<Risk, string>> = {
  'suicide-or-self-harm': 'Suicide or self-harm',
  'danger-now': 'Danger now',
  'child-at-risk': 'A child at risk',
  'medical-need': 'Medical help within hours',
  'adult-at-risk': 'An adult at risk',
  'honour-based-abuse': 'So-called honour-based abuse',
  stalking: 'Stalking',
  trafficking: 'Trafficking',
  'suspect-contact': 'The suspect is in touch, or may be',
  'online-control': 'Controlled online or by a device',
  'unsafe-home': 'Home is not safe',
};

export const RISK_HINTS: Readonly<Partial<Record<Risk, string>>> = {
  'suicide-or-self-harm': 'Alerts whoever is on call at once',
  'danger-now': 'Alerts whoever is on call at once. If it is happening now, ring 999 first',
  'child-at-risk': 'Alerts whoever is on call at once. A safeguarding concern is raised on its own page',
  'medical-need': 'Emergency contraception, HIV prevention, injuries. Alerts whoever is on call at once',
};

export const ENDING_WORDS: Readonly<Record<RiskEnding, string>> = {
  'no-longer-so': 'It is no longer so',
  'made-safe': 'What was needed was done',
  'another-service-holds-it': 'Another service looks after it, and said so',
  'was-a-mistake': 'It was put in by mistake',
};

export const NEEDS = {
  title: 'Needs and risks',
  intro: [
    'What the person wants support with, and the risks that somebody saw. Each stands with who said so and when it is looked at again.',
    'There is no score. Reading the words beside a risk is recorded.',
  ],
  risksTitle: 'Risks',
  riskColumns: ['Risk', 'Seen by', 'In words', 'Looked at again'],
  noRisks: 'Nobody has recorded a risk.',
  closedTitle: 'Risks that do not stand any more',
  closedColumns: ['Risk', 'Seen by', 'Why it was closed', 'Closed'],
  noClosed: 'No risk was closed.',
  areasTitle: 'What the person wants support with',
  areasIntro: 'The last answer to each. A later talk that did not ask takes nothing away.',
  areaColumns: ['Area', 'Answer'],
  noAreas: 'Nobody has gone through it with the person yet.',
  historyTitle: 'When somebody asked',
  historyColumns: ['When', 'Who asked', 'Areas asked about'],
  noHistory: 'Not yet.',
  unreadable: 'They cannot be read just now.',
  wordless: 'No words',
  late: 'Look again now',
  add: 'Record a risk',
  assess: 'Go through the areas of need',
  review: 'Look at it again',
  close: 'Close it',
} as const;

export const RISK_FORM = {
  title: 'Record a risk',
  intro: [
    'What you see or were told, with your name and the time. It stands until somebody closes it with a reason.',
    'Suicide or self-harm, danger now, a child at risk and medical help within hours alert whoever is on call, by day and by night, and open a task that is due within minutes.',
  ],
  risk: 'Which risk?',
  riskMissing: 'Select the risk',
  words: 'What makes you say so? (optional)',
  wordsHint:
    'A few words, without an account of what happened. They are sealed, and reading them is recorded.',
  review: 'When is it looked at again?',
  reviewHint: 'Within the days that the area allows. We have filled in the latest day.',
  reviewMissing: 'Enter when it is looked at again',
  submit: 'Record the risk',
  saved: { title: 'The risk is recorded', lines: ['Whoever is on call was told, if it cannot wait.'] },
} as const;

export const REVIEW_FORM = {
  title: 'Look at a risk again',
  intro: ['It still stands. Say when somebody looks again.'],
  submit: 'It is still so',
  saved: { title: 'The risk was looked at, and stands', lines: [] },
} as const;

export const CLOSE_FORM = {
  title: 'Close a risk',
  intro: ['That it stood, who said so and why it was closed stays. Nobody is alerted about it any more.'],
  ending: 'Why does it not stand any more?',
  endingMissing: 'Select why it does not stand any more',
  submit: 'Close the risk',
  saved: { title: 'The risk is closed', lines: [] },
} as const;

export const ASSESS_FORM = {
  title: 'Go through the areas of need',
  intro: [
    'Ask about as many as suits the person. What you did not ask stays “not asked”; that is no answer of theirs.',
  ],
  missing: (area: string) => `Select an answer for ${area.toLowerCase()}`,
  when: 'When did you speak?',
  whenHint: 'We have filled in the time it is now.',
  moment: {
    missing: 'Enter when you spoke',
    notADate: 'Enter a real date for when you spoke, such as 27 3 2027',
    timeMissing: 'Enter the time at which you spoke',
  },
  submit: 'Record the answers',
  saved: { title: 'The answers are recorded', lines: [] },
} as const;

const DAY_REFUSALS = {
  'review-not-ahead': { sentence: 'When it is looked at again must be later than today', field: 'reviewDay' },
  'review-too-late': { sentence: 'Look at it again sooner', field: 'reviewDay' },
} as const;

export const RAISE_REFUSALS: RefusalCopy<ReasonsOf<RaiseRiskOutcome>> = {
  ...DAY_REFUSALS,
  'case-closed': RECORD_CLOSED,
  'stands-already': {
    sentence: 'This risk stands on the case already. Look at it again there',
    field: 'risk',
  },
  unreadable: RECORD_UNREADABLE,
};

export const CHANGE_RISK_REFUSALS: RefusalCopy<ReasonsOf<ChangeRiskOutcome>> = {
  ...DAY_REFUSALS,
  'closed-already': { sentence: 'A colleague has closed this risk already.' },
};

export const NEEDS_REFUSALS: RefusalCopy<ReasonsOf<RecordNeedsOutcome>> = {
  'in-the-future': { sentence: 'When you spoke must be now or in the past', field: 'happenedDay' },
  'nothing-answered': { sentence: 'Select at least one answer besides “not asked”', field: 'health' },
  'case-closed': RECORD_CLOSED,
};
