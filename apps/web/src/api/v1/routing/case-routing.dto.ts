import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  ACCESS_CODES,
  FORENSIC_ACTS,
  GENDERS_SERVED,
  OVERRIDE_REASONS,
  SUPPORT_KINDS,
  WANTED_SPACES,
  WANTED_WORKERS,
  type AccessCode,
  type ForensicAct,
  type GenderServed,
  type OverrideReason,
  type SupportKind,
  type WantedSpace,
  type WantedWorker,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const OPTIONAL = { required: false };
const MOST_HOURS = 24 * 366;
const MOST_LANGUAGES = 5;

/** What whoever routes knows of the person; what is left out is not known and keeps no door shut. */
export class RouteCaseBody {
  @CodesProperty(SUPPORT_KINDS, 'What support they want.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SUPPORT_KINDS.length)
  @ArrayUnique()
  @IsIn(SUPPORT_KINDS, { each: true })
  wanted: SupportKind[];

  @CodesProperty(FORENSIC_ACTS, 'What happened, as far as they have said; no account is needed.', OPTIONAL)
  @MayBeOmitted()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(FORENSIC_ACTS.length)
  @ArrayUnique()
  @IsIn(FORENSIC_ACTS, { each: true })
  acts?: ForensicAct[];

  @NumberProperty('How many whole hours ago, when they said it better than the referral did.', 30, {
    ...OPTIONAL,
    minimum: 0,
    maximum: MOST_HOURS,
  })
  @MayBeOmitted()
  @IsInt()
  @Min(0)
  @Max(MOST_HOURS)
  hoursAgo?: number;

  @CodeProperty(GENDERS_SERVED, 'Which services may take them.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(GENDERS_SERVED)
  gender?: GenderServed;

  @CodeProperty(WANTED_WORKERS, 'Whom they want as a worker; any when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(WANTED_WORKERS)
  workerGender?: WantedWorker;

  @CodeProperty(WANTED_SPACES, 'Where they want to be seen; any when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(WANTED_SPACES)
  space?: WantedSpace;

  @ApiProperty({
    type: [String],
    required: false,
    example: ['pl'],
    description: 'Languages in which they can be supported without an interpreter, as BCP 47 tags.',
  })
  @MayBeOmitted()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LANGUAGES)
  @ArrayUnique()
  @MaxLength(11, { each: true })
  @Matches(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, {
    each: true,
    message: '$property must be language tags such as en, pl or bfi',
  })
  languages?: string[];

  @CodesProperty(ACCESS_CODES, 'What they need to use a service.', OPTIONAL)
  @MayBeOmitted()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ACCESS_CODES.length)
  @ArrayUnique()
  @IsIn(ACCESS_CODES, { each: true })
  access?: AccessCode[];

  @YesNoProperty('Whether it is, or may be, domestic abuse; the referral counts as well.', false, OPTIONAL)
  @MayBeOmitted()
  @IsBoolean()
  domesticAbuse?: boolean;
}

export class ChooseRouteBody {
  @IdProperty('The answer that you read.')
  @SafeId()
  decisionId: string;

  @CodeProperty(SUPPORT_KINDS, 'For which support.')
  @IsIn(SUPPORT_KINDS)
  kind: SupportKind;

  @IdProperty('Which service.')
  @SafeId()
  serviceId: string;

  @CodeProperty(OVERRIDE_REASONS, 'Why this one.')
  @IsIn(OVERRIDE_REASONS)
  reason: OverrideReason;

  @TextProperty('In your own words; it is sealed. Leave out what happened.', 'The sample centre said so', {
    ...OPTIONAL,
    maxLength: 500,
  })
  @MayBeOmitted()
  @CleanText({ max: 500, min: 1 })
  note?: string;
}
