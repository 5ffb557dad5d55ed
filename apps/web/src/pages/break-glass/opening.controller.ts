import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenInEmergency } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { WithFreshFactor } from '../../sign-in/with-fresh-factor.decorator';
import { requireFreshFactor } from '../../sign-in/fresh-factor';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { OPENING, OPENING_REFUSALS } from './break-glass.copy';
import { openingPage } from './break-glass.page';
import { BLANK_OPENING, readOpening } from './opening.form';

const TEMPLATE = 'pages/break-glass/new.njk';

@Controller('/break-glass/new')
export class OpeningController {
  constructor(
    private readonly pages: Pages,
    private readonly openInEmergency: OpenInEmergency,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('break-glass')
  @WithFreshFactor()
  @Get()
  async form(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, TEMPLATE, openingPage({ raw: BLANK_OPENING, errors: [] }));
  }

  @ForAct('break-glass')
  @WithFreshFactor()
  @Post()
  async open(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const provenAt = requireFreshFactor(request);
    const form = readOpening(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, openingPage({ raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const opening = { ...form.input, provenAt };
    const outcome = resultOfForm(await this.openInEmergency.execute(actor, opening, act));
    switch (outcome.kind) {
      case 'opened':
        leaveNotice(request, { title: OPENING.saved, lines: [OPENING.savedNext] });
        return this.pages.redirect(reply, `/cases/${outcome.caseId}`);
      case 'not-found':
        return again([{ field: 'reference', message: OPENING.notThere }]);
      case 'refused':
        return again(refusalErrors(outcome, OPENING_REFUSALS, 'reference'));
    }
  }
}
