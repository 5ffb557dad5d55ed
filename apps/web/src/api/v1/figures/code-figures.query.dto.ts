import { Matches } from 'class-validator';
import { TextProperty } from '../openapi/properties';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';

const WORDS = 'quarter must be the first month of a quarter, written YYYY-MM, such as 2026-07';

export class CodeFiguresQuery {
  @TextProperty('The first month of the quarter; the newest that is published without it.', '2026-07', {
    required: false,
  })
  @MayBeOmitted()
  @CleanText({ max: 7 }, { message: WORDS })
  @Matches(/^(19|20|21)\d\d-(01|04|07|10)$/, { message: WORDS })
  quarter?: string;
}
