import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddRoute } from '#libs/casework';
import { SAID_BY, type CaseId, type StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { requireAct, resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { ADD_REFUSALS, NEW_ROUTE, ROUTE_ERRORS } from './route.copy';
import { readRoute, ROUTE_FIELDS } from './route.form';
import { newRoutePage } from './route.page';

const TEMPLATE = 'pages/safe-routes/new.njk';
const BLANK = { number: '', owner: 'own', whose: '', call: '', text: '', voicemail: '', saidBy: '' };

@Controller('/cases/:id/routes/new')
export class NewRouteController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly addRoute: AddRoute,
    private readonly serverKey: ServerKey,
  ) {}

  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'add-route');
    const { summary } = await this.cases.summary(actor, 'add-route', id);
    return this.pages.show(reply, TEMPLATE, newRoutePage(summary, { raw: BLANK, errors: [] }));
  }

  @Post()
  async add(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'add-route');
    const { summary } = await this.cases.summary(actor, 'add-route', id);
    const fields = readFields(request.body, { single: [...ROUTE_FIELDS, 'saidBy'] });
    const { raw, idempotencyKey } = fields;
    const form = readRoute(raw);
    const saidBy = SAID_BY.find((code) => code === raw.saidBy);
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, newRoutePage(summary, { raw, errors, idempotencyKey }), 400);
    const unsaid = saidBy === undefined ? [{ field: 'saidBy', message: ROUTE_ERRORS.saidBy }] : [];
    const errors = [...fields.errors, ...(form.kind === 'invalid' ? form.errors : []), ...unsaid];
    if (errors.length > 0 || form.kind === 'invalid' || saidBy === undefined) return again(errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { caseId: id, route: form.route, saidBy };
    const outcome = resultOfForm(await this.addRoute.execute(actor, input, act));
    switch (outcome.kind) {
      case 'added': {
        const callable = form.route.call === 'yes' ? NEW_ROUTE.callable : NEW_ROUTE.notCallable;
        const line = outcome.held ? NEW_ROUTE.held : callable;
        leaveNotice(request, { title: NEW_ROUTE.saved, lines: [line] });
        return this.pages.redirect(reply, `/cases/${id}`);
      }
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, ADD_REFUSALS));
    }
  }
}
