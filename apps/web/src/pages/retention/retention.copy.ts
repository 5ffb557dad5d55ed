import type { LiftHoldOutcome, Refused, SetHoldOutcome } from '#libs/casework';
import type { HoldReason, LiftReason, RetentionGround, RetentionOutcome } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const OUTCOME_WORDS: Readonly<Record<RetentionOutcome, string>> = {
  child: 'A child when they were referred',
  died: 'The person has died',
  'spoken-with': 'We spoke with the person',
  'not-reached': 'We never spoke with the person',
  redirected: 'Another service took the person on',
  duplicate: 'The same report as another referral',
};

export const GROUND_WORDS: Readonly<Record<RetentionGround, string>> = {
  'iicsa-recommendation': 'Recommended after the child sexual abuse inquiry',
  'practice-of-a-rape-crisis-centre': 'What a rape crisis centre does',
  contract: 'Our contract',
  'policy-of-the-service': 'Our own policy',
  assumed: 'Assumed here: agree it with your commissioner',
};

export function yearsInWords(years: number): string {
  return years === 1 ? '1 year' : `${years} years`;
}

export const RETENTION = {
  title: 'How long records are kept',
  intro:
    'No law fixes the years. Each rule says where its number comes from. A record that is due is only suggested: two people decide, and the figures stay as they are. A record on hold, with an open safeguarding task or an open request is needed, and is kept back.',
  whenLegend: 'Which records could go by a date?',
  whenHint: 'For example, 27 3 2032',
  show: 'Show what could go',
  tableTitle: 'Could go, by how the case ended',
  listTitle: 'The records',
  nothing: 'No record could go by this date.',
  more: (shown: number, all: number) => `The first ${shown} of ${all}, the longest due first.`,
  holdsTitle: 'On hold',
  noHolds: 'No record is on hold.',
  setHold: 'Put a record on hold',
  changeRules: 'Change how long records are kept',
  proposals: 'Changes that wait for a second person, and those decided',
  open: 'Read why, or lift the hold',
  erasures: 'Erasures: what is suggested, waits and was done',
  dateMissing: 'Enter a date',
  dateWrong: 'Enter a real date, such as 27 3 2032',
} as const;

export const HOLD_REASON_WORDS: Readonly<Record<HoldReason, string>> = {
  'police-investigation': 'The police are still investigating',
  'court-case': 'A criminal case is before a court',
  'civil-claim': 'A claim for compensation, or another civil case',
  inquiry: 'An inquiry or a review',
  complaint: 'A complaint is being looked at',
  'access-request': 'The person has asked for a copy',
};

export const LIFT_REASON_WORDS: Readonly<Record<LiftReason, string>> = {
  'reason-has-passed': 'The reason has passed',
  'set-by-mistake': 'It was set by mistake, or on the wrong record',
};

export const NEW_HOLD = {
  title: 'Put a record on hold',
  intro: 'While a hold stands, the record is not erased: not by the schedule, and not after an approval.',
  referenceLabel: 'Reference of the case',
  referenceHint: 'For example, WM-4F7K-9Q2D',
  reasonLegend: 'Why must it be kept?',
  noteLabel: 'Which court, which number, who asked',
  noteHint: 'It is sealed with the person’s own key. Every reading is recorded.',
  untilLegend: 'Until when? (optional)',
  untilHint:
    'The first day on which it no longer stands, for example 27 3 2032. Leave empty to lift it by hand.',
  submit: 'Put the record on hold',
  saved: 'The record is on hold.',
  notThere: 'There is no record of yours with this reference. Check it, or ask who handles the case',
} as const;

export const HOLD_MISSING = {
  reference: 'Enter the reference of the case',
  reason: 'Select why it must be kept',
  note: 'Enter which court or number it is about',
  noteTooLong: 'This must be 1,000 characters or fewer',
  until: 'Enter a real date, or leave all three boxes empty',
} as const;

export const HOLD_REFUSALS: RefusalCopy<ReasonsOf<SetHoldOutcome>> = {
  'until-has-passed': { sentence: 'The day must be in the future', field: 'until' },
  'already-erased': {
    sentence: 'This record has been erased, so there is nothing left to hold',
    field: 'reference',
  },
  unreadable: {
    sentence: 'The keys cannot be reached just now, so the note cannot be sealed. Try again in a few minutes',
    field: 'note',
  },
};

export const HOLD = {
  title: 'A record on hold',
  recorded: 'That you read this is recorded.',
  unreadable: 'The note cannot be opened just now. Try again in a few minutes.',
  released: (reference: string) => `Information was released under request ${reference}`,
  liftLegend: 'Why is it lifted?',
  liftMissing: 'Select why the hold is lifted',
  lift: 'Lift the hold',
  liftHint: 'The record goes back to the schedule. Nothing is erased by lifting a hold.',
  lifted: 'The hold is lifted.',
  stale: 'Somebody has changed this hold since you opened the page. Open it again.',
  noEnd: 'Until somebody lifts it',
} as const;

export const LIFT_REFUSALS: RefusalCopy<ReasonsOf<LiftHoldOutcome>> = {
  'already-lifted': { sentence: 'Somebody has lifted this hold already. Open the list again.' },
};
