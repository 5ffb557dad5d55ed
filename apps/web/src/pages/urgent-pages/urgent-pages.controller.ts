import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcknowledgeUrgentPage } from '#libs/casework';
import type { StaffActor, UrgentPageId } from '#libs/domain';
import { PostgresUnitOfWork, urgentPageBoard } from '#libs/persistence';
import { notFound, Problem } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { WhoNowReading } from '../rota/who-now.reading';
import { answered, REFUSALS, STALE } from './urgent-pages.copy';
import { urgentPagesPage } from './urgent-pages.page';

/** Far more than ever wait at once; whoever has this many answers the oldest first. */
const MOST_SHOWN = 50;

@Controller('/alerts/urgent')
export class UrgentPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly acknowledgeUrgentPage: AcknowledgeUrgentPage,
    private readonly whoNow: WhoNowReading,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-urgent-pages')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      rows: await urgentPageBoard(manager, { limit: MOST_SHOWN }),
    }));
    const paged = read.rows.map(({ pagedUserId }) => pagedUserId);
    const page = urgentPagesPage(read.rows, {
      actor,
      nameOf: await this.colleagues.names(paged, actor.userId),
      now: read.now,
      timezone: this.settings.area.timezone,
      notice: takeNotice(request),
    });
    const whoNow = await this.whoNow.read(actor);
    return this.pages.show(reply, 'pages/urgent-pages/urgent-pages.njk', { ...page, whoNow });
  }

  @ForAct('answer-urgent-page')
  @Post('/:id/acknowledge')
  @HttpCode(303)
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { revision, act } = readButton(request, this.serverKey);
    const asked = { pageId: id as UrgentPageId, revision };
    const outcome = resultOfForm(await this.acknowledgeUrgentPage.execute(actor, asked, act));
    switch (outcome.kind) {
      case 'acknowledged':
        leaveNotice(request, answered(outcome.reference));
        return this.pages.redirect(reply, `/cases/${outcome.caseId}`);
      case 'stale':
        throw new Problem('conflict', { detail: STALE });
      case 'refused':
        return refuse(outcome, REFUSALS);
      case 'not-found':
        throw notFound();
    }
  }
}
