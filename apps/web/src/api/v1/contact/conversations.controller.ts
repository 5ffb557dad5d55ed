import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { FollowUpConversation, PromiseCallBack, type Repeatable } from '#libs/casework';
import { instant, type AttemptId, type CaseId, type StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { conversationOf } from '../cases/contact-acts.dto';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { CALL_BACK_REFUSALS, FOLLOW_UP_REFUSALS } from './contact.copy';
import { PromiseCallBackBody } from './contact.dto';
import { CallBackPromisedView, FollowedUpView } from './contact-done.view';
import { FollowUpBody } from './conversation.dto';

@ApiTags('contact')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class ConversationsController {
  constructor(
    private readonly followUpConversation: FollowUpConversation,
    private readonly promiseCallBack: PromiseCallBack,
  ) {}

  @ForAct('record-attempt')
  @ActAnswers({
    id: 'followUpConversation',
    summary: 'Say of a conversation how the person was known and what they were given',
    description: 'Only whoever spoke with them can. Until then it counts as reached, not as a conversation.',
    type: FollowedUpView,
    status: 201,
  })
  @Post('/attempts/:attemptId/follow-up')
  async followUp(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('attemptId', SafeIdPipe) attemptId: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { identity, ...given }: FollowUpBody,
  ): Promise<FollowedUpView> {
    const conversation = conversationOf({ identity, ...given });
    const input = { caseId: id as CaseId, attemptId: attemptId as AttemptId, conversation };
    const { caseId, counts, waitsForCheck } = done(
      await this.followUpConversation.execute(actor, input, repeatable),
      FOLLOW_UP_REFUSALS,
    );
    return { attemptId, caseId, counts, waitsForCheck };
  }

  @ForAct('promise-call-back')
  @ActAnswers({
    id: 'promiseCallBack',
    summary: 'Promise a call for a time that the person named',
    description: 'It moves no deadline; a newer promise takes the place of an older one.',
    type: CallBackPromisedView,
    status: 201,
  })
  @Post('/call-backs')
  async callBack(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { at, attemptId }: PromiseCallBackBody,
  ): Promise<CallBackPromisedView> {
    const input = {
      caseId: id as CaseId,
      at: instant(at),
      attemptId: (attemptId ?? null) as AttemptId | null,
    };
    const { callBackId, caseId, flags } = done(
      await this.promiseCallBack.execute(actor, input, repeatable),
      CALL_BACK_REFUSALS,
    );
    return { callBackId, caseId, flags };
  }
}
