import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PermitRoute } from '#libs/casework';
import {
  CONTRADICTIONS,
  mayDo,
  SAID_BY,
  type CaseId,
  type Route,
  type RouteId,
  type StaffActor,
} from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors, refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { PERMIT, PERMIT_REFUSALS, ROUTE_ERRORS } from './route.copy';
import { readPermissions } from './route.form';
import { permitPage } from './route.page';

const TEMPLATE = 'pages/safe-routes/permissions.njk';

@Controller('/cases/:id/routes/:routeId/permissions')
export class PermissionsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly permitRoute: PermitRoute,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('permit-route')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('routeId', SafeIdPipe) routeId: RouteId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.read(actor, id, routeId);
    const raw = { ...saidBefore(read.route), saidBy: '' };
    return this.pages.show(reply, TEMPLATE, permitPage(read.summary, { ...read, raw, errors: [] }));
  }

  @ForAct('permit-route')
  @Post()
  async save(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('routeId', SafeIdPipe) routeId: RouteId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.read(actor, id, routeId);
    const single = ['call', 'text', 'voicemail', 'saidBy', 'revision'] as const;
    const { raw, errors: unclean, idempotencyKey } = readFields(request.body, { single });
    const errors: FieldError[] = [...unclean];
    const permissions = readPermissions(raw, (field, message) => errors.push({ field, message }));
    const saidBy = SAID_BY.find((code) => code === raw.saidBy);
    if (saidBy === undefined) errors.push({ field: 'saidBy', message: ROUTE_ERRORS.saidBy });
    const revision = readRevision(raw.revision);
    if (errors.length > 0 || permissions === null || saidBy === undefined) {
      const page = permitPage(read.summary, { ...read, raw, errors, idempotencyKey });
      return this.pages.show(reply, TEMPLATE, { ...page, revision }, 400);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { caseId: id, routeId, revision, permissions, saidBy };
    const outcome = resultOfForm(await this.permitRoute.execute(actor, input, act));
    switch (outcome.kind) {
      case 'permitted':
        leaveNotice(request, { title: PERMIT.saved, lines: [] });
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale': {
        const now = await this.read(actor, id, routeId);
        const page = permitPage(now.summary, { ...now, raw, errors: [], changed: true });
        return this.pages.show(reply, TEMPLATE, page, 409);
      }
      case 'refused': {
        if (!(CONTRADICTIONS as readonly string[]).includes(outcome.reason))
          return refuse(outcome, PERMIT_REFUSALS);
        const wrong = refusalErrors(outcome, PERMIT_REFUSALS, 'text');
        const page = permitPage(read.summary, { ...read, raw, errors: wrong, idempotencyKey });
        return this.pages.show(reply, TEMPLATE, { ...page, revision }, 400);
      }
    }
  }

  private async read(
    actor: StaffActor,
    id: CaseId,
    routeId: RouteId,
  ): Promise<{ summary: CaseSummary; route: Route; mayLift: boolean }> {
    const { summary } = await this.cases.summary(actor, 'permit-route', id);
    const route = summary.card.routes.find((one) => one.id === routeId);
    if (route === undefined) throw notFound();
    return { summary, route, mayLift: mayDo(actor, 'lift-route-hold') };
  }
}

/** A number on hold starts from nothing: what was said before it went on hold is not known to hold. */
function saidBefore({ permissions, state }: Route) {
  if (state !== 'active') return { call: '', text: '', voicemail: '' };
  const { call, text, voicemail } = permissions;
  return { call, text, voicemail };
}
