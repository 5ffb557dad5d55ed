import { IdProperty } from '../openapi/properties';

export class RouteKeptView {
  @IdProperty('The case.')
  caseId: string;

  @IdProperty('The route.')
  routeId: string;
}
