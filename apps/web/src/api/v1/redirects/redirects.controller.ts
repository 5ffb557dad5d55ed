import { Body, Controller, Get, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AcknowledgeRedirect, RedirectReferral, TakeBackRedirect, type Repeatable } from '#libs/casework';
import { instant, type CaseId, type StaffActor } from '#libs/domain';
import { redirectsOf } from '#libs/persistence';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { maybeTextOf, textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ACKNOWLEDGE_REFUSALS, REDIRECT_REFUSALS, TAKE_BACK_REFUSALS } from './redirect.copy';
import { AcknowledgeRedirectBody, RedirectBody } from './redirect.dto';
import { RedirectEndedView, RedirectingView, RedirectsView, redirectView } from './redirect.view';

@ApiTags('redirects')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/redirects')
export class RedirectsController {
  constructor(
    private readonly cases: CaseReader,
    private readonly redirectReferral: RedirectReferral,
    private readonly acknowledgeRedirect: AcknowledgeRedirect,
    private readonly takeBackRedirect: TakeBackRedirect,
  ) {}

  @ForAct('open-case')
  @Answers({
    id: 'listRedirects',
    summary: 'Which other bodies were asked to take a case on',
    type: RedirectsView,
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<RedirectsView> {
    return this.cases.with(actor, id, async (manager, { caseId }) => {
      const records = await redirectsOf(manager, caseId);
      return { caseId, items: records.map((record) => redirectView(record, actor)) };
    });
  }

  @ForAct('redirect-referral')
  @ActAnswers({
    id: 'redirectReferral',
    summary: 'Judge that a case is for another body',
    description:
      'Nothing stops: the clock runs and the case stays ours until that body has acknowledged. Send the ETag of the case.',
    type: RedirectingView,
    status: 201,
    ifMatch: true,
  })
  @Post()
  async redirect(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason, receivingBody, basis }: RedirectBody,
  ): Promise<RedirectingView> {
    const input = { caseId: id as CaseId, revision, reason, receivingBody, basis };
    const { redirectId } = done(
      await this.redirectReferral.execute(actor, input, repeatable),
      REDIRECT_REFUSALS,
    );
    return { redirectId, caseId: id };
  }

  @ForAct('redirect-referral')
  @ActAnswers({
    id: 'acknowledgeRedirect',
    summary: 'Record that the other body takes the person on',
    description: 'The case closes now. Send the ETag of the redirect.',
    type: RedirectEndedView,
    ifMatch: true,
  })
  @Post('/acknowledgement')
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: AcknowledgeRedirectBody,
  ): Promise<RedirectEndedView> {
    const input = {
      caseId: id as CaseId,
      revision,
      how: body.how,
      acknowledgedAt: instant(body.acknowledgedAt),
      by: textOf(body.by),
      theirReference: maybeTextOf(body.theirReference),
    };
    const { caseId } = done(
      await this.acknowledgeRedirect.execute(actor, input, repeatable),
      ACKNOWLEDGE_REFUSALS,
    );
    return { caseId };
  }

  @ForAct('redirect-referral')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'takeBackRedirect',
    summary: 'Take a redirect back',
    description: 'The case goes on as it always did. Send the ETag of the redirect.',
    type: RedirectEndedView,
    ifMatch: true,
  })
  @Post('/take-back')
  async takeBack(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<RedirectEndedView> {
    const request = { caseId: id as CaseId, revision };
    const { caseId } = done(
      await this.takeBackRedirect.execute(actor, request, repeatable),
      TAKE_BACK_REFUSALS,
    );
    return { caseId };
  }
}
