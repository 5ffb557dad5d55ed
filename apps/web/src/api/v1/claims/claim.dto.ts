import { IsBoolean } from 'class-validator';
import { YesNoProperty } from '../openapi/properties';

export class ClaimBody {
  @YesNoProperty('Take the call over although a colleague said that they are calling.', false)
  @IsBoolean()
  insist: boolean;
}
