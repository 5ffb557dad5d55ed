import type { GrantEnhancedRightsOutcome, KeepDutyOutcome, RecordCodeEventOutcome } from '#libs/casework';
import type {
  ChosenReason,
  CodeEvent,
  DeliveryEvidence,
  DeskEvent,
  DutyHolder,
  DutyState,
  EarlyReason,
  EnhancedCategory,
  Handling,
  NotApplicableReason,
  SaidHow,
} from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type Reasons<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const RIGHTS = {
  board: 'Contact board',
  shared: 'Shared record',
  title: 'Rights under the Victims’ Code',
  intro:
    'What the Code gives this person, who owes it and by when. Where another body owes something and nobody has said what it did, it stays “not known”. Offer what is due; the person may say no to it and ask for it later.',
  next: 'What is due next',
  nothingNext: 'Nothing with a time is due.',
  nextLine: (title: string, owedBy: string, due: string) => `${title}. Owed by ${owedBy}, by ${due}.`,
  enhanced: 'Enhanced Rights',
  enhancedYes: (categories: string) => `Yes: ${categories}. Shorter times hold where the Code gives two.`,
  enhancedNo: 'No. Standard times hold.',
  grant: 'Add a ground for Enhanced Rights',
  record: 'Record something that opens a right',
  sheet: 'Sheet for the person',
  easySheet: 'Sheet in easy read',
  right: (number: number) => `Right ${number}`,
  what: 'What',
  owedBy: 'Owed by',
  state: 'How it stands',
  acts: 'What you can do',
  notYet: 'Nothing that opens this right is recorded yet.',
  reminder: 'A limit of the person’s own. Remind them if it is safe.',
  due: (when: string) => `by ${when}`,
  noLimit: 'no time is set',
  upstream: (when: string) => `The body before must have passed it on by ${when}.`,
  delivered: (when: string, evidence: string) => `${when}. ${evidence}.`,
  confirm: 'Confirm that it was in time',
  confirmHint: 'It was entered after its time. It counts as late until somebody else confirms it.',
  takeBack: 'This was entered by mistake',
  notDelivered: 'The person was not told in time',
  deliver: 'Record that it was done',
  decline: 'The person does not want it, or wants it differently',
  again: 'The person asks for it again',
  notApplicable: 'It does not apply',
  onlyIf: (conditions: string) => `Only if: ${conditions}.`,
  opened: (title: string, when: string) => `${title}, opened ${when}`,
  again2: (round: number) => `Asked for again, time ${round}`,
  proposal: 'A limit of this service’s own, not of the Code.',
  onTrack: 'Milestones of an investigation are recorded on its track.',
  history: 'History',
  happened: 'What happened',
  when: 'When it happened',
  recorded: 'When it was recorded',
  noHistory: 'Nothing has happened yet.',
  moved: 'Times that were planned anew',
  movedLine: (due: string, why: string) => `${due} (${why})`,
  stale: 'Somebody changed this right since you opened the page. Nothing was saved. Open it again.',
  version: (version: string) => `Opened under the ${version} Code`,
} as const;

