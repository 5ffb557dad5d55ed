import { IsIn } from 'class-validator';
import { TASK_ENDS, type DoneOutcome, type NotNeededOutcome } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, DayProperty, InstantProperty, TextProperty } from '../openapi/properties';
import { PageQuery } from '../paging/page.query.dto';

const OPTIONAL = { required: false };
const SIDES = ['live', 'mine', 'reviews', 'planned'] as const;
const ENDS = Object.values(TASK_ENDS);

export const DONE_OUTCOMES: readonly DoneOutcome[] = [...new Set(ENDS.flatMap(({ done }) => [...done]))];
export const NOT_NEEDED_OUTCOMES: readonly NotNeededOutcome[] = [
  ...new Set(ENDS.flatMap((ends) => [...ends['not-needed']])),
];

export class SupportTasksQuery extends PageQuery {
  @CodeProperty(
    SIDES,
    'What waits now, what of it is yours, reviews of support, or what waits for its day; live when left out.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsIn(SIDES)
  which?: (typeof SIDES)[number];
}

export class FinishSupportTaskBody {
  @CodeProperty(DONE_OUTCOMES, 'What came of it: one of the answers to a task of its kind.')
  @IsIn(DONE_OUTCOMES)
  outcome: DoneOutcome;

  @DayProperty(
    'When a flag that is still so is looked at again, or until when samples are kept now.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsRealDate()
  nextOn?: string;
}

export class SupportTaskNotNeededBody {
  @CodeProperty(NOT_NEEDED_OUTCOMES, 'Why nobody needs to do it.')
  @IsIn(NOT_NEEDED_OUTCOMES)
  outcome: NotNeededOutcome;
}

export class SendSupportTaskBody {
  @TextProperty('Whom it was sent to: a person or a team there. It is sealed.', 'Sample service', {
    maxLength: 100,
  })
  @CleanText({ max: 100, min: 1 })
  to: string;
}

export class AcknowledgeSupportTaskBody {
  @TextProperty('Who there said that they have it. It is sealed.', 'Sample Adviser Wren', { maxLength: 100 })
  @CleanText({ max: 100, min: 1 })
  by: string;

  @InstantProperty('When they said so.')
  @IsZonedInstant()
  at: string;

  @TextProperty('Their reference. It is sealed.', 'ZZ-123', { ...OPTIONAL, maxLength: 100 })
  @MayBeOmitted()
  @CleanText({ max: 100, min: 1 })
  theirReference?: string;
}
