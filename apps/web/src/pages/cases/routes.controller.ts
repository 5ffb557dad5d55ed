import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevealRoute } from '#libs/casework';
import type { CaseId, RouteId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { requireAct } from '../form-acts/form-act';
import { CaseReading } from './case-reading';
import { closedRoutePage, shownRoutePage } from './route.page';

@Controller('/cases/:id/routes/:routeId')
export class RoutesController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly revealRoute: RevealRoute,
  ) {}

  /** A POST, so that a number is never behind an address that can be opened, kept or sent by mistake. */
  @Post('/show')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Param('routeId', SafeIdPipe) routeId: RouteId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'reveal-route');
    readFields(request.body, { single: [] });
    const { summary } = await this.cases.summary(actor, 'reveal-route', caseId);
    const outcome = await this.revealRoute.execute(actor, { caseId, routeId });
    switch (outcome.kind) {
      case 'revealed':
        return this.pages.show(
          reply,
          'pages/cases/route.njk',
          shownRoutePage(summary, { ...outcome, routeId }),
        );
      case 'not-found':
        throw notFound();
      case 'refused': {
        const page = closedRoutePage(summary, outcome.reason);
        return this.pages.show(reply, 'pages/cases/route-closed.njk', page, 409);
      }
    }
  }
}
