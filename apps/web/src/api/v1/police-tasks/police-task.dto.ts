import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { ASK_CAUSES, TASK_ANSWERS, TASK_KINDS, type AskCause, type TaskKind } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, InstantProperty, TextProperty } from '../openapi/properties';
import { RouteBody } from '../safe-contact/phone-route.dto';

/** What ends a task, and "not yet", which does not. */
export const TEAM_ANSWERS = [...TASK_ANSWERS, 'ask-again'] as const;
export type TeamAnswer = (typeof TEAM_ANSWERS)[number];

const OPTIONAL = { required: false };

/** Needed for one answer, and read when it comes with another. */
function neededFor(answer: TeamAnswer): PropertyDecorator {
  return ValidateIf((body: AnswerTaskBody, value) => body.answer === answer || value !== undefined);
}

export class AnswerTaskBody {
  @CodeProperty(TEAM_ANSWERS, 'One of the answers that the task lists.')
  @IsIn(TEAM_ANSWERS)
  answer: TeamAnswer;

  @ApiProperty({
    type: RouteBody,
    required: false,
    description: 'With route-given: the number, and what is safe on it.',
  })
  @neededFor('route-given')
  @IsObject({ message: '$property must be a number with what is safe on it' })
  @ValidateNested()
  @Type(() => RouteBody)
  route?: RouteBody;

  @TextProperty('With crime-number-given: the crime number.', 'ZZ/000000/26', { ...OPTIONAL, maxLength: 40 })
  @neededFor('crime-number-given')
  @CleanText({ max: 40, min: 1 })
  crimeNumber?: string;

  @InstantProperty('With ask-again: when the team will try again, within two days.', OPTIONAL)
  @neededFor('ask-again')
  @IsZonedInstant()
  askAgainAt?: string;
}

export class AskPoliceBody {
  @CodeProperty(TASK_KINDS, 'What is needed.')
  @IsIn(TASK_KINDS)
  kind: TaskKind;

  @CodeProperty(ASK_CAUSES, 'Why it is asked; the police are not told.')
  @IsIn(ASK_CAUSES)
  cause: AskCause;
}
