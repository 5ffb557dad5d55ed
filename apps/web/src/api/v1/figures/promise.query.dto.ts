import { Matches } from 'class-validator';
import { TextProperty } from '../openapi/properties';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';

export class PromiseMonthQuery {
  @TextProperty('The month in which people reported.', '2026-09')
  @CleanText({ max: 7 }, { message: 'month must be written YYYY-MM, such as 2026-09' })
  @Matches(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, { message: 'month must be written YYYY-MM, such as 2026-09' })
  month: string;
}
