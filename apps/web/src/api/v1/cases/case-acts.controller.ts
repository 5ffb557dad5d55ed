import { Body, Controller, Param, Post, Res, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RevealRoute, TakeCase, type Repeatable, type RevealRequest } from '#libs/casework';
import type { CaseId, RouteId, StaffActor } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { changedSince, IfMatch } from '../../../request-reading/entity-tag';
import { IdempotencyKey } from '../../../request-reading/idempotency-key';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { WithoutInterpreterBody } from '../contact/contact.dto';
import { doneIn } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import { CaseReader } from './case-reader';
import { CaseView } from './case.view';
import { REVEAL_REFUSALS } from './contact-acts.copy';
import { RevealedRouteView, revealedRouteView } from './identity.view';

@ApiTags('cases')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class CaseActsController {
  constructor(
    private readonly takeCase: TakeCase,
    private readonly revealRoute: RevealRoute,
    private readonly cases: CaseReader,
  ) {}

  @ForAct('take-case')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'takeCase',
    summary: 'Take a case on',
    description: 'From now on you are the one who answers for it.',
    type: CaseView,
    etag: true,
    ifMatch: true,
  })
  @Post('/take')
  async take(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    const request = { caseId: id as CaseId, revision };
    const outcome = resultOf(await this.takeCase.execute(actor, request, repeatable));
    switch (outcome.kind) {
      case 'taken': {
        const view = await this.cases.view(actor, id);
        reply.header('etag', view.etag);
        return view;
      }
      case 'not-found':
        throw notFound();
      case 'stale':
        throw changedSince(outcome.revision);
    }
  }

  /** Sent again with the same key it shows again, and is logged again: the log is of what was seen. */
  @ForAct('reveal-route')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'revealRoute',
    summary: 'Show one number with the words that go with it',
    description: 'Each showing is written to the access log before the answer leaves.',
    type: RevealedRouteView,
  })
  @Post('/routes/:routeId/reveal')
  async reveal(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('routeId', SafeIdPipe) routeId: string,
    @IdempotencyKey() _key: string,
  ): Promise<RevealedRouteView> {
    return this.show(actor, { caseId: id as CaseId, routeId: routeId as RouteId });
  }

  @ForAct('reveal-route')
  @ActAnswers({
    id: 'revealRouteWithoutInterpreter',
    summary: 'Show one number although the interpreter whom the person needs is not booked',
    description:
      'The reason is written down. Each showing is written to the access log before the answer leaves.',
    type: RevealedRouteView,
  })
  @Post('/routes/:routeId/reveal-without-interpreter')
  async revealWithoutInterpreter(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('routeId', SafeIdPipe) routeId: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: WithoutInterpreterBody,
  ): Promise<RevealedRouteView> {
    const route = { caseId: id as CaseId, routeId: routeId as RouteId };
    return this.show(actor, { ...route, withoutInterpreter: reason });
  }

  private async show(actor: StaffActor, request: RevealRequest): Promise<RevealedRouteView> {
    return revealedRouteView(doneIn(await this.revealRoute.execute(actor, request), REVEAL_REFUSALS));
  }
}
