import { Matches } from 'class-validator';
import { TextProperty } from '../openapi/properties';

const VERSION = /^[a-z0-9-]{1,20}$/;

export class CompareVersionsQuery {
  @TextProperty('The first version.', '2021')
  @Matches(VERSION)
  before: string;

  @TextProperty('The second version.', '2026-draft')
  @Matches(VERSION)
  after: string;
}
