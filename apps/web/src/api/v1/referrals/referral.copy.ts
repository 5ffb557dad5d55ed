import type { AskCorrectedStartOutcome, SubmitRefusal } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';

export const SUBMIT_REFUSALS: RefusalCopy<SubmitRefusal> = {
  'not-allowed': { sentence: '', problem: 'not-found' },
  'reported-in-the-future': {
    sentence: 'reportedAt is in the future: give the time at which the person reported',
    field: 'reportedAt',
  },
  'born-after-report': {
    sentence: 'bornOn is after the report: check the year of birth',
    field: 'bornOn',
  },
  'unknown-district': {
    sentence: 'district must be the code of a district of this area, such as E07000066',
    field: 'district',
  },
};

type CorrectionRefusal = Extract<AskCorrectedStartOutcome, { kind: 'refused' }>['reason'];

export const CORRECTION_REFUSALS: RefusalCopy<CorrectionRefusal> = {
  'in-the-future': {
    sentence: 'reportedAt is in the future: give the time at which the person reported',
    field: 'reportedAt',
  },
  unchanged: {
    sentence: 'reportedAt is the time already recorded: send the time that is right',
    field: 'reportedAt',
  },
};