/** The twelve rights, each in one line of plain English, and one in easy read. */
export const TWELVE: readonly { readonly title: string; readonly plain: string; readonly easy: string }[] = [
  {
    title: 'To understand and to be understood',
    plain:
      'People who work with you must speak and write so that you understand, and help you to be understood.',
    easy: 'People must use words you understand. You can ask for an interpreter. It is free.',
  },
  {
    title: 'To have the details of the crime recorded',
    plain: 'The police must record what you report without delay that has no good reason.',
    easy: 'The police must write down what you tell them.',
  },
  {
    title: 'To get written confirmation and information when you report',
    plain: 'You get a written note of your report, in a safe way, and information about where to get help.',
    easy: 'You get a note that says you made a report. They must ask how to send it safely.',
  },
  {
    title: 'To be referred to services that support victims',
    plain: 'You can be referred to a support service, or go to one yourself, whether or not you report.',
    easy: 'You can get help. You do not have to tell the police to get help.',
  },
  {
    title: 'To be told about compensation',
    plain: 'You are told how to ask for compensation. Some claims have a time limit.',
    easy: 'You may be able to get money for what happened. Ask soon: there is a time limit.',
  },
  {
    title: 'To be told about the investigation and prosecution',
    plain: 'You are told about the important steps and decisions, and why they were made.',
    easy: 'The police must tell you what is happening. You can ask how often and in what way.',
  },
  {
    title: 'To make a Victim Personal Statement',
    plain: 'You can say in your own words how the crime has affected you.',
    easy: 'You can say how this has made you feel. You choose if you want to.',
  },
  {
    title: 'To be told about the trial and your role as a witness',
    plain: 'You are told about hearings, and about help such as screens if you give evidence.',
    easy: 'You are told when court is. You can get help in court.',
  },
  {
    title: 'To be told the outcome of the case and any appeal',
    plain: 'You are told how the case ended, what a sentence means, and about any appeal.',
    easy: 'You are told what the court decided.',
  },
  {
    title: 'To be paid expenses and get property back',
    plain: 'If you are a witness you can claim expenses, and things the police keep come back to you.',
    easy: 'You can get travel money for court. You get your things back.',
  },
  {
    title: 'To be told about the offender after a conviction',
    plain:
      'You can choose to be told about important stages of a sentence. You can change your mind at any time.',
    easy: 'If somebody goes to prison, you can choose to be told when things change.',
  },
  {
    title: 'To complain if your rights have not been met',
    plain: 'You can complain, and must get an answer. You can take it further.',
    easy: 'If somebody did not do what they should, you can complain.',
  },
];

export const STATES: Readonly<Record<DutyState, { readonly text: string; readonly colour: string }>> = {
  'not-due': { text: 'Not due yet', colour: 'govuk-tag--grey' },
  due: { text: 'Due', colour: 'govuk-tag--blue' },
  delivered: { text: 'Done', colour: 'govuk-tag--green' },
  'delivered-late': { text: 'Done late', colour: 'govuk-tag--yellow' },
  missed: { text: 'Missed', colour: 'govuk-tag--red' },
  'not-known': { text: 'Not known', colour: 'govuk-tag--purple' },
  declined: { text: 'The person said no', colour: 'govuk-tag--grey' },
  changed: { text: 'Done another way, as the person asked', colour: 'govuk-tag--turquoise' },
  'not-applicable': { text: 'Does not apply', colour: 'govuk-tag--grey' },
};

/** How a right stands whose clock waits for another body to pass on what it needs. */
export const WAITS: Readonly<Partial<Record<CodeEvent, string>>> = {
  wcu_received_from_court: 'Waits for the court',
  wcu_received_from_cps: 'Waits for the prosecutor',
};

export const HOLDERS: Readonly<Record<DutyHolder, string>> = {
  police: 'the police',
  witness_care_unit: 'the witness care unit',
  cps: 'the Crown Prosecution Service',
  hmcts: 'the court',
  probation_vcs: 'probation’s Victim Contact Scheme',
  parole_board: 'the Parole Board',
  youth_offending_team: 'the youth offending team',
  support_service: 'the support service',
  sarc: 'the sexual assault referral centre',
  all_service_providers: 'every service, this one too',
  victim: 'the person’s own choice',
};

export const EVIDENCE: Readonly<Record<DeliveryEvidence, string>> = {
  'person-said': 'The person said so',
  'body-said': 'The body that owes it said so',
  'letter-or-message-seen': 'I have seen the letter or message',
  'was-there': 'I was there',
  'referral-received': 'The referral itself',
  'milestone-recorded': 'A milestone of the investigation shows it',
};

