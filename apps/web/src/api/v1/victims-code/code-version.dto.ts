import { Matches } from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { TextProperty } from '../openapi/properties';

const VERSION = /^[a-z0-9-]{1,20}$/;

export class CompareVersionsQuery {
  @TextProperty('The first version.', '2021')
  @CleanText({ max: 20 })
  @Matches(VERSION)
  before: string;

  @TextProperty('The second version.', '2026-draft')
  @CleanText({ max: 20 })
  @Matches(VERSION)
  after: string;
}
