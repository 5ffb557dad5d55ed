import { Matches } from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { TextProperty } from '../openapi/properties';

const OPTIONAL = { required: false };

/** Who refers, when it is neither the person nor the police. */
export class ReferrerBody {
  @TextProperty('Who refers.', 'Sample Teacher Wren', { maxLength: 100 })
  @CleanText({ max: 100, min: 1 })
  name: string;

  @TextProperty('Where they work.', 'A sample school', { ...OPTIONAL, maxLength: 100 })
  @MayBeOmitted()
  @CleanText({ max: 100, min: 1 })
  organisation?: string;

  @TextProperty('Their number, with its country code.', '+447700900456', { ...OPTIONAL, maxLength: 16 })
  @MayBeOmitted()
  @CleanText({ max: 16 })
  @Matches(/^\+[1-9]\d{6,14}$/, { message: '$property must be a telephone number such as +447700900123' })
  phone?: string;
}
