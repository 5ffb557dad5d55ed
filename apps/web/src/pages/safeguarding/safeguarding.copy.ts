import type { ChangeSafeguardingOutcome, RaiseSafeguardingOutcome, Refused } from '#libs/casework';
import type {
  AgeStage,
  DelayReason,
  FlagKind,
  NotNeeded,
  ReviewEnd,
  SafeguardingBody,
  SafeguardingKind,
  SafeguardingRefusal,
  SafeguardingState,
} from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const KIND_WORDS: Readonly<
  Record<SafeguardingKind, { readonly title: string; readonly why: string }>
> = {
  'child-under-13': {
    title: 'Child under 13: tell child protection',
    why: 'Nobody under 13 can agree to any sexual act. Children’s social care is told every time.',
  },
  'child-under-16': {
    title: 'Child under 16: decide whom to tell',
    why: 'Under 16 the question is asked every time: is this child safe, and who has to know?',
  },
  'child-at-risk': {
    title: 'A child may be at risk',
    why: 'Somebody at the desk is worried about a child. The reason is below.',
  },
  'adult-at-risk': {
    title: 'An adult may be at risk',
    why: 'Somebody at the desk is worried about an adult who may not be able to keep themselves safe.',
  },
  'turning-18': {
    title: 'Turns 18 this month: review who may be told',
    why: 'From their 18th birthday the person decides alone. Ask them who may be told what, and end what a parent could see.',
  },
};

export const STATE_WORDS: Readonly<Record<SafeguardingState, string>> = {
  open: 'Nobody has been told yet',
  referred: 'Told; they have not answered yet',
  acknowledged: 'Told, and they have it',
  'not-needed': 'Nobody needed to be told',
  reviewed: 'Reviewed',
};

export const BODY_WORDS: Readonly<Record<SafeguardingBody, string>> = {
  'childrens-social-care': 'Children’s social care',
  'adult-social-care': 'Adult social care',
  police: 'Police',
  'nhs-safeguarding': 'NHS safeguarding team',
};

export const NOT_NEEDED_WORDS: Readonly<Record<NotNeeded, string>> = {
  'told-already': 'They were told before this task began',
  'age-was-wrong': 'The age was wrong: the person is older',
  'no-risk-found': 'I have looked into it and there is no risk of harm',
  'known-to-social-care': 'Social care works with them and knows of this',
};

export const REVIEW_WORDS: Readonly<Record<ReviewEnd, string>> = {
  'person-said-who': 'The person has said who may be told what, and it is recorded under Consent',
  'nobody-is-told': 'Nobody but the person is told anything, and it stays that way',
};

export const DELAY_WORDS: Readonly<Record<DelayReason, string>> = {
  'telling-now-endangers-them': 'Telling now would put them in danger',
  'body-asked-to-wait': 'Police or social care asked us to wait',
};

export const FLAG_WORDS: Readonly<Record<FlagKind, string>> = {
  'child-at-risk': 'A child: the person themselves, or a child they live with or care for',
  'adult-at-risk': 'The person: an adult who may not be able to keep themselves safe',
};

/** What an age means, in the order in which it matters to whoever is about to act. */
export const RULE_WORDS: Readonly<Record<AgeStage, readonly string[]>> = {
  'under-13': [
    'Children’s social care is told every time.',
    'The SARC is reached through the police or social care only. Sharing with it stays closed until one of them has been told.',
    'Somebody with parental responsibility agrees with them, or an override is recorded. Their own wishes are asked and written down.',
    'A parent’s number is not used until a lead has marked it safe.',
  ],
  '13-15': [
    'Ask every time whether they are safe and who has to know.',
    'They may agree for themselves once a worker has assessed that they understand this decision (Gillick). Each decision has its own assessment.',
    'A parent’s number is not used until a lead has marked it safe.',
  ],
  '16-17': [
    'They are still a child: tell child protection if you are worried.',
    'They agree for themselves. A parent is not asked unless they want it.',
    'A parent’s number is not used until a lead has marked it safe.',
  ],
  adult: [
    'They decide for themselves. If you doubt that they can make a decision, assess it for that decision.',
  ],
};

export const LIST = {
  title: 'Safeguarding',
  intro:
    'Children and adults about whom somebody must be told, the first due first. Names are on each task, and looking is recorded.',
  none: 'Nothing waits for anybody.',
  doneTitle: 'Safeguarding: done',
  doneIntro: 'What was settled, the last first. It no longer shows whom it was about.',
  noneDone: 'Nothing has been settled yet.',
  done: 'What is done',
  live: 'What waits',
} as const;

export const TASK = {
  noName: 'The name cannot be read. The case has it; ask a duty lead if you cannot open it.',
  looked: 'That you have looked is recorded with your name.',
  settledHint: 'It is settled, so it no longer shows whom it was about.',
  tell: 'Record that somebody was told',
  tellAgain: 'Record that another body was told',
  answered: 'They have said that they have it',
  wait: 'Put off telling, for their safety',
  end: 'Nobody needs to be told',
  review: 'Record the review',
  danger: 'If somebody is in danger now, ring 999 first and write it down afterwards.',
  ageNotKnown: 'Not known: they may have been a child',
} as const;