export const CHOSEN: Readonly<Record<ChosenReason, string>> = {
  'condition-not-met': 'What it depends on is not so',
  'did-not-happen': 'What opened it did not happen',
  'given-another-way': 'The person has it by another right',
  'entered-twice': 'It stands here twice',
};
export const ENDINGS: Readonly<Record<NotApplicableReason, string>> = {
  ...CHOSEN,
  'person-died': 'The person has died',
};

export const EARLY: Readonly<Record<EarlyReason, string>> = {
  'told-ahead': 'They were told ahead of time',
  'date-not-certain': 'One of the dates is not certain',
  'opened-too-late': 'What opened it was recorded with too late a date',
};

export const SAID: Readonly<Record<SaidHow, string>> = {
  phone: 'By phone',
  'in-person': 'In person',
  video: 'By video',
  message: 'By message',
  letter: 'By letter',
};

export const CATEGORIES: Readonly<Record<EnhancedCategory, string>> = {
  'most-serious-crime': 'victim of the most serious crime, as every sexual offence is',
  'persistently-targeted': 'persistently targeted',
  'vulnerable-or-intimidated': 'vulnerable or intimidated',
};

export const DESK_EVENT_WORDS: Readonly<Record<DeskEvent, string>> = {
  any_contact: 'We were in touch with the person',
  language_need_identified: 'The person needs an interpreter or a translation',
  incident_date: 'The date of what happened became known',
  complaint_received: 'We received a complaint about a service',
  complaint_answered: 'A complaint was answered',
};

export const HANDLING_WORDS: Readonly<Record<Handling, string>> = {
  timer: 'Timer: the duty lead is told when its time passes',
  checklist: 'Checklist: ask and record',
  prompt: 'Reminder ahead of a limit of the person’s own',
  record_only: 'Record only: another body acts',
};

export const HISTORY_WORDS: Readonly<Record<string, string>> = {
  'duty.delivered': 'Done',
  'duty.delivered-late': 'Done late',
  'duty.confirmed-in-time': 'Confirmed as done in time',
  'duty.missed': 'Missed',
  'duty.not-known': 'Time passed, and nobody has said what was done',
  'duty.declined': 'The person said no',
  'duty.changed': 'The person asked for it another way',
  'duty.not-applicable': 'Found not to apply',
  'duty.planned-anew': 'Planned anew',
  'duty.waits': 'Waits for another body again',
  'duty.runs-again': 'Runs again',
  'duty.applies-again': 'Applies again',
  'duty.waits-again': 'Applies again and waits for another body',
  'duty.delivery-taken-back': 'Entry taken back',
  'duty.prompted': 'Somebody was asked to remind the person, if it is safe',
};

export const PLAN_REASONS: Readonly<Record<string, string>> = {
  opened: 'when it opened',
  'clock-started': 'when its clock started',
  'milestone-corrected': 'a milestone was corrected',
  'enhanced-rights': 'Enhanced Rights were granted',
  'asked-again': 'the person asked again',
};

export const AT = {
  legend: 'When?',
  hint: 'For example, 27 3 2026 and 4:30pm',
  missing: 'Enter the day on which it happened',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time at which it happened',
} as const;

export const FORMS = {
  deliver: {
    title: 'Record that a right was met',
    intro: 'Say when it was done and how you know. Never enter what was said.',
    submit: 'Save that it was done',
    saved: { title: 'Recorded as done', lines: [] },
  },
  decline: {
    title: 'Record what the person wants',
    intro:
      'Its clock stops. It counts neither as met nor as missed, and the person may ask for it again at any time.',
    submit: 'Save what the person said',
    saved: { title: 'Recorded what the person wants', lines: ['They may ask for it again at any time.'] },
  },
  again: {
    title: 'The person asks for it again',
    intro: 'A new clock starts from when they asked. What they said before stays in the history.',
    submit: 'Start it again',
    saved: { title: 'It is owed again', lines: ['A new clock has started.'] },
  },
  'not-applicable': {
    title: 'Say that a right does not apply',
    intro: 'It is owed no more. The reason is kept.',
    submit: 'Save that it does not apply',
    saved: { title: 'Recorded that it does not apply', lines: [] },
  },
} as const;
export type FormName = keyof typeof FORMS;

