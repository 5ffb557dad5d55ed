import type {
  HandOverTrackOutcome,
  KeepMilestoneOutcome,
  OpenTrackOutcome,
  RecordPositionOutcome,
  SettleRecheckOutcome,
  WithdrawMilestoneOutcome,
} from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';
import type { MomentWords } from '../typed-moments/typed-moment.copy';

type ReasonsOf<Outcome> = Outcome extends { kind: 'refused'; reason: infer Reason extends string }
  ? Reason
  : never;

const CLOSED = {
  sentence: 'Support has ended and this case is closed, so its investigation is no longer kept here.',
};

export const TRACKS = {
  title: 'Investigations',
  intro: 'What the police and the courts do about a report, and the dates that matter to the person.',
  list: 'Investigations that are followed',
  one: (number: number) => `Investigation ${String(number)}`,
  since: (when: string) => `Followed since ${when}.`,
  empty: 'No investigation is followed yet.',
  start: 'Follow the investigation',
  another: 'Follow another investigation',
  opened: { title: 'The investigation is followed from now on.', lines: [] },
} as const;

export const TRACK = {
  title: 'Investigation',
  stage: 'Stage',
  officer: 'Officer in charge',
  noOfficer: 'Not recorded',
  officerSince: (officer: string, since: string) => `Officer ${officer}, since ${since}.`,
  changeOfficer: 'Record who is in charge',
  nextCourt: 'Next court date',
  noCourt: 'None known',
  moves: 'Times the trial was moved',
  position: 'The person’s own position',
  noPosition: 'Not recorded',
  saidOn: (day: string) => `Said on ${day}.`,
  notInPerson: 'They did not say this themselves. Ask them before you rely on it.',
  changePosition: 'Record what the person says',
  supportGoesOn: 'Support, requests and promised contact go on whatever they decide.',
  review: 'Right to review',
  reviewBy: (told: string, latest: string) => `Told on ${told}. They can ask for a review until ${latest}.`,
  measures: 'Special measures',
  measure: 'Measure',
  standing: 'How it stands',
  noMeasures: 'No special measure is recorded.',
  timeline: 'What happened',
  when: 'When',
  what: 'What',
  entered: 'Entered',
  acts: 'What can be done',
  correct: 'Correct',
  withdraw: 'Withdraw',
  empty: 'Nothing is recorded yet.',
  add: 'Record something that happened',
  past: 'Corrected or withdrawn entries',
  enteredBy: (who: string, when: string) => `${who}, ${when}`,
  unusual: (why: string) => `Unusual, kept because: ${why}.`,
  superseded: (why: string) => `Corrected: ${why}.`,
  withdrawn: (why: string) => `Withdrawn: ${why}.`,
  courtOn: (day: string) => `In court on ${day}.`,
  decided: (who: string) => `Decided by: ${who}.`,
  told: (day: string) => `Person told on ${day}.`,
  notTold: 'The person has not been told yet.',
  about: (month: string) => `${month} (exact day not known)`,
  aboutYear: (year: string) => `${year} (exact day not known)`,
  recheck: (by: string) => `Ask again whether contact is safe, by ${by}`,
  recheckWhy:
    'Something happened to the suspect. Messages are held back until somebody has asked the person how to reach them safely.',
  recheckLink: 'Answer this safety question',
  closed: 'Support has ended, so nothing is added here.',
  onlyPolice: 'You see what the police entered.',
} as const;

export const CHOOSE = {
  title: 'What happened?',
  intro: 'Choose one. You are asked for the date next.',
} as const;

export const MILESTONE = {
  detail: 'Which of these?',
  detailMissing: 'Select which one it was',
  decidedBy: 'Who decided it?',
  decidedByMissing: 'Select who decided it',
  issueReason: 'Why is it right all the same?',
  issueReasonMissing: 'Select why this is right all the same, or change the date',
  unusualTitle: 'This is unusual',
  submit: 'Save what happened',
  correctTitle: (what: string) => `Correct: ${what}`,
  correctIntro: 'What you save takes the place of this entry. Both stay readable.',
  reason: 'Why is it corrected?',
  reasonMissing: 'Select why it is corrected',
  correctSubmit: 'Save the correction',
  withdrawTitle: (what: string) => `Withdraw: ${what}`,
  withdrawIntro: 'Use this only for something that never happened. It stays readable as withdrawn.',
  withdrawReason: 'Why is it withdrawn?',
  withdrawReasonMissing: 'Select why it is withdrawn',
  withdrawSubmit: 'Withdraw this entry',
  saved: { title: 'What happened is saved.', lines: [] },
  savedRecheck: {
    title: 'What happened is saved.',
    lines: ['Ask the person now whether contact is still safe. Until then nothing is sent.'],
  },
  corrected: { title: 'The correction is saved.', lines: [] },
  withdrawnDone: { title: 'The entry is withdrawn.', lines: [] },
} as const;

