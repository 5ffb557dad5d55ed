import { IsIn } from 'class-validator';
import {
  FEEDBACK_ABOUT,
  FEEDBACK_ANSWERS,
  FEEDBACK_CONSENTS,
  FEEDBACK_POINTS,
  type FeedbackAbout,
  type FeedbackAnswer,
  type FeedbackConsent,
  type FeedbackPoint,
} from '#libs/domain';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, InstantProperty } from '../openapi/properties';

export class RecordFeedbackBody {
  @CodeProperty(FEEDBACK_CONSENTS, 'How the person agreed to be asked: without that nobody is asked.')
  @IsIn(FEEDBACK_CONSENTS)
  consent: FeedbackConsent;

  @CodeProperty(FEEDBACK_POINTS, 'At which point of the journey.')
  @IsIn(FEEDBACK_POINTS)
  point: FeedbackPoint;

  @CodeProperty(FEEDBACK_ABOUT, 'Whom it is about.')
  @IsIn(FEEDBACK_ABOUT)
  about: FeedbackAbout;

  @CodeProperty(FEEDBACK_ANSWERS, 'Whether they were told what they needed to know.')
  @IsIn(FEEDBACK_ANSWERS)
  informed: FeedbackAnswer;

  @CodeProperty(FEEDBACK_ANSWERS, 'Whether they were kept up to date.')
  @IsIn(FEEDBACK_ANSWERS)
  updated: FeedbackAnswer;

  @CodeProperty(FEEDBACK_ANSWERS, 'Whether they felt supported.')
  @IsIn(FEEDBACK_ANSWERS)
  supported: FeedbackAnswer;

  @InstantProperty('When they said so.')
  @IsZonedInstant()
  happenedAt: string;
}
