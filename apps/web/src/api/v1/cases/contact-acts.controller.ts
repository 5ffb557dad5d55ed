import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { RecordContactAttempt, RecordException, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type RouteId, type StaffActor } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { refuse } from '../../../errors/refusal';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import { ATTEMPT_REFUSALS, EXCEPTION_REFUSALS } from './contact-acts.copy';
import { conversationIn, RecordAttemptBody, RecordExceptionBody } from './contact-acts.dto';
import { AttemptRecordedView, ExceptionRecordedView } from './contact-acts.view';

@ApiTags('cases')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class ContactActsController {
  constructor(
    private readonly recordAttempt: RecordContactAttempt,
    private readonly recordException: RecordException,
  ) {}

  @ForAct('record-attempt')
  @ActAnswers({
    id: 'recordAttempt',
    summary: 'Record an attempt to reach the person',
    type: AttemptRecordedView,
    status: 201,
  })
  @Post('/attempts')
  async attempt(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: RecordAttemptBody,
  ): Promise<AttemptRecordedView> {
    const { routeId = null, channel, outcome: whatCame, happenedAt } = body;
    const input = {
      caseId: id as CaseId,
      routeId: routeId as RouteId | null,
      channel,
      outcome: whatCame,
      happenedAt: instant(happenedAt),
      conversation: conversationIn(body),
    };
    const outcome = resultOf(await this.recordAttempt.execute(actor, input, repeatable));
    switch (outcome.kind) {
      case 'recorded': {
        const { attemptId, caseId, flag, waitsForCheck, waitsForFollowUp } = outcome;
        return { attemptId, caseId, flag, waitsForCheck, waitsForFollowUp };
      }
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, ATTEMPT_REFUSALS);
    }
  }

  @ForAct('record-exception')
  @ActAnswers({
    id: 'recordException',
    summary: 'Record a listed reason why the promise could not be kept for a while',
    description: 'It stands beside the raw deadline and never moves it.',
    type: ExceptionRecordedView,
    status: 201,
  })
  @Post('/exceptions')
  async exception(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { reason, from, to }: RecordExceptionBody,
  ): Promise<ExceptionRecordedView> {
    const input = { caseId: id as CaseId, reason, from: instant(from), to: instant(to) };
    const outcome = resultOf(await this.recordException.execute(actor, input, repeatable));
    switch (outcome.kind) {
      case 'recorded':
        return { exceptionId: outcome.exceptionId, caseId: outcome.caseId };
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, EXCEPTION_REFUSALS);
    }
  }
}
