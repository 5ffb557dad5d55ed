import { IsIn } from 'class-validator';
import { CodeProperty } from '../openapi/properties';

const DECISIONS = ['confirmed', 'declined'] as const;

export class DecideCheckBody {
  @CodeProperty(DECISIONS, 'What you found when you looked.')
  @IsIn(DECISIONS)
  decision: (typeof DECISIONS)[number];
}
