import { IdProperty, TextProperty, YesNoProperty } from '../openapi/properties';

export class AttemptRecordedView {
  @IdProperty('The attempt.')
  attemptId: string;

  @IdProperty('The case.')
  caseId: string;

  @TextProperty(
    'Which safe-contact rule it was outside of, as a code; null when none.',
    'outside-safe-times',
    {
      nullable: true,
    },
  )
  flag: string | null;

  @YesNoProperty('True when a colleague must confirm this late entry before it counts.', false)
  waitsForCheck: boolean;

  @YesNoProperty('True when it must still be said how the person was known, and what they were given.', false)
  waitsForFollowUp: boolean;
}

export class ExceptionRecordedView {
  @IdProperty('The exception.')
  exceptionId: string;

  @IdProperty('The case.')
  caseId: string;
}
