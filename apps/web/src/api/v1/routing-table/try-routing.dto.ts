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
  Min,
} from 'class-validator';
import type { SafeguardingBody } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import {
  CodesProperty,
  IdProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { RouteCaseBody } from '../routing/case-routing.dto';

const OPTIONAL = { required: false };
const OLDEST = 120;
const TOLD = ['police', 'childrens-social-care'] as const satisfies readonly SafeguardingBody[];

/** Somebody made up. What is left out is not known, and keeps no door shut. */
export class TryRoutingBody extends RouteCaseBody {
  @NumberProperty('How old they are.', 24, { minimum: 0, maximum: OLDEST })
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  age: number;

  @NumberProperty('How old they were when it happened, not above the age now.', 23, {
    ...OPTIONAL,
    minimum: 0,
    maximum: OLDEST,
  })
  @MayBeOmitted()
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  ageThen?: number;

  @TextProperty('Where they live.', 'E07999999', OPTIONAL)
  @MayBeOmitted()
  @CleanText({ max: 9 })
  @Matches(/^[A-Z]\d{8}$/, { message: '$property must be the code of a district such as E07999999' })
  district?: string;

  @YesNoProperty('Whether the police have a report.', true)
  @IsBoolean()
  reported: boolean;

  @CodesProperty(
    TOLD,
    'Who was told about a child: under 13 the centre is reached through one of them.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(TOLD.length)
  @ArrayUnique()
  @IsIn(TOLD, { each: true })
  told?: (typeof TOLD)[number][];

  @IdProperty('A draft of your own; the rules in force when left out.', OPTIONAL)
  @MayBeOmitted()
  @SafeId()
  draftId?: string;
}
