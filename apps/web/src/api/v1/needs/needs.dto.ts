import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import {
  NEED_ANSWERS,
  NEED_AREAS,
  RISK_ENDINGS,
  RISKS,
  type NeedAnswer,
  type NeedArea,
  type Risk,
  type RiskEnding,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, DayProperty, InstantProperty, TextProperty } from '../openapi/properties';

export class NeedAnswerBody {
  @CodeProperty(NEED_AREAS, 'Which area.')
  @IsIn(NEED_AREAS)
  area: NeedArea;

  @CodeProperty(NEED_ANSWERS, 'What the person said of it, or why they said nothing.')
  @IsIn(NEED_ANSWERS)
  answer: NeedAnswer;
}

export class RecordNeedsBody {
  @ApiProperty({ type: [NeedAnswerBody], description: 'An area that is left out was not asked about.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(NEED_AREAS.length)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => NeedAnswerBody)
  answers: NeedAnswerBody[];

  @InstantProperty('When you spoke.')
  @IsZonedInstant()
  happenedAt: string;
}

export class RaiseRiskBody {
  @CodeProperty(RISKS, 'Which risk.')
  @IsIn(RISKS)
  risk: Risk;

  @TextProperty('What makes you say so, in a few words. They are sealed.', 'Sample words', {
    required: false,
    maxLength: 500,
  })
  @MayBeOmitted()
  @CleanText({ max: 500, min: 1 })
  words?: string;

  @DayProperty('When somebody looks at it again: later than today, within the days of the area.')
  @IsRealDate()
  reviewOn: string;
}

export class ReviewRiskBody {
  @DayProperty('When somebody looks at it again: later than today, within the days of the area.')
  @IsRealDate()
  reviewOn: string;
}

export class CloseRiskBody {
  @CodeProperty(RISK_ENDINGS, 'Why it does not stand any more.')
  @IsIn(RISK_ENDINGS)
  ending: RiskEnding;
}