export const TELL = {
  title: 'Record that somebody was told',
  intro: 'Tell them by their own telephone line or form first. Then write down here whom you told and when.',
  bodyLegend: 'Who was told?',
  whenLegend: 'When?',
  whenHint: 'When you spoke to them or sent their form',
  spokeToLabel: 'Whom did you speak to?',
  spokeToHint: 'Name and team. It is sealed with the person’s record.',
  referenceLabel: 'Their reference (optional)',
  submit: 'Save',
  saved: 'Saved. They should say that they have it within one working day.',
} as const;

export const TELL_MOMENT = {
  missing: 'Enter when they were told',
  notADate: 'When they were told must be a real date',
  timeMissing: 'Enter the time at which they were told',
} as const;

export const WAIT = {
  title: 'Put off telling',
  intro:
    'Only the safety of the child or adult is a reason to wait, and seven days is the longest. The task still shows as overdue once its time has passed.',
  reasonLegend: 'Why must it wait?',
  untilLegend: 'Until when?',
  untilHint: 'You and the leads are reminded then',
  submit: 'Save',
  saved: 'Saved. You and the leads are reminded when the wait is over.',
} as const;

export const WAIT_MOMENT = {
  missing: 'Enter until when it must wait',
  notADate: 'Until when it must wait must be a real date',
  timeMissing: 'Enter the time until which it must wait',
} as const;

export const END = {
  title: 'Nobody needs to be told',
  legend: 'Why?',
  submit: 'Save',
  saved: 'Saved. The task is settled.',
  reviewTitle: 'Record the review',
  reviewLegend: 'What did the review come to?',
  answeredSaved: 'Saved: they have it. The task is settled.',
} as const;

export const RAISE = {
  title: 'I am worried about somebody’s safety',
  intro:
    'This tells the safeguarding lead and starts a clock of one working day. If somebody is in danger now, ring 999 first.',
  kindLegend: 'Whom are you worried about?',
  whyLabel: 'What makes you worried?',
  whyHint: 'A few sentences. It is sealed and read only by those who act on it.',
  againLegend: 'When will you look at it again?',
  againHint: 'Within three months',
  submit: 'Tell the safeguarding lead',
  saved: 'The safeguarding lead has it.',
} as const;

export const MISSING = {
  body: 'Select who was told',
  spokeTo: 'Enter whom you spoke to',
  tooLong: 'It must be 1,000 characters or fewer',
  reason: 'Select why',
  kind: 'Select whom you are worried about',
  why: 'Enter what makes you worried',
  again: 'Enter when you will look at it again',
  notADate: 'When you will look at it again must be a real date',
} as const;

export const CHANGED =
  'Somebody changed this task while you were writing. Nothing of yours was saved. Open it again.';

export const CHANGE_REFUSALS: RefusalCopy<
  SafeguardingRefusal | 'unreadable' | ReasonsOf<ChangeSafeguardingOutcome>
> = {
  settled: { sentence: 'This task is settled already. Raise a new one if you are worried again.' },
  'not-told-yet': {
    sentence: 'Nobody has been told yet, so there is no answer to record. Record whom you told first.',
  },
  'told-already': { sentence: 'Somebody has been told already. Record their answer.' },
  'is-a-review': { sentence: 'This is a review for somebody who turns 18: record what it came to.' },
  'is-no-review': { sentence: 'This task is about telling somebody: record whom you told.' },
  'in-the-future': { sentence: 'When they were told must not be later than now', field: 'toldDay' },
  'before-it-opened': {
    sentence: 'They were told more than a day before this task began. Ask a lead to end it as told before',
    field: 'toldDay',
  },
  'not-in-the-future': { sentence: 'Until when it must wait must be later than now', field: 'untilDay' },
  'too-long': { sentence: 'Telling may wait for seven days at most from when we knew', field: 'untilDay' },
  'must-be-told': {
    sentence:
      'Children’s social care is told of every child under 13. Select one of the other answers, or tell them',
    field: 'reason',
  },
  unreadable: {
    sentence: 'The record cannot be opened just now, so nothing was saved. Try again in a few minutes.',
  },
};

export const RAISE_REFUSALS: RefusalCopy<ReasonsOf<RaiseSafeguardingOutcome>> = {
  'case-closed': {
    sentence: 'This case is closed. Take a new referral, or tell the safeguarding lead by telephone.',
  },
  'raised-already': {
    sentence: 'It has been raised already and waits for somebody. Open it on this case’s page',
    field: 'kind',
  },
  'not-in-the-future': {
    sentence: 'When you will look at it again must be later than today',
    field: 'againDay',
  },
  'too-far-ahead': { sentence: 'Look at it again within three months', field: 'againDay' },
  unreadable: {
    sentence: 'The record cannot be opened just now, so nothing was saved. Try again in a few minutes.',
  },
};
