import type { CallBackOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

export const CALL_BACK = {
  title: 'Promise a call at a time',
  intro: 'Only a time that the person named. It moves no deadline, and whoever calls next sees it.',
  submit: 'Promise this call',
  noTime: 'No time was agreed',
  saved: 'The call is promised.',
} as const;

export const WHEN = {
  legend: 'When do they want to be called?',
  hint: 'For example, 27 3 2026 and 4:30pm',
  missing: 'Enter the day',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time',
} as const;

type Reason = Extract<CallBackOutcome, { kind: 'refused' }>['reason'];

export const CALL_BACK_REFUSALS: RefusalCopy<Reason> = {
  'not-ahead': { sentence: 'The time must be in the future', field: 'callDay' },
  'too-far-ahead': { sentence: 'The time must be within the next 30 days', field: 'callDay' },
  'not-reached-yet': {
    sentence: 'Record first how the person was reached: only they can ask for a call at a time',
    field: 'callDay',
  },
  'contact-stopped': {
    sentence: 'All contact with this person is stopped, so no call can be promised',
    field: 'callDay',
  },
  'case-closed': { sentence: 'This case is closed, so nothing can be added to it.' },
};
