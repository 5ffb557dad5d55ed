import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RouteCase, SuggestRouting } from '#libs/casework';
import { NOTHING_ASKED, type CaseId, type StaffActor } from '#libs/domain';
import { caseRouting, PostgresUnitOfWork, routingTableVersions } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice, type Notice } from '../notices/notice';
import { readAsked, type AskedRaw } from './asked.form';
import { caseRoutingPage } from './case-routing.page';
import { readNames } from './routing-names';
import { ROUTE_REFUSALS } from './case-routing.copy';
import { PANEL } from './panel.copy';

const TEMPLATE = 'pages/routing/case.njk';

interface Drawn {
  readonly raw: AskedRaw | null;
  readonly errors: readonly FieldError[];
  readonly notice: Notice | null;
  readonly idempotencyKey?: string;
}

/** Where a person of a case may be sent, and why; asked anew whenever something more is known. */
@Controller('/cases/:id/routing')
export class CaseRoutingController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly suggestRouting: SuggestRouting,
    private readonly routeCase: RouteCase,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-routing')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(reply, { actor, id }, { raw: null, errors: [], notice: takeNotice(request) });
  }

  @ForAct('route-case')
  @Post()
  async route(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readAsked(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, { actor, id }, { raw, errors, notice: null, idempotencyKey });
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.routeCase.execute(actor, { caseId: id, asked: form.asked }, act));
    switch (outcome.kind) {
      case 'routed':
        leaveNotice(request, { title: PANEL.saved, lines: [] });
        return this.pages.redirect(reply, `/cases/${id}/routing`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, ROUTE_REFUSALS));
    }
  }

  private async draw(
    reply: FastifyReply,
    { actor, id }: { readonly actor: StaffActor; readonly id: CaseId },
    drawn: Drawn,
  ): Promise<FastifyReply> {
    const parts = await this.cases.summary(actor, 'see-routing', id);
    const kept = await this.work.read(actor, async (manager, now) => ({
      names: await readNames(manager, now),
      tables: await routingTableVersions(manager),
      ...(await caseRouting(manager, id)),
    }));
    const suggested =
      kept.decision === null
        ? await this.suggestRouting.execute(actor, { caseId: id, asked: NOTHING_ASKED })
        : null;
    if (suggested?.kind === 'not-found') throw notFound();
    const people = [kept.decision?.decidedBy ?? null, ...kept.overrides.map(({ chosenBy }) => chosenBy)];
    const nameOf = await this.colleagues.names(people, actor.userId);
    const sarc = this.settings.area.sarcLine;
    const page = caseRoutingPage({ ...parts, ...kept, ...drawn, suggested, nameOf, sarc });
    return this.pages.show(reply, TEMPLATE, page, drawn.errors.length > 0 ? 400 : 200);
  }
}
