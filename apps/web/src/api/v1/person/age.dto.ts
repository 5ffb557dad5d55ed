import { IsIn, IsInt, Max, Min } from 'class-validator';
import { AGE_CORRECTION_REASONS, type AgeCorrectionReason } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { CodeProperty, DayProperty, NumberProperty, TextProperty } from '../openapi/properties';

const OPTIONAL = { required: false };
const LONGEST = 500;

export class CorrectAgeBody {
  @NumberProperty('The age they have today. Give this or bornOn.', 31, {
    ...OPTIONAL,
    minimum: 0,
    maximum: 120,
  })
  @MayBeOmitted()
  @IsInt({ message: '$property must be a whole number of years' })
  @Min(0)
  @Max(120)
  ageInYears?: number;

  @DayProperty('The day they were born.', OPTIONAL)
  @MayBeOmitted()
  @IsRealDate()
  bornOn?: string;

  @CodeProperty(AGE_CORRECTION_REASONS, 'How it came out.')
  @IsIn(AGE_CORRECTION_REASONS)
  reason: AgeCorrectionReason;

  @TextProperty('What you were told; sealed.', 'Sample words of a sample worker', {
    ...OPTIONAL,
    maxLength: LONGEST,
  })
  @MayBeOmitted()
  @CleanText({ max: LONGEST, min: 1 })
  words?: string;
}
