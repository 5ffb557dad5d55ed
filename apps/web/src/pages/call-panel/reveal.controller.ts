import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClaimCase, RevealRoute, RevealWord, WORDS, type Word } from '#libs/casework';
import { WITHOUT_INTERPRETER, type CaseId, type RouteId, type StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';
import { nameWithIs } from '../colleagues/name-in-words';
import { takeNotice } from '../notices/notice';
import { callPage, closedPage, panelPage } from './panel.page';

@Controller('/cases/:id')
export class RevealController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly colleagues: Colleagues,
    private readonly revealRoute: RevealRoute,
    private readonly revealWord: RevealWord,
    private readonly claimCase: ClaimCase,
  ) {}

  @ForAct('reveal-route')
  @Get('/call')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'reveal-route', caseId);
    return this.pages.show(reply, 'pages/call-panel/call.njk', callPage(parts, takeNotice(request)));
  }

  /** A POST, so that a number is never behind an address that can be opened, kept or sent by mistake. */
  @ForAct('reveal-route')
  @Post('/routes/:routeId/show')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Param('routeId', SafeIdPipe) routeId: RouteId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw } = readFields(request.body, { single: ['withoutInterpreter', 'word'] });
    const withoutInterpreter = WITHOUT_INTERPRETER.find((code) => code === raw.withoutInterpreter) ?? null;
    const parts = await this.cases.contact(actor, 'reveal-route', caseId);
    const outcome = await this.revealRoute.execute(actor, { caseId, routeId, withoutInterpreter });
    switch (outcome.kind) {
      case 'revealed': {
        const heldBy = await this.heldBy(actor, caseId);
        const word = await this.wordOf(
          actor,
          caseId,
          WORDS.find((code) => code === raw.word),
        );
        const page = panelPage(parts, { ...outcome, routeId, heldBy, word, withoutInterpreter });
        return this.pages.show(reply, 'pages/call-panel/panel.njk', page);
      }
      case 'not-found':
        throw notFound();
      case 'refused':
        return this.pages.show(reply, 'pages/call-panel/closed.njk', closedPage(parts, outcome.reason), 409);
    }
  }

  /** Only what was asked for is opened; the number stays beside it, so that nobody loses the call. */
  private async wordOf(actor: StaffActor, caseId: CaseId, code: Word | undefined) {
    if (code === undefined) return null;
    const shown = await this.revealWord.execute(actor, { caseId, what: 'word', word: code });
    return shown.kind === 'revealed' ? { code, text: shown.text } : null;
  }

  /** Whoever looks at a number is about to call: others see that, and are told, and nobody is kept from calling. */
  private async heldBy(actor: StaffActor, caseId: CaseId): Promise<string | null> {
    const claim = await this.claimCase.execute(actor, { caseId, insist: false });
    if (claim.kind !== 'held') return null;
    const nameOf = await this.colleagues.names([claim.by], actor.userId);
    return `${nameWithIs(nameOf(claim.by))} on this case just now. Speak with them first, so that the phone does not ring twice.`;
  }
}
