import { IdProperty, NumberProperty } from '../openapi/properties';

export class RouteKeptView {
  @IdProperty('The case.')
  caseId: string;

  @IdProperty('The route.')
  routeId: string;
}

export class CardChangedView {
  @IdProperty('The case.')
  caseId: string;

  @NumberProperty('The version of the card that was written.', 4)
  version: number;
}
