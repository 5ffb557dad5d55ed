import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { CodeProperty, IdProperty, TextProperty } from '../openapi/properties';
import { AgreedWordsBody } from '../safe-contact/agreed-words.dto';

const OPTIONAL = { required: false };
const CALLER_IDS = ['show', 'withhold'] as const;

export class AnswerersBody {
  @IdProperty('The number that others may answer, as a route of this case.')
  @SafeId()
  routeId: string;

  @TextProperty(
    'Who may answer it safely, as the person said; null takes the permission back.',
    'Her sister',
    {
      nullable: true,
      maxLength: 200,
    },
  )
  @ValidateIf((_, value) => value !== null)
  @CleanText({ max: 200, min: 1 }, { message: '$property must be at most 200 characters, or null' })
  who: string | null;
}

/** What the person agreed for the next call. What is left out stays as it is. */
export class ChangeSafeWordsBody extends AgreedWordsBody {
  @TextProperty('A word that says it is no longer safe.', 'weather', { ...OPTIONAL, maxLength: 50 })
  @MayBeOmitted()
  @CleanText({ max: 50, min: 1 })
  stopWord?: string;

  @CodeProperty(CALLER_IDS, 'Whether the number that they see may be ours.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(CALLER_IDS)
  callerId?: (typeof CALLER_IDS)[number];

  @ApiProperty({ type: AnswerersBody, required: false, description: 'Who may answer which number safely.' })
  @MayBeOmitted()
  @IsObject({ message: '$property must say who may answer which number' })
  @ValidateNested()
  @Type(() => AnswerersBody)
  answerers?: AnswerersBody;
}
