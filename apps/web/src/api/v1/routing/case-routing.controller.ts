import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { OverrideRoute, ReadRoutingNotes, RouteCase, type Repeatable } from '#libs/casework';
import type { CaseId, RoutingDecisionId, ServiceId, StaffActor } from '#libs/domain';
import { caseRouting } from '#libs/persistence';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { notFound } from '../../../errors/problem';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { maybeTextOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { askedOf } from './asked';
import { CHOOSE_REFUSALS, ROUTE_REFUSALS } from './case-routing.copy';
import { ChooseRouteBody, RouteCaseBody } from './case-routing.dto';
import {
  CaseRoutedView,
  caseRoutingView,
  CaseRoutingView,
  choiceView,
  RouteChosenView,
} from './case-routing.view';
import { RoutingNotesView } from './routing-notes.view';

/** Where the person of a case may be sent, and why. */
@ApiTags('routing')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/routing')
export class CaseRoutingApiController {
  constructor(
    private readonly cases: CaseReader,
    private readonly routeCase: RouteCase,
    private readonly overrideRoute: OverrideRoute,
    private readonly readNotes: ReadRoutingNotes,
  ) {}

  @ForAct('see-routing')
  @Answers({
    id: 'readCaseRouting',
    summary: 'The newest answer about where a person may be sent, and what was chosen otherwise',
    type: CaseRoutingView,
  })
  @Get()
  read(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<CaseRoutingView> {
    return this.cases.with(actor, id, async (manager, { caseId, closedAt }) =>
      caseRoutingView(await caseRouting(manager, caseId), { actor, caseId, open: closedAt === null }),
    );
  }

  @ForAct('see-routing')
  @Answers({
    id: 'readRoutingNotes',
    summary: 'Why other services were chosen, with the words that were written',
    description: 'That the words were read is on record before they are opened.',
    type: RoutingNotesView,
  })
  @Get('/notes')
  async notes(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<RoutingNotesView> {
    const read = await this.readNotes.execute(actor, id as CaseId);
    if (read.kind === 'not-found') throw notFound();
    return { items: read.choices.map(({ note, ...choice }) => ({ ...choiceView(choice), note })) };
  }

  @ForAct('route-case')
  @ActAnswers({
    id: 'routeCase',
    summary: 'Ask where a person may be sent, and keep the answer',
    description:
      'What is left out is not known, and keeps no door shut. Each answer is kept beside those before.',
    type: CaseRoutedView,
    status: 201,
  })
  @Post()
  async route(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: RouteCaseBody,
  ): Promise<CaseRoutedView> {
    const input = { caseId: id as CaseId, asked: askedOf(body) };
    const { caseId, decisionId } = done(
      await this.routeCase.execute(actor, input, repeatable),
      ROUTE_REFUSALS,
    );
    return { caseId, decisionId };
  }

  @ForAct('route-case')
  @ActAnswers({
    id: 'chooseRoute',
    summary: 'Choose another service than the answer put first, with a reason',
    description: 'decisionId says which answer was read: a newer one since then is told with 409.',
    type: RouteChosenView,
    status: 201,
  })
  @Post('/choices')
  async choose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { decisionId, kind, serviceId, reason, note }: ChooseRouteBody,
  ): Promise<RouteChosenView> {
    const input = {
      caseId: id as CaseId,
      decisionId: decisionId as RoutingDecisionId,
      kind,
      serviceId: serviceId as ServiceId,
      reason,
      note: maybeTextOf(note),
    };
    const chosen = done(await this.overrideRoute.execute(actor, input, repeatable), CHOOSE_REFUSALS);
    return { caseId: chosen.caseId, choiceId: chosen.overrideId };
  }
}