export const BUTTONS = {
  confirm: { title: 'Confirmed as done in time', lines: [] },
  'take-back': {
    title: 'The entry was taken back',
    lines: ['The right is owed again, to the time that it had.'],
  },
  'not-delivered': { title: 'Recorded as missed', lines: [] },
} as const;
export type ButtonName = keyof typeof BUTTONS;

export const FIELDS = {
  evidence: 'How do you know?',
  evidenceMissing: 'Select how you know that it was done',
  early: 'Why was it before what opened this right?',
  earlyHint: 'The time that you entered is before what opened this right. Correct it, or say why it is so.',
  choice: 'What does the person want?',
  choices: { declined: 'They do not want it', changed: 'They want it done another way' },
  choiceMissing: 'Select what the person wants',
  how: 'How did they tell you?',
  howMissing: 'Select how they told you',
  reason: 'Why does it not apply?',
  reasonMissing: 'Select why it does not apply',
} as const;

export const NEW_EVENT = {
  title: 'Record something that opens a right',
  intro: 'Steps of an investigation are recorded on its track. This is for what happens outside of one.',
  event: 'What happened?',
  eventMissing: 'Select what happened',
  submit: 'Save what happened',
  saved: { title: 'Recorded', lines: ['What it opens now stands among the rights.'] },
} as const;

export const ENHANCED = {
  title: 'Add a ground for Enhanced Rights',
  intro:
    'Every sexual offence gives Enhanced Rights from the beginning. Another ground may be added when it becomes known. Rights that are open get the shorter times; what is settled stays as it is.',
  category: 'On which ground?',
  categoryMissing: 'Select the ground',
  submit: 'Add the ground',
  saved: {
    title: 'Enhanced Rights recorded',
    lines: ['Open rights were planned anew where the time is shorter.'],
  },
} as const;

export const DUTY_REFUSALS: RefusalCopy<Reasons<KeepDutyOutcome>> = {
  'in-the-future': { sentence: 'Enter a time that is not in the future', field: 'atDay' },
  'before-its-trigger': {
    sentence: 'Say why it was before what opened this right, or correct the time',
    field: 'early',
  },
  'already-settled': { sentence: 'This right is settled already. Open the page again to see how it stands.' },
  'nothing-to-confirm': { sentence: 'Nothing about this right waits to be confirmed.' },
  'own-entry': { sentence: 'Somebody other than whoever entered it must confirm it.' },
  'not-delivered': { sentence: 'This right is not recorded as done, so there is no entry to take back.' },
  'may-not-be-declined': { sentence: 'The Code does not let anybody decline this right.', field: 'choice' },
  'time-had-run-out': {
    sentence: 'Its time had run out by then. Enter an earlier time if the person said it before',
    field: 'atDay',
  },
  'not-declined': {
    sentence: 'The person has not declined this right, so there is nothing to ask for again.',
  },
  'asked-again-already': { sentence: 'It was asked for again already, and its new clock is running.' },
  'not-yet-due': { sentence: 'Its time has not passed yet, so it is not missed.' },
};

export const EVENT_REFUSALS: RefusalCopy<Reasons<RecordCodeEventOutcome>> = {
  'in-the-future': { sentence: 'Enter a time that is not in the future', field: 'atDay' },
  'case-closed': { sentence: 'This case is closed, so nothing more is recorded in it.' },
  'told-by-milestones': {
    sentence: 'Record this as a milestone on the track of the investigation.',
    field: 'event',
  },
};

export const ENHANCED_REFUSALS: RefusalCopy<Reasons<GrantEnhancedRightsOutcome>> = {
  'has-it-already': { sentence: 'The person has Enhanced Rights on this ground already', field: 'category' },
};

