import { Matches } from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { TextProperty } from '../openapi/properties';

const WORDS = 'year must be a year in four digits, such as 2025';

export class ReachQuery {
  @TextProperty(
    'The year in which it begins: 2025 is April 2025 to March 2026; the newest without it.',
    '2025',
    {
      required: false,
    },
  )
  @MayBeOmitted()
  @CleanText({ max: 4 }, { message: WORDS })
  @Matches(/^(19|20|21)\d\d$/, { message: WORDS })
  year?: string;
}
