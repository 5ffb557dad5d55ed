import { IsIn } from 'class-validator';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { CodeProperty, IdProperty } from '../openapi/properties';

const ANSWERS = ['accept', 'decline', 'withdraw'] as const;

export class AskSwapBody {
  @IdProperty('The colleague who is asked to take the shift.')
  @SafeId()
  toUserId: string;
}

export class AnswerSwapBody {
  @CodeProperty(ANSWERS, 'Accept and decline are for whoever was asked; withdraw for whoever asked.')
  @IsIn(ANSWERS)
  answer: (typeof ANSWERS)[number];
}
