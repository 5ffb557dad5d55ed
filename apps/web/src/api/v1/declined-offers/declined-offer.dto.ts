import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { DECLINED_ANSWERS, type DeclinedAnswer } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { CodeProperty, TextProperty } from '../openapi/properties';

export class DeclinedOfferBody {
  @CodeProperty(DECLINED_ANSWERS, 'What the person said to a call.')
  @IsIn(DECLINED_ANSWERS)
  answer: DeclinedAnswer;

  @TextProperty('Home district, as a code of the Office for National Statistics.', 'E07999999', {
    required: false,
    maxLength: 9,
  })
  @MayBeOmitted()
  @CleanText({ max: 9, min: 1 }, { message: '$property must be the code of a district of this area' })
  district?: string;

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    example: '2026-10-01',
    description: 'The day on which the person wants to be asked again.',
  })
  @MayBeOmitted()
  @IsRealDate()
  askAgainOn?: string;
}
