import { CodesProperty, IdProperty, YesNoProperty } from '../openapi/properties';

/** What the caller should know about a time that the person named. */
export const FLAGS = ['outside-safe-times', 'after-a-deadline'];

export class FollowedUpView {
  @IdProperty('The attempt.')
  attemptId: string;

  @IdProperty('The case.')
  caseId: string;

  @YesNoProperty('Whether it now counts as a conversation.', true)
  counts: boolean;

  @YesNoProperty('True when a colleague must confirm it before it counts.', false)
  waitsForCheck: boolean;
}

export class CallBackPromisedView {
  @IdProperty('The promised call.')
  callBackId: string;

  @IdProperty('The case.')
  caseId: string;

  @CodesProperty(FLAGS, 'What the caller should know about this time.')
  flags: readonly string[];
}

export class ExhaustedProposedView {
  @IdProperty('What now waits for a duty lead. Nothing has changed yet.')
  checkId: string;

  @IdProperty('The case.')
  caseId: string;
}

export class BookingRecordedView {
  @IdProperty('The booking.')
  bookingId: string;

  @IdProperty('The case.')
  caseId: string;
}

export class SafeWordsChangedView {
  @IdProperty('The case.')
  caseId: string;
}
