import { IdProperty, NumberProperty } from '../openapi/properties';

export class ContactStoppedView {
  @IdProperty('The case.')
  caseId: string;

  @NumberProperty('How many messages that waited were taken back.', 1)
  cancelledMessages: number;
}

export class ContactResumedView {
  @IdProperty('The case.')
  caseId: string;
}
