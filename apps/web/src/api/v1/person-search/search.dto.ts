import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Matches, Max, Min, ValidateIf } from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { CodeProperty, IdProperty, NumberProperty, TextProperty } from '../openapi/properties';

const OPTIONAL = { required: false };

/** What somebody is looked for by. It is posted and sealed, so that no address ever holds a name. */
export class BeginSearchBody {
  @TextProperty('As much of the name as is known.', 'Sample Person Quill', { maxLength: 100 })
  @CleanText({ max: 100, min: 1 })
  name: string;

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: 'Date of birth: finds far more than an age.',
    example: '1995-04-17',
  })
  @MayBeOmitted()
  @IsRealDate()
  bornOn?: string;

  @NumberProperty('Age in years, when no date of birth is known.', 31, {
    minimum: 0,
    maximum: 120,
    ...OPTIONAL,
  })
  @MayBeOmitted()
  @IsInt()
  @Min(0)
  @Max(120)
  ageInYears?: number;

  @TextProperty('A telephone number, with its country code.', '+447700900123', { ...OPTIONAL, maxLength: 16 })
  @MayBeOmitted()
  @CleanText({ max: 16 })
  @Matches(/^\+[1-9]\d{6,14}$/, { message: '$property must be a telephone number such as +447700900123' })
  number?: string;

  @TextProperty('The way in of the referral that waits for this search.', 'self', {
    ...OPTIONAL,
    maxLength: 40,
  })
  @MayBeOmitted()
  @CleanText({ max: 40, min: 1 })
  door?: string;
}

export const SEARCH_ANSWERS = ['new', 'same-person', 'same-report'] as const;

export class AnswerSearchBody {
  @CodeProperty(
    SEARCH_ANSWERS,
    'Somebody new; one of those shown with a new report; or one more call about a report we have.',
  )
  @IsIn(SEARCH_ANSWERS)
  answer: (typeof SEARCH_ANSWERS)[number];

  @IdProperty('The case of the person who was chosen; not with new.', OPTIONAL)
  @ValidateIf(({ answer }: AnswerSearchBody, value) => answer !== 'new' || value !== undefined)
  @SafeId()
  caseId?: string;
}

export class LinkSearchedBody {
  @IdProperty('The referral that followed the search.')
  @SafeId()
  referralId: string;
}