/** Nothing on a sheet names a service, a case or a crime. */
export const SHEET = {
  title: 'Your rights',
  easyTitle: 'Your rights, in easy read',
  intro:
    'These are twelve things that people must do for you. You may say no to any of them, and change your mind.',
  easyIntro: 'You have 12 rights. You can say no. You can change your mind.',
  next: 'What happens next',
  nothingNext: 'Nothing with a date is waiting.',
  nextLine: (right: string, owedBy: string, due: string) => `${right}: ${owedBy}, by ${due}.`,
  switchPlain: 'Show it in plain English',
  switchEasy: 'Show it in easy read',
  print: 'Ask whether it is safe for the person to keep this before you give it to them.',
  translations: 'Other languages',
  noTranslations:
    'No official translation has been added yet. Only official translations are shown here, never machine ones.',
} as const;

export const CONDITION_WORDS: Readonly<Record<string, string>> = {
  aged_18_or_over_at_incident: 'the person was 18 or over when it happened',
  aged_under_18_at_incident: 'the person was under 18 when it happened',
  attendance_required: 'the person must attend',
  claim_complete: 'the claim is complete',
  custody_12_months_or_more_or_hospital_order:
    'the sentence is 12 months or more in custody, or a hospital order',
  enhanced_rights: 'the person has Enhanced Rights',
  giving_evidence: 'the person gives evidence',
  not_guilty_plea: 'the plea is not guilty',
  offender_adult: 'the offender is an adult',
  offender_convicted: 'the offender is convicted',
  offender_under_18: 'the offender is under 18',
  parole_board_decides_release: 'the Parole Board decides about release',
  risk_of_harm_from_written_confirmation: 'a written confirmation could put the person at risk',
  sentence_in_scheme: 'the sentence is in the unduly lenient sentence scheme',
  serious_physical_or_mental_injury_from_violent_crime: 'there is a serious physical or mental injury',
  sexual_offence_or_child_abuse_or_hate_crime_or_death:
    'it is a sexual offence, child abuse, a hate crime or a death',
  special_measures_applied_for: 'special measures were asked for',
  specified_violent_or_sexual_offence: 'it is a specified violent or sexual offence',
  vcs_opted_in: 'the person has joined the Victim Contact Scheme',
  victim_attended_court_as_witness: 'the person attended court as a witness',
  victim_of_sexual_violence_or_gender_based_violence_or_domestic_abuse:
    'it is sexual violence, gender-based violence or domestic abuse',
  victim_or_bereaved_relative: 'the person is the victim or a bereaved relative',
  vulnerability_may_affect_quality_of_evidence: 'age or disability may affect the evidence',
};

export const MANNER_WORDS: Readonly<Record<string, string>> = {
  always: 'always',
  as_soon_as_possible: 'as soon as possible',
  at_each_stage: 'at each stage',
  at_first_contact: 'at first contact',
  at_or_soon_after_report: 'at the report, or soon after',
  at_report: 'at the report',
  at_sentencing: 'at sentencing',
  at_start_and_on_request: 'at the start, and when asked',
  before_decision: 'before the decision',
  before_evidence: 'before giving evidence',
  before_examination: 'before the examination',
  before_interview: 'before the interview',
  before_interview_or_evidence: 'before the interview or giving evidence',
  before_parole_hearing: 'before the parole hearing',
  before_release: 'before release',
  before_sentence: 'before sentence',
  before_trial: 'before the trial',
  no_time_stated_in_source: 'no time is stated',
  on_request: 'when asked',
  ongoing: 'all the time',
  when_appropriate: 'when it is appropriate',
  when_eligible: 'when the person is eligible',
  when_needed: 'when it is needed',
  where_possible: 'where possible',
  with_or_after_the_decision: 'with the decision, or after it',
  with_the_answer: 'with the answer',
  with_the_decision: 'with the decision',
  with_the_outcome: 'with the outcome',
  without_unjustified_delay: 'without unjustified delay',
};
