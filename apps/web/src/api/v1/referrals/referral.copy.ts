import type { AskCorrectedStartOutcome, SubmitRefusal } from '#libs/casework';
import type { ReportTimeRefusal, RequiredAnswer } from '#libs/domain';
import type { RefusalCopy } from '../../../errors/refusal';

const REPORT_TIMES: RefusalCopy<ReportTimeRefusal> = {
  'reported-in-the-future': {
    sentence: 'reportedAt is in the future: give the time at which the person reported',
    field: 'reportedAt',
  },
  'reported-too-early': {
    sentence: 'reportedAt is before 1950: check the year of the report',
    field: 'reportedAt',
  },
};

export const SUBMIT_REFUSALS: RefusalCopy<SubmitRefusal> = {
  'not-allowed': { sentence: '', problem: 'not-found' },
  ...REPORT_TIMES,
  'born-after-report': {
    sentence: 'bornOn is after the report: check the year of birth',
    field: 'bornOn',
  },
  'unknown-district': {
    sentence: 'district must be the code of a district of this area, such as E07999999',
    field: 'district',
  },
  'calendar-ends': {
    sentence:
      'The bank holidays after that time are not known yet, so no deadline can be given. Phone the first responders, and tell an administrator.',
  },
};

/** Where each required answer belongs in the body, and what to send. */
export const MISSING_ANSWERS: Readonly<Record<RequiredAnswer, { field: string; message: string }>> = {
  nameToAskFor: { field: 'nameToAskFor', message: 'nameToAskFor must be a name to ask for' },
  age: { field: 'ageInYears', message: 'Give an age in years, or a date of birth as bornOn' },
  district: { field: 'district', message: 'district must be the code of a district of this area' },
  reportedAt: { field: 'reportedAt', message: 'reportedAt must say when the person reported to the police' },
  agreement: { field: 'agreement', message: 'agreement must say whether the person agreed' },
  safeContact: {
    field: 'alternative',
    message:
      'Give a safe number as route, or say what stands in for it as alternative; to ask again needs the time by which',
  },
};

type CorrectionRefusal = Extract<AskCorrectedStartOutcome, { kind: 'refused' }>['reason'];

export const CORRECTION_REFUSALS: RefusalCopy<CorrectionRefusal> = {
  ...REPORT_TIMES,
  unchanged: {
    sentence: 'reportedAt is the time already recorded: send the time that is right',
    field: 'reportedAt',
  },
};
