import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import {
  EQUALITY_QUESTION_CODES,
  EQUALITY_QUESTIONS,
  NO_ANSWERS,
  type EqualityAnswer,
  type EqualityQuestion,
} from '#libs/domain';
import { CodeProperty } from '../openapi/properties';

export const EQUALITY_ANSWERS: readonly EqualityAnswer[] = [
  ...new Set([...Object.values(EQUALITY_QUESTIONS).flat(), ...NO_ANSWERS]),
];

export class EqualityAnswerBody {
  @CodeProperty(EQUALITY_QUESTION_CODES, 'Which question.')
  @IsIn(EQUALITY_QUESTION_CODES)
  question: EqualityQuestion;

  @CodeProperty(EQUALITY_ANSWERS, 'One of the answers to it, or why there is none.')
  @IsIn(EQUALITY_ANSWERS)
  answer: EqualityAnswer;
}

export class AnswerEqualityBody {
  @ApiProperty({ type: [EqualityAnswerBody], description: 'A question that is left out stays as it is.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(EQUALITY_QUESTION_CODES.length)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => EqualityAnswerBody)
  answers: EqualityAnswerBody[];
}
