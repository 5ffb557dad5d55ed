import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddRoute, type AddRouteOutcome, type RouteInput } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { ADD_REFUSALS, ADDED } from './way.copy';
import { BLANK_WAY, readWay } from './way.form';
import { wayPage, waysPage } from './way.page';
import { WAYS, type Way } from './ways';

const CHOOSE = 'pages/safe-routes/ways.njk';
const FORM = 'pages/safe-routes/way.njk';

/** Two small pages, so that nobody is asked about texts to an e-mail address and no script is needed. */
@Controller('/cases/:id/routes/new')
export class NewRouteController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly addRoute: AddRoute,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('add-route')
  @Get()
  async choose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { summary } = await this.cases.summary(actor, 'add-route', id);
    return this.pages.show(reply, CHOOSE, waysPage(summary));
  }

  @ForAct('add-route')
  @Get('/:way')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('way') named: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const way = wayOf(named);
    const { summary } = await this.cases.summary(actor, 'add-route', id);
    return this.pages.show(reply, FORM, wayPage(summary, { way, raw: BLANK_WAY, errors: [] }));
  }

  @ForAct('add-route')
  @Post('/:way')
  async add(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('way') named: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const way = wayOf(named);
    const { summary } = await this.cases.summary(actor, 'add-route', id);
    const form = readWay(request.body, way);
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid') {
      return this.pages.show(reply, FORM, wayPage(summary, { ...form, way }), 400);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: { way, ...raw } });
    const input = { caseId: id, route: form.route, saidBy: form.saidBy };
    const outcome = resultOfForm(await this.addRoute.execute(actor, input, act));
    switch (outcome.kind) {
      case 'added':
        leaveNotice(request, { title: ADDED.saved, lines: [whatFollows(form.route, outcome)] });
        return this.pages.redirect(reply, `/cases/${id}/safe-contact`);
      case 'not-found':
        throw notFound();
      case 'refused': {
        const errors = whatToPutRight(outcome, ADD_REFUSALS);
        return this.pages.show(reply, FORM, wayPage(summary, { way, raw, errors, idempotencyKey }), 400);
      }
    }
  }
}

function wayOf(named: string): Way {
  const way = WAYS.find((one) => one === named);
  if (way === undefined) throw notFound();
  return way;
}

function whatFollows(
  { kind, call, email }: RouteInput,
  { held }: Extract<AddRouteOutcome, { kind: 'added' }>,
): string {
  if (held) return ADDED.held;
  if (kind === 'email') return email === 'yes' ? ADDED.email : ADDED.notEmail;
  return call === 'yes' ? ADDED.call : ADDED.notCall;
}