export const AT: MomentWords & { readonly legend: string; readonly hint: string } = {
  legend: 'When did it happen?',
  hint: 'Leave the time empty if you only know the day, and the day empty if you only know the month.',
  missing: 'Enter when it happened',
  notADate: 'Enter a real date on which it happened',
  timeMissing: 'Enter the time at which it happened',
};

export const COURT_AT: MomentWords & { readonly legend: string; readonly hint: string } = {
  legend: 'When is it in court?',
  hint: 'Leave the time empty if the court has not given one.',
  missing: 'Enter the day in court',
  notADate: 'Enter a real date for the day in court',
  timeMissing: 'Enter the time in court',
};

export const TOLD_AT: MomentWords & { readonly legend: string; readonly hint: string } = {
  legend: 'When was the person told?',
  hint: 'Leave this empty if nobody has told them yet.',
  missing: 'Enter when the person was told',
  notADate: 'Enter a real date on which the person was told',
  timeMissing: 'Enter the time at which the person was told',
};

export const POSITION = {
  title: 'What the person says about the prosecution',
  intro:
    'Their position is their own and may change. It changes nothing about support, requests or promised contact.',
  position: 'Where do they stand?',
  positionMissing: 'Select where the person stands',
  reason: 'Why, if they said?',
  reasonMissing: 'Select a reason, or that they did not say',
  told: 'Did they say it themselves to whoever recorded it?',
  toldMissing: 'Select whether they said it themselves',
  submit: 'Save their position',
  saved: { title: 'The person’s position is saved.', lines: ['Support goes on.'] },
} as const;

export const SAID_AT: MomentWords & { readonly legend: string; readonly hint: string } = {
  legend: 'When did they say it?',
  hint: 'For example, 27 3 2026',
  missing: 'Enter when they said it',
  notADate: 'Enter a real date on which they said it',
  timeMissing: 'Enter the time at which they said it',
};

export const OFFICER = {
  title: 'Who is in charge of the investigation',
  intro: 'A force gives each officer a number. Enter the number, never a name.',
  officer: 'Officer’s number',
  officerWrong: 'Enter the officer’s number, with letters and digits only, such as 4417',
  reason: 'Why did it change?',
  reasonMissing: 'Select why the officer changed',
  told: 'Was the person told who their officer is now?',
  toldMissing: 'Select whether the person was told',
  submit: 'Save the officer in charge',
  saved: { title: 'The officer in charge is saved.', lines: [] },
} as const;

export const FROM_AT: MomentWords & { readonly legend: string; readonly hint: string } = {
  legend: 'From when are they in charge?',
  hint: 'For example, 27 3 2026',
  missing: 'Enter from when they are in charge',
  notADate: 'Enter a real date from which they are in charge',
  timeMissing: 'Enter the time from which they are in charge',
};

export const RECHECK = {
  title: 'Is contact still safe?',
  why: (what: string, when: string) => `${what}: entered ${when}.`,
  intro:
    'Somebody the person may be afraid of was held, set free or put under other conditions. Ask the person how to reach them safely before anything else is sent.',
  answer: 'What did you find out?',
  answers: {
    'find-still-safe': 'The person says that every way to reach them is still safe',
    'find-changed': 'Something changed: I will change the safe-contact card now',
    'judge-not-needed': 'It need not be asked',
  },
  answerMissing: 'Select what you found out',
  reason: 'If it need not be asked, why?',
  reasonMissing: 'Select why it need not be asked',
  submit: 'Save the answer',
  saved: { title: 'The question is answered.', lines: [] },
  changed: {
    title: 'The question is answered.',
    lines: ['Change the safe-contact card now. Until then nothing is sent on its routes.'],
  },
} as const;

