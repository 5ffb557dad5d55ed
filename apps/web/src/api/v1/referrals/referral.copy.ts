import type { AskCorrectedStartOutcome, SubmitRefusal } from '#libs/casework';
import type { ReportTimeRefusal } from '#libs/domain';
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
    sentence: 'district must be the code of a district of this area, such as E07000066',
    field: 'district',
  },
  'calendar-ends': {
    sentence:
      'The bank holidays after that time are not known yet, so no deadline can be given. Phone the first responders, and tell an administrator.',
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
