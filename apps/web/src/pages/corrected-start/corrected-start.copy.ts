import type { AskCorrectedStartOutcome, StartCorrectionReason } from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

export const CORRECTED_START = {
  title: 'Ask for a correction of when it was reported',
  intro:
    'Both clocks start from the report. Nothing moves until a second person has confirmed the correction, and what the clocks said before stays on record.',
  reasonLegend: 'Why is a correction needed?',
  submit: 'Ask for the correction',
} as const;

export const CORRECTED = {
  legend: 'When was it really reported to police?',
  hint: 'For example, 27 3 2026 and 4:30pm',
  missing: 'Enter when it was reported to police',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time it was reported to police',
} as const;

export const REASON_WORDS: Readonly<Record<StartCorrectionReason, string>> = {
  'typed-wrongly': 'The time was typed wrongly',
  'reported-earlier': 'It was reported earlier than we knew',
  'reported-later': 'It was reported later than we knew',
};

export const REASON_MISSING = 'Select why a correction is needed';

type Refusal = Extract<AskCorrectedStartOutcome, { kind: 'refused' }>['reason'];

export const REFUSALS: RefusalCopy<Refusal> = {
  'reported-in-the-future': { sentence: 'The report must be now or in the past', field: 'correctedDay' },
  'reported-too-early': {
    sentence: 'Check the year of the report: it is before 1950',
    field: 'correctedYear',
  },
  unchanged: { sentence: 'This is the time that is on record already. Enter another', field: 'correctedDay' },
};