const FULL = {
  sentence: 'This investigation has more entries than can be kept. Ask an administrator to look at it.',
};

export const RECHECK_PROMPT = {
  title: 'Ask again whether contact is safe',
  text: (what: string) => `${what}. Messages are held back until somebody has asked the person.`,
  link: 'Answer whether contact is still safe',
} as const;

export const OPEN_REFUSALS: RefusalCopy<ReasonsOf<OpenTrackOutcome>> = {
  'case-closed': CLOSED,
  'too-many': {
    sentence: 'Too many investigations are followed for this case. Open this page again to see them.',
  },
};

export const MILESTONE_REFUSALS: RefusalCopy<ReasonsOf<KeepMilestoneOutcome>> = {
  'case-closed': CLOSED,
  'too-many': FULL,
  'in-the-future': {
    sentence: 'It must have happened already. Enter a date that is not in the future',
    field: 'atDay',
  },
  'too-long-ago': { sentence: 'Enter a year from 1950 on, with all four numbers', field: 'atYear' },
  'already-recorded': {
    sentence: 'This is recorded already. Go back and correct that entry if it is wrong',
    field: 'atDay',
  },
  'detail-missing': { sentence: MILESTONE.detailMissing, field: 'detail' },
  'detail-unknown': { sentence: 'Select one of the answers of this page', field: 'detail' },
  'court-date-missing': { sentence: COURT_AT.missing, field: 'courtDay' },
  'court-date-not-asked': {
    sentence: 'This has no day in court of its own. Leave it empty',
    field: 'courtDay',
  },
  'court-date-before-set': {
    sentence: 'The day in court must not be before the day on which it was set',
    field: 'courtDay',
  },
  'court-date-too-far': { sentence: 'The day in court must be within 5 years', field: 'courtDay' },
  'decider-missing': { sentence: MILESTONE.decidedByMissing, field: 'decidedBy' },
  'decider-not-asked': { sentence: 'Nobody has to decide this. Leave it empty', field: 'decidedBy' },
  'told-before-decided': {
    sentence: 'The person cannot have been told before it was decided',
    field: 'toldDay',
  },
  'told-in-the-future': {
    sentence: 'The day on which the person was told must not be in the future',
    field: 'toldDay',
  },
  'nothing-changed': {
    sentence: 'This is what is recorded already. Change something, or go back',
    field: 'atDay',
  },
  'not-yours': { sentence: 'Only whoever entered it can change it. Ask them to put it right.' },
  'no-longer-stands': { sentence: 'Somebody has corrected or withdrawn this entry meanwhile.' },
};

export const WITHDRAW_REFUSALS: RefusalCopy<ReasonsOf<WithdrawMilestoneOutcome>> = MILESTONE_REFUSALS;

export const POSITION_REFUSALS: RefusalCopy<ReasonsOf<RecordPositionOutcome>> = {
  'case-closed': CLOSED,
  'too-many': FULL,
  'in-the-future': {
    sentence: 'They must have said it already. Enter a date that is not in the future',
    field: 'saidDay',
  },
  'same-position': { sentence: 'This is recorded already, with the same date and reason', field: 'position' },
  'not-yours': { sentence: 'Only whoever entered it can put it right.' },
  'no-longer-stands': { sentence: 'Somebody has put this right meanwhile.' },
};

export const OFFICER_REFUSALS: RefusalCopy<ReasonsOf<HandOverTrackOutcome>> = {
  'case-closed': CLOSED,
  'too-many': FULL,
  'in-the-future': { sentence: 'The day must not be in the future', field: 'fromDay' },
  'before-the-last-officer': {
    sentence: 'The officer before took over later than this. Enter a later date',
    field: 'fromDay',
  },
  'same-officer': { sentence: 'This officer is in charge already', field: 'officer' },
};

export const RECHECK_REFUSALS: RefusalCopy<ReasonsOf<SettleRecheckOutcome>> = {
  'settled-already': { sentence: 'Somebody has answered this already.' },
  'reason-missing': { sentence: RECHECK.reasonMissing, field: 'reason' },
};
