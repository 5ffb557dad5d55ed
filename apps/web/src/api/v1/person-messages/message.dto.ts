import { IsIn } from 'class-validator';
import { MESSAGE_CHANNELS, REVIEW_ANSWERS, type MessageChannel, type ReviewAnswer } from '#libs/domain';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, IdProperty, InstantProperty } from '../openapi/properties';

export class QueueMessageBody {
  @IdProperty('Where it goes: a route of this case.')
  @SafeId()
  routeId: string;

  @CodeProperty(MESSAGE_CHANNELS, 'In which form it goes there.')
  @IsIn(MESSAGE_CHANNELS)
  channel: MessageChannel;

  @InstantProperty('The time that it names: within the next 30 days. It never leaves after it.')
  @IsZonedInstant()
  aboutAt: string;
}

export class AnswerReviewBody {
  @CodeProperty(REVIEW_ANSWERS, 'What becomes of the route.')
  @IsIn(REVIEW_ANSWERS)
  answer: ReviewAnswer;
}
