import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { OUTCOME_ANSWERS, OUTCOME_MEASURES, type OutcomeAnswer, type OutcomeMeasure } from '#libs/domain';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, InstantProperty, NumberProperty } from '../openapi/properties';

export class OutcomeAnswerBody {
  @CodeProperty(OUTCOME_ANSWERS, 'A score, or why there is none.')
  @IsIn(OUTCOME_ANSWERS)
  answer: OutcomeAnswer;

  @NumberProperty('On the scale of the area; only with a score.', 3, { required: false, maximum: 100 })
  @MayBeOmitted()
  @IsInt()
  @Min(0)
  @Max(100)
  score?: number;
}

export class MeasureAnswerBody extends OutcomeAnswerBody {
  @CodeProperty(OUTCOME_MEASURES, 'Which measure.')
  @IsIn(OUTCOME_MEASURES)
  measure: OutcomeMeasure;
}

export class RecordOutcomesBody {
  @ApiProperty({ type: [MeasureAnswerBody], description: 'One answer to each measure that you asked about.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(OUTCOME_MEASURES.length)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MeasureAnswerBody)
  given: MeasureAnswerBody[];

  @InstantProperty('When the person said so.')
  @IsZonedInstant()
  happenedAt: string;
}
