import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClaimCase, RevealRoute } from '#libs/casework';
import { WITHOUT_INTERPRETER, type CaseId, type RouteId, type StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';
import { nameWithIs } from '../colleagues/name-in-words';
import { requireAct } from '../form-acts/form-act';
import { takeNotice } from '../notices/notice';
import { callPage, closedPage, panelPage } from './panel.page';

@Controller('/cases/:id')
export class RevealController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly colleagues: Colleagues,
    private readonly revealRoute: RevealRoute,
    private readonly claimCase: ClaimCase,
  ) {}

  @Get('/call')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'reveal-route');
    const parts = await this.cases.contact(actor, 'reveal-route', caseId);
    return this.pages.show(reply, 'pages/call-panel/call.njk', callPage(parts, takeNotice(request)));
  }

  /** A POST, so that a number is never behind an address that can be opened, kept or sent by mistake. */
  @Post('/routes/:routeId/show')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Param('routeId', SafeIdPipe) routeId: RouteId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'reveal-route');
    const { raw } = readFields(request.body, { single: ['withoutInterpreter'] });
    const withoutInterpreter = WITHOUT_INTERPRETER.find((code) => code === raw.withoutInterpreter) ?? null;
    const parts = await this.cases.contact(actor, 'reveal-route', caseId);
    const outcome = await this.revealRoute.execute(actor, { caseId, routeId, withoutInterpreter });
    switch (outcome.kind) {
      case 'revealed': {
        const heldBy = await this.heldBy(actor, caseId);
        const page = panelPage(parts, { ...outcome, routeId, heldBy });
        return this.pages.show(reply, 'pages/call-panel/panel.njk', page);
      }
      case 'not-found':
        throw notFound();
      case 'refused':
        return this.pages.show(reply, 'pages/call-panel/closed.njk', closedPage(parts, outcome.reason), 409);
    }
  }

  /** Whoever looks at a number is about to call: others see that, and are told, and nobody is kept from calling. */
  private async heldBy(actor: StaffActor, caseId: CaseId): Promise<string | null> {
    const claim = await this.claimCase.execute(actor, { caseId, insist: false });
    if (claim.kind !== 'held') return null;
    const nameOf = await this.colleagues.names([claim.by], actor.userId);
    return `${nameWithIs(nameOf(claim.by))} on this case just now. Speak with them first, so that the phone does not ring twice.`;
  }
}
