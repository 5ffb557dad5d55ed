import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AddRoute, PermitRoute, type Repeatable } from '#libs/casework';
import type { CaseId, RouteId, StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ADD_ROUTE_REFUSALS, PERMIT_REFUSALS } from './route.copy';
import { AddRouteBody, PermitRouteBody } from './route.dto';
import { RouteKeptView } from './safe-contact.view';
import { wayOf } from './way.dto';

@ApiTags('safe contact')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/routes')
export class RoutesController {
  constructor(
    private readonly addRoute: AddRoute,
    private readonly permitRoute: PermitRoute,
  ) {}

  @ForAct('add-route')
  @ActAnswers({
    id: 'addRoute',
    summary: 'Write down a way to reach the person that somebody has just told you',
    description:
      'A telephone takes calls, texts and voicemail, a landline no texts; an e-mail address takes e-mail alone. A yes to what it cannot carry is refused.',
    type: RouteKeptView,
    status: 201,
  })
  @Post()
  async add(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { route, saidBy }: AddRouteBody,
  ): Promise<RouteKeptView> {
    const input = { caseId: id as CaseId, route: wayOf(route), saidBy };
    const { caseId, routeId } = done(
      await this.addRoute.execute(actor, input, repeatable),
      ADD_ROUTE_REFUSALS,
    );
    return { caseId, routeId };
  }

  @ForAct('permit-route')
  @ActAnswers({
    id: 'permitRoute',
    summary: 'Write down anew what is safe on a number',
    description: 'A number on hold comes back only through a duty lead.',
    type: RouteKeptView,
    ifMatch: true,
  })
  @Post('/:routeId/permissions')
  async permit(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('routeId', SafeIdPipe) route: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { saidBy, ...permissions }: PermitRouteBody,
  ): Promise<RouteKeptView> {
    const input = { caseId: id as CaseId, routeId: route as RouteId, revision, permissions, saidBy };
    const { caseId, routeId } = done(
      await this.permitRoute.execute(actor, input, repeatable),
      PERMIT_REFUSALS,
    );
    return { caseId, routeId };
  }
}
