import { ApiProperty } from '@nestjs/swagger';
import {
  FEEDBACK_ABOUT,
  FEEDBACK_ANSWERS,
  FEEDBACK_CONSENTS,
  FEEDBACK_POINTS,
  isoOf,
  type PersonFeedback,
  type StaffActor,
} from '#libs/domain';
import { keepsToo, type CareRead } from '../cases/care-reader';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, IdProperty, InstantProperty } from '../openapi/properties';

export class FeedbackView {
  @IdProperty('What was said.')
  id: string;

  @CodeProperty(FEEDBACK_POINTS, 'At which point.')
  point: string;

  @CodeProperty(FEEDBACK_ABOUT, 'Whom it is about.')
  about: string;

  @CodeProperty(FEEDBACK_CONSENTS, 'How the person agreed to be asked.')
  consent: string;

  @CodeProperty(FEEDBACK_ANSWERS, 'Whether they were told what they needed to know.')
  informed: string;

  @CodeProperty(FEEDBACK_ANSWERS, 'Whether they were kept up to date.')
  updated: string;

  @CodeProperty(FEEDBACK_ANSWERS, 'Whether they felt supported.')
  supported: string;

  @InstantProperty('When they said so.')
  happenedAt: string;

  @IdProperty('Who recorded it.')
  recordedBy: string;

  @IdProperty('The service that keeps it; null when the desk does.', { nullable: true })
  keptBy: string | null;
}

export class CaseFeedbackView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [FeedbackView], description: 'The last first.' })
  feedback: FeedbackView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class FeedbackRecordedView {
  @IdProperty('The case.')
  caseId: string;
}

export function caseFeedbackView(
  { caseId, keptBy: reader }: Pick<CareRead, 'caseId' | 'keptBy'>,
  said: readonly PersonFeedback[],
  actor: StaffActor,
): CaseFeedbackView {
  const href = `/api/v1/cases/${caseId}/feedback`;
  return {
    caseId,
    feedback: said.map(({ id, point, about, consent, answers, happenedAt, recordedBy, keptBy }) => ({
      id,
      point,
      about,
      consent,
      ...answers,
      happenedAt: isoOf(happenedAt),
      recordedBy,
      keptBy,
    })),
    availableActions: availableOf([
      { action: 'record-feedback', method: 'POST', href, may: keepsToo(actor, reader, 'record-feedback') },
    ]),
  };
}
