import type {
  Lowering,
  OwnPathwayKind,
  SaidHow,
  SignpostKind,
  SupporterRelation,
  SupportTask,
  SupportTaskKind,
  SupportTaskState,
  TaskMatter,
} from '#libs/domain';

export const KIND_WORDS: Readonly<Record<SupportTaskKind, { readonly title: string; readonly why: string }>> =
  {
    dash: {
      title: 'DASH: ask how high the risk is',
      why: 'Go through the domestic abuse risk questions with the person, when they are alone and it is safe. What they say stays with us.',
    },
    marac: {
      title: 'MARAC: refer, or say why not',
      why: 'The meeting on high-risk domestic abuse. Nobody there learns of the person without their consent or an override.',
    },
    idva: {
      title: 'Domestic abuse adviser: refer, or say why not',
      why: 'An adviser for domestic abuse, if the person wants one. Nothing is sent without their consent or an override.',
    },
    'abuse-review': {
      title: 'Look again at the domestic abuse flag',
      why: 'Is it still so? If it is, say when somebody looks again.',
    },
    'sample-review': {
      title: 'Stored samples come to their date',
      why: 'Ask the referral centre what happens with them, and decide with the person only if they agreed to be reminded.',
    },
    'check-in': {
      title: 'The person asked us to get in touch',
      why: 'Call by a safe way only, from the Call page. Nothing is sent by itself.',
    },
    transfer: {
      title: 'Hand-over to the service of another area',
      why: 'The case and its clocks stay ours until that service has said that it has the person.',
    },
    'plan-task': {
      title: 'Task of the plan',
      why: 'It is part of the plan of the case. What it is stands below.',
    },
    'urgent-need': {
      title: 'Act now: a risk that cannot wait',
      why: 'Whoever is on call was told. Follow the script for this risk, and record what was done.',
    },
    'case-review': {
      title: 'Review the support',
      why: 'Go through needs, risks, plan and outcomes with the person, if they want to, and set the next day.',
    },
    'confirm-appointment': {
      title: 'Confirm tomorrow’s appointment',
      why: 'Ask by a safe way whether the time still suits. Nothing is sent by itself.',
    },
  };

/** What a task is for, where its kind leaves that open. */
export const MATTER_WORDS: Readonly<Record<TaskMatter, string>> = {
  'call-person': 'Call the person',
  'chase-service': 'Ask a service where it stands',
  'write-letter': 'Write a letter',
  'find-information': 'Find something out',
  'prepare-person': 'Prepare the person for what comes',
  'practical-help': 'Practical help',
  'something-else': 'Something else',
  'suicide-or-self-harm': 'Suicide or self-harm',
  'danger-now': 'Danger now',
  'child-at-risk': 'A child at risk',
  'medical-need': 'Medical help within hours',
  cadence: 'The usual time',
  milestone: 'Something happened in the investigation',
  'asked-for': 'Somebody asked for it',
};

export const STATE_WORDS: Readonly<Record<SupportTaskState, string>> = {
  planned: 'Planned',
  open: 'To do',
  sent: 'Sent; they have not answered yet',
  acknowledged: 'They have it',
  done: 'Done',
  'not-needed': 'Not needed',
  withdrawn: 'Taken back',
};

export const OUTCOME_WORDS: Readonly<Record<NonNullable<SupportTask['outcome']>, string>> = {
  standard: 'Done: standard risk',
  medium: 'Done: medium risk',
  high: 'Done: high risk',
  'still-so': 'It is still so',
  'no-longer-so': 'It is no longer so',
  'kept-on': 'They are kept on, with a new date',
  'with-police': 'The police have them now',
  'no-longer-kept': 'They are no longer kept',
  'is-well': 'We spoke: no more support is wanted now',
  'wants-support': 'We spoke: the person wants support again',
  'not-reached': 'We could not reach the person by a safe way',
  'done-by-another-service': 'Another service has done it',
  'below-threshold': 'The risk is below the level for it',
  'person-does-not-want-it': 'The person does not want it',
  'flag-was-wrong': 'The flag was set by mistake',
  'no-safe-way': 'There is no safe way to call',
  'person-changed-mind': 'The person does not want it any more',
  'contact-stopped': 'The person is not contacted any more',
  'flag-lowered': 'The domestic abuse flag was taken down',
  'sample-ended': 'The samples are no longer kept',
  'taken-back': 'They do not take the person on',
  'record-erased': 'The record was erased',
  done: 'Done',
  'made-safe': 'Acted on: the person is safe for now',
  'handed-over': 'Handed over to whoever acts on it, and they said so',
  reviewed: 'Reviewed, with a next day',
  confirmed: 'The person confirmed it',
  'wants-another-time': 'The person wants another time',
  'no-longer-needed': 'It is no longer needed',
  'was-a-mistake': 'It was put in by mistake',
  'person-asked': 'Moved: the person asked for another day',
  'person-not-ready': 'Moved: it was not a good time for the person',
  'person-not-reached': 'Moved: we could not reach the person by a safe way',
  'worker-not-there': 'Moved: the worker could not be there',
  'day-was-wrong': 'Moved: the day was wrong',
  'milestone-came': 'Brought forward: something happened in the investigation',
  'need-settled': 'The risk was closed',
  'appointment-changed': 'Settled with the appointment itself',
  'case-closed': 'The case was closed',
  'person-died': 'The person has died',
};

