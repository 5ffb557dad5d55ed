import { Matches } from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { TextProperty } from '../openapi/properties';

const NAME = /^(19|20|21)\d\d-(01|04|07|10)\.[1-9]\d{0,3}$/;
const words = (field: string) => `${field} must be a quarter and a version, such as 2026-07.1`;

export class SnapshotComparisonQuery {
  @TextProperty('The earlier one: its quarter and version.', '2026-07.1')
  @CleanText({ max: 12 }, { message: words('before') })
  @Matches(NAME, { message: words('before') })
  before: string;

  @TextProperty('The later one: its quarter and version.', '2026-07.2')
  @CleanText({ max: 12 }, { message: words('after') })
  @Matches(NAME, { message: words('after') })
  after: string;
}
