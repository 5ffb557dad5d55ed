import { IsIn } from 'class-validator';
import { PLAN_TASK_MATTERS, type PlanTaskMatter, type UserId } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, IdProperty, InstantProperty, TextProperty } from '../openapi/properties';

export class AddPlanTaskBody {
  @CodeProperty(PLAN_TASK_MATTERS, 'What is to be done.')
  @IsIn(PLAN_TASK_MATTERS)
  matter: PlanTaskMatter;

  @TextProperty('A few words more; needed for something else. They are sealed.', 'Sample words', {
    required: false,
    maxLength: 500,
  })
  @MayBeOmitted()
  @CleanText({ max: 500, min: 1 })
  words?: string;

  @InstantProperty('By when: ahead, within a year.')
  @IsZonedInstant()
  dueAt: string;

  @IdProperty('Whose it is; the team’s when left out.', { required: false })
  @MayBeOmitted()
  @SafeId()
  ownerUserId?: UserId;
}
