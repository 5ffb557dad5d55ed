import type {
  AddPlanTaskOutcome,
  CheckCrimeNumberOutcome,
  FlagDomesticAbuseOutcome,
  LowerDomesticAbuseOutcome,
  OfferTransferOutcome,
  PromiseCheckInOutcome,
  RecordPoliceReportOutcome,
  RecordSamplesOutcome,
  RecordSignpostOutcome,
  Refused,
  RestartSupportOutcome,
} from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

const CLOSED = {
  sentence: 'This case is closed. Start support again first, or take a new referral.',
} as const;
const UNREADABLE = {
  sentence: 'The words cannot be sealed just now, so nothing was saved. Try again in a few minutes.',
} as const;

export const ABUSE_REFUSALS: RefusalCopy<ReasonsOf<FlagDomesticAbuseOutcome>> = {
  'case-closed': CLOSED,
  'flagged-already': { sentence: 'A colleague has flagged it already. Open the case to see its tasks.' },
  'not-in-the-future': {
    sentence: 'When it is looked at again must be later than today',
    field: 'reviewDay',
  },
  'too-far-ahead': { sentence: 'Look at it again within three months', field: 'reviewDay' },
  unreadable: UNREADABLE,
};

export const LOWER_REFUSALS: RefusalCopy<ReasonsOf<LowerDomesticAbuseOutcome>> = {
  'not-flagged': { sentence: 'No flag stands on this case any more. Open the case to see where it stands.' },
};

export const SAMPLES_REFUSALS: RefusalCopy<ReasonsOf<RecordSamplesOutcome>> = {
  'case-closed': CLOSED,
  'taken-in-the-future': { sentence: 'The day they were taken must be today or earlier', field: 'takenDay' },
  'kept-until-before-taken': {
    sentence: 'The day until which they are kept must be later than the day they were taken',
    field: 'keptDay',
  },
  'kept-until-past': {
    sentence: 'That day has passed. Ask the referral centre whether they are still kept, and until when',
    field: 'keptDay',
  },
  'kept-too-long': { sentence: 'Check the year until which they are kept', field: 'keptDay' },
};

export const SIGNPOST_REFUSALS: RefusalCopy<ReasonsOf<RecordSignpostOutcome>> = {
  'case-closed': CLOSED,
  'nothing-chosen': { sentence: 'Select at least one service', field: 'kinds' },
  'in-the-future': { sentence: 'The time must be now or in the past', field: 'givenDay' },
  'before-the-case': { sentence: 'The time must be after the case began', field: 'givenDay' },
};

export const CHECK_IN_REFUSALS: RefusalCopy<ReasonsOf<PromiseCheckInOutcome>> = {
  'not-in-the-future': { sentence: 'The day must be later than today', field: 'onDay' },
  'too-far-ahead': { sentence: 'Choose a day within three years', field: 'onDay' },
  'promised-already': { sentence: 'The person has asked for this day already', field: 'onDay' },
  'contact-stopped': {
    sentence:
      'The person is not contacted any more. A duty lead can open contact again when the person asks for it.',
  },
};

export const TRANSFER_REFUSALS: RefusalCopy<ReasonsOf<OfferTransferOutcome>> = {
  'case-closed': CLOSED,
  'offered-already': {
    sentence: 'A hand-over has begun already. Open the case to record their answer.',
  },
  'being-redirected': {
    sentence: 'Another body has been asked to take this referral. End that first: open the case.',
  },
  unreadable: UNREADABLE,
};

export const CRIME_NUMBER_REFUSALS: RefusalCopy<ReasonsOf<CheckCrimeNumberOutcome>> = {
  'nothing-to-check': { sentence: 'No report to the police is on record. Record it first.' },
  'checked-already': { sentence: 'Somebody else has read the number again already.' },
  'recorded-it': { sentence: 'You recorded the number yourself. Ask a colleague to read it again.' },
  differs: {
    sentence: 'This is not what your colleague wrote. Ask the person once more, and speak to your colleague',
    field: 'number',
  },
  unreadable: UNREADABLE,
};

export const POLICE_REFUSALS: RefusalCopy<ReasonsOf<RecordPoliceReportOutcome>> = {
  'reported-from-the-start': {
    sentence: 'The police sent this referral, so the report is on record from the start.',
  },
  'recorded-already': { sentence: 'A report to the police is on record already.' },
  'is-a-supporter': {
    sentence:
      'This is a record of support for family and friends. A report belongs to the person whom it happened to.',
  },
  'unknown-police': { sentence: 'Select a police force', field: 'agency' },
  'in-the-future': { sentence: 'The day must be today or earlier', field: 'reportedDay' },
  unreadable: UNREADABLE,
};

export const RESTART_REFUSALS: RefusalCopy<ReasonsOf<RestartSupportOutcome>> = {
  'still-open': { sentence: 'This case is open, so support goes on in it.' },
  'own-pathway': {
    sentence:
      'This person is on a pathway of their own. Take the new call from “Take a referral”, so that nothing is compared.',
  },
  'agreement-first': {
    sentence: 'Nobody has asked this person yet, so their name stays shut. Take a new referral instead.',
  },
  unreadable: { sentence: 'The record cannot be opened just now. Try again in a few minutes.' },
};

export const PLAN_TASK_REFUSALS: RefusalCopy<ReasonsOf<AddPlanTaskOutcome>> = {
  'case-closed': CLOSED,
  'due-not-ahead': { sentence: 'The time by which it is done must be in the future', field: 'dueDay' },
  'due-too-far-ahead': { sentence: 'Choose a time within a year', field: 'dueDay' },
  'words-missing': { sentence: 'Say in a few words what it is', field: 'words' },
  'no-such-owner': { sentence: 'Choose somebody who works here', field: 'owner' },
  unreadable: UNREADABLE,
};
