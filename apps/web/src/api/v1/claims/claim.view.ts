import { IdProperty, InstantProperty, YesNoProperty } from '../openapi/properties';

export class ClaimView {
  @IdProperty('The case.')
  caseId: string;

  @YesNoProperty('False when a colleague is calling: ask them, or insist.', true)
  claimed: boolean;

  @IdProperty('Who is calling; null when it is you.', { nullable: true })
  heldBy: string | null;

  @InstantProperty('Since when, by the system’s clock; null when it is you.', { nullable: true })
  since: string | null;
}

export class ReleasedView {
  @IdProperty('The case.')
  caseId: string;
}
