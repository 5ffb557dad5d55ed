import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  ALTERNATIVES,
  DANGERS,
  LANGUAGE_NEEDS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SAFE_TIMES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  WORKPLACES,
  type AlternativeKind,
  type Danger,
  type LanguageNeed,
  type OffenceGroup,
  type Relationship,
  type SafeTime,
  type SuspectAccess,
  type WhenBand,
  type Workplace,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import {
  CodeProperty,
  CodesProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';
import { IsReportTime } from '../requests/report-time.validator';
import { AgreedWordsBody } from '../safe-contact/agreed-words.dto';
import { RouteBody } from '../safe-contact/phone-route.dto';

const OPTIONAL = { required: false };

export class AlternativeBody {
  @CodeProperty(ALTERNATIVES, 'What stands in for a safe number; to ask again needs the time by which.')
  @IsIn(ALTERNATIVES)
  kind: AlternativeKind;

  @InstantProperty('By when whoever refers asks again.', OPTIONAL)
  @MayBeOmitted()
  @IsReportTime()
  by?: string;
}

/** Who is referred and how they can be called safely: asked whoever refers. */
export class ReferredPersonBody extends AgreedWordsBody {
  @InstantProperty('When a referral that is not from the police was received; now when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsReportTime()
  receivedAt?: string;

  @TextProperty('The name to ask for on a call.', 'Sample Person Quill', { maxLength: 100 })
  @CleanText(
    { max: 100, min: 1 },
    { message: '$property must be a name to ask for, of at most 100 characters' },
  )
  nameToAskFor: string;

  @NumberProperty('Age in years, known or estimated. Give this or bornOn.', 31, {
    ...OPTIONAL,
    minimum: 0,
    maximum: 120,
  })
  @MayBeOmitted()
  @IsInt({ message: '$property must be a whole number of years' })
  @Min(0)
  @Max(120)
  ageInYears?: number;

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    example: '1995-04-17',
    description: 'Date of birth.',
  })
  @MayBeOmitted()
  @IsRealDate()
  bornOn?: string;

  @ApiProperty({
    type: RouteBody,
    nullable: true,
    description: 'A safe way to call. Null when none is known yet; then say what stands in for it.',
  })
  @ValidateIf((_, value) => value !== null)
  @IsObject({ message: '$property must be a safe number, or null when none is known yet' })
  @ValidateNested()
  @Type(() => RouteBody)
  route: RouteBody | null;

  @ApiProperty({
    type: AlternativeBody,
    required: false,
    description: 'What stands in for a safe number. Needed when route is null.',
  })
  @MayBeOmitted()
  @IsObject({ message: '$property must say what stands in for a safe number' })
  @ValidateNested()
  @Type(() => AlternativeBody)
  alternative?: AlternativeBody;

  @CodeProperty(
    WORKPLACES,
    'Where the person or somebody close to them works, when it is one of these: nobody there but the referrer sees it.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsIn(WORKPLACES)
  worksFor?: Workplace;

  @CodesProperty(DANGERS, 'What puts this first.', OPTIONAL)
  @MayBeOmitted()
  @ArrayMaxSize(DANGERS.length)
  @ArrayUnique()
  @IsIn(DANGERS, { each: true })
  dangers?: Danger[];

  @CodeProperty(LANGUAGE_NEEDS, 'What is needed to talk.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(LANGUAGE_NEEDS)
  languageNeed?: LanguageNeed;

  @CodesProperty(SAFE_TIMES, 'When calls are safe; any time when left out.', OPTIONAL)
  @MayBeOmitted()
  @ArrayMaxSize(SAFE_TIMES.length)
  @ArrayUnique()
  @IsIn(SAFE_TIMES, { each: true })
  safeTimes?: SafeTime[];

  @CodeProperty(OFFENCE_GROUPS, 'What was reported; unsure when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(OFFENCE_GROUPS)
  offenceGroup?: OffenceGroup;

  @CodeProperty(WHEN_BANDS, 'How long ago; unknown when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(WHEN_BANDS)
  whenBand?: WhenBand;

  @CodeProperty(RELATIONSHIPS, 'Who the suspect is to the person; unknown when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(RELATIONSHIPS)
  relationship?: Relationship;

  @CodesProperty(SUSPECT_ACCESS, 'How close the suspect is to home and telephone.', OPTIONAL)
  @MayBeOmitted()
  @ArrayMaxSize(SUSPECT_ACCESS.length)
  @ArrayUnique()
  @IsIn(SUSPECT_ACCESS, { each: true })
  suspectAccess?: SuspectAccess[];
}
