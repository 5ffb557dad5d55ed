import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import {
  FEWEST_YEARS,
  MOST_YEARS,
  RETENTION_GROUNDS,
  RETENTION_OUTCOMES,
  type RetentionGround,
  type RetentionOutcome,
} from '#libs/domain';
import { CodeProperty, NumberProperty } from '../openapi/properties';
import { ProposalBody } from './proposal.dto';

export class RetentionRuleBody {
  @CodeProperty(RETENTION_OUTCOMES, 'How the episode ended.')
  @IsIn(RETENTION_OUTCOMES)
  outcome: RetentionOutcome;

  @NumberProperty('How many years the record is kept after the last case ended.', 7, {
    minimum: FEWEST_YEARS,
    maximum: MOST_YEARS,
  })
  @IsInt({ message: '$property must be a whole number of years' })
  @Min(FEWEST_YEARS)
  @Max(MOST_YEARS)
  years: number;

  @CodeProperty(RETENTION_GROUNDS, 'Where the number comes from; assumed when nobody has laid it down.')
  @IsIn(RETENTION_GROUNDS)
  ground: RetentionGround;
}

export class ProposeRetentionBody extends ProposalBody {
  @ApiProperty({ type: [RetentionRuleBody], description: 'The whole schedule: one rule for each outcome.' })
  @IsArray()
  @ArrayMaxSize(RETENTION_OUTCOMES.length)
  @IsObject({ each: true, message: '$property must be a list of rules' })
  @ValidateNested({ each: true })
  @Type(() => RetentionRuleBody)
  rules: RetentionRuleBody[];
}
