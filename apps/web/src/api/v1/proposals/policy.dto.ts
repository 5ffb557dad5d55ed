import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { WorkingDayReading } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, NumberProperty, TextProperty } from '../openapi/properties';
import { ProposalBody } from './proposal.dto';

const READINGS = ['A', 'B', 'C'] as const satisfies readonly WorkingDayReading[];
const MOST_LIMBS = 10;
const MOST_WARNINGS = 10;
const LONGEST_SECONDS = 100 * 24 * 60 * 60;
const OPTIONAL = { required: false };

/** A limb of the version in force with what should differ. What is left out stays as it is. */
export class LimbChangeBody {
  @TextProperty('Which limb.', '1wd', { maxLength: 40 })
  @CleanText({ max: 40, min: 1 })
  id: string;

  @NumberProperty('The budget of an elapsed limb.', 86400, { ...OPTIONAL, minimum: 1 })
  @MayBeOmitted()
  @IsInt()
  @Min(1)
  @Max(LONGEST_SECONDS)
  seconds?: number;

  @NumberProperty('The budget of a working-day limb.', 1, { ...OPTIONAL, minimum: 1 })
  @MayBeOmitted()
  @IsInt()
  @Min(1)
  @Max(100)
  days?: number;

  @CodeProperty(READINGS, 'Which reading of a working day.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(READINGS)
  reading?: WorkingDayReading;

  @TextProperty('Close of service of a working-day limb.', '17:00', { ...OPTIONAL, maxLength: 5 })
  @MayBeOmitted()
  @CleanText({ max: 5 })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '$property must be a time such as 17:00' })
  closesAt?: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    required: false,
    example: [14400, 3600],
    description: 'Warnings, in seconds before the due instant.',
  })
  @MayBeOmitted()
  @IsArray()
  @ArrayMaxSize(MOST_WARNINGS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LONGEST_SECONDS, { each: true })
  warnSecondsBefore?: number[];
}

export class ProposePolicyBody extends ProposalBody {
  @TextProperty('Which policy.', 'sample-first-contact', { maxLength: 60 })
  @CleanText({ max: 60, min: 1 })
  policy: string;

  @ApiProperty({ type: [LimbChangeBody], description: 'The limbs that should differ.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LIMBS)
  @IsObject({ each: true, message: '$property must be a list of limbs with what differs' })
  @ValidateNested({ each: true })
  @Type(() => LimbChangeBody)
  limbs: LimbChangeBody[];

  @TextProperty('Which limb escalates.', '1wd', { maxLength: 40 })
  @CleanText({ max: 40, min: 1 })
  bindingLimb: string;
}
