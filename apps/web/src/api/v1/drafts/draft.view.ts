import { ApiProperty } from '@nestjs/swagger';
import { DRAFT_STEPS, isoOf, mayDo, type DraftContents, type Instant, type StaffActor } from '#libs/domain';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, IdProperty, InstantProperty } from '../openapi/properties';

/** A referral of yours that was begun on a form and not sent. It ends by itself. */
export class DraftView {
  @IdProperty('The draft.')
  id: string;

  @InstantProperty('When it was begun.')
  startedAt: string;

  @InstantProperty('When it is deleted, unless it is changed before.')
  expiresAt: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class DraftsView {
  @ApiProperty({ type: [DraftView], description: 'Your own, newest change first; 20 at the most.' })
  items: DraftView[];
}

export class DraftStepView {
  @CodeProperty(DRAFT_STEPS, 'Which part of the form.')
  step: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What was typed there, exactly, by the names of the form’s fields.',
    example: { nameToAskFor: 'Sample Person Quill' },
  })
  answers: object;
}

export class OpenedDraftView extends DraftView {
  @ApiProperty({ type: [DraftStepView], description: 'The parts that were saved.' })
  steps: DraftStepView[];
}

export class DraftDiscardedView {
  @IdProperty('The draft that is gone.')
  id: string;
}

export function draftView(
  { id, startedAt, expiresAt }: { id: string; startedAt: Instant; expiresAt: Instant },
  actor: StaffActor,
): DraftView {
  const path = `/api/v1/drafts/${id}`;
  const may = mayDo(actor, 'keep-draft');
  return {
    id,
    startedAt: isoOf(startedAt),
    expiresAt: isoOf(expiresAt),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may },
      { action: 'discard', method: 'POST', href: `${path}/discard`, may },
    ]),
  };
}

export function draftStepsOf(contents: DraftContents): DraftStepView[] {
  return DRAFT_STEPS.flatMap((step) => {
    const saved = contents[step];
    return saved === undefined ? [] : [{ step, answers: saved.answers }];
  });
}
