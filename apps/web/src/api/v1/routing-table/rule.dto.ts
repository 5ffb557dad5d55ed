import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  ACCESS_CODES,
  FORENSIC_ACTS,
  SUPPORT_KINDS,
  WANTED_SPACES,
  WANTED_WORKERS,
  type AccessCode,
  type ForensicAct,
  type SupportKind,
  type WantedSpace,
  type WantedWorker,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, CodesProperty, TextProperty, YesNoProperty } from '../openapi/properties';
import { RoutingEffectBody } from './effect.dto';
import { AgesBody, HoursBody } from './span.dto';

const OPTIONAL = { required: false };
const MOST_DISTRICTS = 100;
const FORENSIC = ['may-be-open', 'outside'] as const;

function AnyOf(codes: readonly string[], description: string): PropertyDecorator {
  return (target, key) => {
    CodesProperty(codes, description, OPTIONAL)(target, key);
    MayBeOmitted()(target, key);
    IsArray()(target, key);
    ArrayMinSize(1)(target, key);
    ArrayMaxSize(codes.length)(target, key);
    ArrayUnique()(target, key);
    IsIn(codes, { each: true })(target, key);
  };
}

/** For whom a rule counts: all that is said must hold, and what is left out does not matter. */
export class RoutingConditionsBody {
  @ApiProperty({ type: AgesBody, required: false, description: 'How old they are.' })
  @MayBeOmitted()
  @IsObject()
  @ValidateNested()
  @Type(() => AgesBody)
  ageNow?: AgesBody;

  @ApiProperty({ type: AgesBody, required: false, description: 'How old they were when it happened.' })
  @MayBeOmitted()
  @IsObject()
  @ValidateNested()
  @Type(() => AgesBody)
  ageAtIncident?: AgesBody;

  @ApiProperty({
    type: [String],
    required: false,
    example: ['E07999999'],
    description: 'Any of these districts.',
  })
  @MayBeOmitted()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_DISTRICTS)
  @ArrayUnique()
  @MaxLength(9, { each: true })
  @Matches(/^[A-Z]\d{8}$/, { each: true, message: '$property must be codes of districts such as E07999999' })
  districts?: string[];

  @YesNoProperty('Whether the police have a report.', true, OPTIONAL)
  @MayBeOmitted()
  @IsBoolean()
  reported?: boolean;

  @AnyOf(FORENSIC_ACTS, 'Any of these may have happened.')
  acts?: ForensicAct[];

  @ApiProperty({ type: HoursBody, required: false, description: 'How long ago it was.' })
  @MayBeOmitted()
  @IsObject()
  @ValidateNested()
  @Type(() => HoursBody)
  hours?: HoursBody;

  @CodeProperty(FORENSIC, 'Whether an examination may still find something.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(FORENSIC)
  forensic?: (typeof FORENSIC)[number];

  @AnyOf(SUPPORT_KINDS, 'They ask for any of these.')
  wanted?: SupportKind[];

  @AnyOf(WANTED_WORKERS, 'Whom they ask for as a worker.')
  workerGender?: WantedWorker[];

  @AnyOf(WANTED_SPACES, 'Where they ask to be seen.')
  space?: WantedSpace[];

  @YesNoProperty('Whether they need another language than English.', false, OPTIONAL)
  @MayBeOmitted()
  @IsBoolean()
  anotherLanguage?: boolean;

  @AnyOf(ACCESS_CODES, 'They need any of these.')
  access?: AccessCode[];

  @YesNoProperty('Whether it is, or may be, domestic abuse.', false, OPTIONAL)
  @MayBeOmitted()
  @IsBoolean()
  domesticAbuse?: boolean;
}

export class RoutingRuleBody {
  @TextProperty('What the rule is for; no names of people.', 'Sample: the centre of the east', {
    maxLength: 120,
  })
  @CleanText({ max: 120, min: 1 })
  title: string;

  @ApiProperty({ type: RoutingConditionsBody })
  @IsObject()
  @ValidateNested()
  @Type(() => RoutingConditionsBody)
  when: RoutingConditionsBody;

  @ApiProperty({ type: RoutingEffectBody })
  @IsObject()
  @ValidateNested()
  @Type(() => RoutingEffectBody)
  then: RoutingEffectBody;
}
