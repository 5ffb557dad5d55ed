import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcknowledgeAlert } from '#libs/casework';
import { mayDo, type AlertId, type DeadlineId, type StaffActor } from '#libs/domain';
import {
  alertBoard,
  countLateRequests,
  countOpenReviews,
  countSetAside,
  countUncovered,
  openUrgentPages,
  overdueCounts,
  PostgresUnitOfWork,
} from '#libs/persistence';
import { notFound, Problem } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { WhoNowReading } from '../rota/who-now.reading';
import { pageOf, placeOf, readPlace, ROWS_READ } from '../list-places/place';
import { ACKNOWLEDGED, STALE } from './alerts.copy';
import { alertsPage } from './alerts.page';
import { overdueLines } from './overdue-lines';

@Controller('/alerts')
export class AlertsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly acknowledgeAlert: AcknowledgeAlert,
    private readonly whoNow: WhoNowReading,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-alerts')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = readPlace<DeadlineId>(after);
    const cursor = place && { dueAt: place.at, deadlineId: place.id };
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      urgent: await openUrgentPages(manager),
      reviews: await countOpenReviews(manager),
      overdue: await overdueCounts(manager),
      uncovered: await countUncovered(manager),
      requests: await countLateRequests(manager),
      setAside: await countSetAside(manager),
      rows: await alertBoard(manager, { after: cursor, limit: ROWS_READ }),
    }));
    const page = alertsPage({
      ...pageOf(read.rows, {
        path: '/alerts',
        after: ({ dueAt: at, deadlineId: id }) => placeOf({ at, id }),
      }),
      urgentPages: read.urgent,
      safetyReviews: read.reviews,
      overdue: overdueLines(actor, {
        ...read.overdue,
        uncovered: read.uncovered,
        requests: read.requests,
      }),
      whoNow: await this.whoNow.read(actor),
      setAside: read.setAside,
      now: read.now,
      timezone: this.settings.area.timezone,
      mayAcknowledge: mayDo(actor, 'acknowledge-alert'),
      notice: takeNotice(request),
    });
    return this.pages.show(reply, 'pages/alerts/alerts.njk', page);
  }

  @ForAct('acknowledge-alert')
  @Post('/:id/acknowledge')
  @HttpCode(303)
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { revision, act } = readButton(request, this.serverKey);
    const asked = { alertId: id as AlertId, revision };
    const outcome = resultOfForm(await this.acknowledgeAlert.execute(actor, asked, act));
    switch (outcome.kind) {
      case 'acknowledged':
        leaveNotice(request, ACKNOWLEDGED);
        return this.pages.redirect(reply, '/alerts');
      case 'stale':
        throw new Problem('conflict', { detail: STALE });
      case 'not-found':
        throw notFound();
    }
  }
}
