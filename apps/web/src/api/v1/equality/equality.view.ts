import { ApiProperty } from '@nestjs/swagger';
import {
  EQUALITY_QUESTION_CODES,
  equalityNow,
  mayDo,
  type EqualityEntry,
  type StaffActor,
} from '#libs/domain';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, IdProperty } from '../openapi/properties';
import { EQUALITY_ANSWERS } from './equality.dto';

export class EqualityAnswerView {
  @CodeProperty(EQUALITY_QUESTION_CODES, 'Which question.')
  question: string;

  @CodeProperty(EQUALITY_ANSWERS, 'What stands now.')
  answer: string;
}

export class CaseEqualityView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [EqualityAnswerView] })
  answers: EqualityAnswerView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class EqualityAnsweredView {
  @IdProperty('The case.')
  caseId: string;
}

export function caseEqualityView(
  caseId: string,
  entries: readonly EqualityEntry[],
  actor: StaffActor,
): CaseEqualityView {
  const now = equalityNow(entries);
  const href = `/api/v1/cases/${caseId}/equality`;
  return {
    caseId,
    answers: EQUALITY_QUESTION_CODES.map((question) => ({ question, answer: now[question] })),
    availableActions: availableOf([
      { action: 'answer-equality', method: 'POST', href, may: mayDo(actor, 'ask-equality') },
    ]),
  };
}
