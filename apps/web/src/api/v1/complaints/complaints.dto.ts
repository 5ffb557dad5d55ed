import { IsIn } from 'class-validator';
import {
  COMPLAINT_ABOUT,
  COMPLAINT_FINDINGS,
  type ComplaintAbout,
  type ComplaintFinding,
  type UserId,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, IdProperty, InstantProperty, TextProperty } from '../openapi/properties';

const STEPS = ['acknowledge', 'reopen', 'close', 'withdraw'] as const;

export class RecordComplaintBody {
  @CodeProperty(COMPLAINT_ABOUT, 'What it is about.')
  @IsIn(COMPLAINT_ABOUT)
  about: ComplaintAbout;

  @IdProperty('Which worker of this desk, when it is about one; never yourself.', { required: false })
  @MayBeOmitted()
  @SafeId()
  aboutUserId?: UserId;

  @TextProperty('What the person complains of, in their words. They are sealed.', 'Sample words', {
    maxLength: 500,
  })
  @CleanText({ max: 500, min: 1 })
  words: string;

  @InstantProperty('When it reached us.')
  @IsZonedInstant()
  receivedAt: string;
}

export class AnswerComplaintBody {
  @CodeProperty(COMPLAINT_FINDINGS, 'What was found.')
  @IsIn(COMPLAINT_FINDINGS)
  finding: ComplaintFinding;
}

export class ComplaintStepBody {
  @CodeProperty(STEPS, 'Which step.')
  @IsIn(STEPS)
  step: (typeof STEPS)[number];
}