export const SAID_HOW_WORDS: Readonly<Record<SaidHow, string>> = {
  phone: 'On the phone',
  'in-person': 'In person',
  video: 'By video',
  message: 'In a message',
  letter: 'In a letter',
};

export const LOWERING_WORDS: Readonly<Record<Lowering, string>> = {
  'no-longer-so': 'It is no longer so',
  'was-a-mistake': 'It was a mistake',
};

export const PATHWAY_WORDS: Readonly<Record<OwnPathwayKind, string>> = {
  anonymous:
    'The person stays anonymous: no search by name finds them and no other record is compared with theirs.',
  supporter:
    'Support for family and friends. This record stands for itself: no search by name finds it and it is compared with no other.',
};

export const RELATION_WORDS: Readonly<Record<SupporterRelation, string>> = {
  'parent-or-carer': 'A parent or carer',
  partner: 'A partner',
  family: 'Somebody else in the family',
  friend: 'A friend',
  other: 'Somebody else who supports',
};

/** What the person was told of, where no label of the area says it better. */
export const SIGNPOST_HINTS: Readonly<Partial<Record<SignpostKind, string>>> = {
  gp: 'For health after what happened, medicines, a sick note',
  'sexual-health': 'Emergency contraception, infection tests, HIV prevention: within hours and days',
  'mental-health': 'Talking treatments, and the crisis line for tonight',
};

export const HUB = {
  title: 'Safety, samples and dates',
  panel: 'More about their support',
  back: 'Support',
  open: 'Domestic abuse, stored samples, check-ins and moving away',
  tasksTitle: 'What is to be done',
  noTasks: 'Nothing waits here.',
  addTask: 'Add a task to the plan',
  settledTitle: 'Done before',
  abuseTitle: 'Domestic abuse',
  noFlag: 'No flag. Nothing about the case sets one by itself.',
  suggested:
    'The suspect is a partner, a former partner or somebody of the family. Ask about domestic abuse when the person is alone and safe to talk.',
  flag: 'Flag domestic abuse',
  lower: 'Take the flag down',
  samplesTitle: 'Stored samples',
  noSamples: 'None are recorded.',
  addSamples: 'Record stored samples',
  checkInsTitle: 'Check on the person later',
  noCheckIns: 'The person has not asked for it.',
  addCheckIn: 'The person asks us to get in touch on a day',
  signpostsTitle: 'Told of other services',
  noSignposts: 'Nothing is recorded.',
  addSignpost: 'Record what the person was told of',
  moveTitle: 'Moving away, police, starting again',
  transfer: 'Hand over to the service of another area',
  policeReport: 'The person has reported to the police themselves',
  crimeNumber: 'Read the crime number again',
  restart: 'Start support again',
  restartHint:
    'Opens a new referral with what we know, linked to this case. It has a clock of its own. That you looked, and each step, is on record.',
  words: 'Why',
  sarcCode: 'Code at the referral centre',
  reads: 'Reading the words here is recorded.',
} as const;

export const LIST = {
  title: 'Support tasks',
  intro:
    'What plans, risks, reviews, samples, check-ins and hand-overs ask of the team, the first due first.',
  none: 'Nothing waits.',
  planned: 'What is planned for later',
  plannedTitle: 'Planned for later',
  plannedIntro: 'Each begins on its day. The person asked for every check-in here.',
  live: 'What waits now',
  mine: 'What is yours',
  mineTitle: 'Your support tasks',
  mineIntro:
    'What belongs to you, the first due first. What has passed its time is the duty lead’s to answer for too.',
  reviewsTitle: 'Reviews of support',
  reviewsIntro: 'Reviews that are to be held, the first first. Each begins on its day.',
  reviews: 'Reviews of support, now and ahead',
} as const;
