import { IsIn } from 'class-validator';
import { REVIEW_MOVES, type ReviewMove } from '#libs/domain';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { CodeProperty, DayProperty } from '../openapi/properties';

export class PlanReviewBody {
  @DayProperty('A day that suits the person: later than today, within the weeks of the area.')
  @IsRealDate()
  on: string;
}

export class MoveReviewBody extends PlanReviewBody {
  @CodeProperty(REVIEW_MOVES, 'Why; nobody is to blame.')
  @IsIn(REVIEW_MOVES)
  reason: ReviewMove;
}
