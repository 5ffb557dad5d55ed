import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CHANGE_REASONS, DECLINE_REASONS, type ChangeReason, type DeclineReason } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import {
  CodeProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const DECISIONS = ['approve', 'decline', 'withdraw'] as const;
const LATEST_VERSION = 1_000_000;

/** What every proposal says besides its change. */
export class ProposalBody {
  @NumberProperty('The version that was read; another one since then is told with 409.', 1, { minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(LATEST_VERSION)
  basedOnVersion: number;

  @InstantProperty('When it should take effect; null as soon as a second person has approved it.', {
    nullable: true,
  })
  @ValidateIf((_, value) => value !== null)
  @IsZonedInstant({ message: '$property must be a time with an offset, or null' })
  effectiveFrom: string | null;

  @CodeProperty(CHANGE_REASONS, 'Why.')
  @IsIn(CHANGE_REASONS)
  reason: ChangeReason;
}

function Count(description: string, example: number): PropertyDecorator {
  return (target, key) => {
    NumberProperty(description, example, { minimum: 1, maximum: 100 })(target, key);
    IsInt({ message: '$property must be a whole number' })(target, key);
    Min(1)(target, key);
    Max(100)(target, key);
  };
}

export class ProposeAttemptPolicyBody extends ProposalBody {
  @Count('How many attempts.', 5)
  attempts: number;

  @Count('Over how many working days.', 5)
  workingDays: number;

  @Count('At how many times of day.', 2)
  timesOfDay: number;

  @Count('How many on one day at the most.', 2)
  mostPerDay: number;

  @Count('On how many numbers, where there are as many.', 2)
  routesWanted: number;

  @YesNoProperty('Whether one should be in the evening.', true)
  @IsBoolean()
  eveningWanted: boolean;
}

export class ProposeHolidaysBody extends ProposalBody {
  @TextProperty('Which calendar.', 'sample-service-days', { maxLength: 60 })
  @CleanText({ max: 60, min: 1 })
  calendar: string;

  @ApiProperty({ type: [String], example: ['2028-05-05'], description: 'Bank holidays to add.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsRealDate({ each: true })
  addedHolidays: string[];

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    example: '2029-12-31',
    description: 'The day up to which the list is complete now; left out it stays.',
  })
  @MayBeOmitted()
  @IsRealDate()
  knownUntil?: string;
}

export class TemplateTextBody {
  @TextProperty('The subject line.', 'A reference waits: {{reference}}', { maxLength: 200 })
  @CleanText({ max: 200, min: 1 })
  subject: string;

  @TextProperty('The text.', 'Open {{reference}} here: {{link}}', { maxLength: 1000 })
  @CleanText({ max: 1000, min: 1 })
  body: string;
}

export class ProposeTemplateBody extends ProposalBody {
  @TextProperty('Which message.', 'urgent-page', { maxLength: 60 })
  @CleanText({ max: 60, min: 1 })
  template: string;

  @ApiProperty({ type: TemplateTextBody, description: 'About one reference.' })
  @IsObject({ message: '$property must be a subject and a body' })
  @ValidateNested()
  @Type(() => TemplateTextBody)
  one: TemplateTextBody;

  @ApiProperty({ type: TemplateTextBody, description: 'About several.' })
  @IsObject({ message: '$property must be a subject and a body' })
  @ValidateNested()
  @Type(() => TemplateTextBody)
  many: TemplateTextBody;
}

export class DecideProposalBody {
  @CodeProperty(DECISIONS, 'Withdraw is for whoever proposed it, the others for anybody else.')
  @IsIn(DECISIONS)
  decision: (typeof DECISIONS)[number];

  @CodeProperty(DECLINE_REASONS, 'With decline: why.', { required: false })
  @ValidateIf(({ decision }: DecideProposalBody, value) => decision === 'decline' || value !== undefined)
  @IsIn(DECLINE_REASONS)
  reason?: DeclineReason;
}
