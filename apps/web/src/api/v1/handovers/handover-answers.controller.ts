import { Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AcceptHandover,
  CloseHandover,
  type AnswerHandoversOutcome,
  type Once,
  type Repeatable,
} from '#libs/casework';
import type { HandoverId, StaffActor } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { refuse } from '../../../errors/refusal';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ANSWER_REFUSALS } from './handover.copy';
import { HandoverAnsweredView } from './handover.view';

/** An offer never changes: it is open or answered. So the answers need no version, and the second is told 409. */
@ApiTags('handovers')
@ApiBearerAuth('bearer')
@Controller('/api/v1/handovers/:id')
@UseInterceptors(NoBody)
export class HandoverAnswersController {
  constructor(
    private readonly acceptHandover: AcceptHandover,
    private readonly closeHandover: CloseHandover,
  ) {}

  @ForAct('hand-over-cases')
  @ActAnswers({
    id: 'acceptHandover',
    summary: 'Accept a case that was offered',
    description: 'From now on you are the one who answers for it; for the team a duty lead accepts.',
    type: HandoverAnsweredView,
  })
  @Post('/accept')
  async accept(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<HandoverAnsweredView> {
    const input = { handoverIds: [id as HandoverId] };
    return answered(id, 'accepted', await this.acceptHandover.execute(actor, input, repeatable));
  }

  @ForAct('hand-over-cases')
  @ActAnswers({ id: 'declineHandover', summary: 'Give an offer back', type: HandoverAnsweredView })
  @Post('/decline')
  async decline(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<HandoverAnsweredView> {
    const input = { handoverIds: [id as HandoverId], answer: 'decline' } as const;
    return answered(id, 'declined', await this.closeHandover.execute(actor, input, repeatable));
  }

  @ForAct('hand-over-cases')
  @ActAnswers({ id: 'withdrawHandover', summary: 'Take an offer back', type: HandoverAnsweredView })
  @Post('/withdraw')
  async withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<HandoverAnsweredView> {
    const input = { handoverIds: [id as HandoverId], answer: 'withdraw' } as const;
    return answered(id, 'withdrawn', await this.closeHandover.execute(actor, input, repeatable));
  }
}

function answered(
  id: string,
  state: HandoverAnsweredView['state'],
  once: Once<AnswerHandoversOutcome>,
): HandoverAnsweredView {
  const [row] = done(once, ANSWER_REFUSALS).rows;
  if (row === undefined) throw notFound();
  if (row.decision !== 'answered') return refuse({ kind: 'refused', reason: row.decision }, ANSWER_REFUSALS);
  return { id, reference: row.reference, state };
}
