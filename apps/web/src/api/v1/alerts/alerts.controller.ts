import { Controller, Get, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AcknowledgeAlert, type Repeatable } from '#libs/casework';
import type { AlertId, StaffActor } from '#libs/domain';
import {
  countSetAside,
  openAlerts,
  overdueCounts,
  PostgresUnitOfWork,
  type OpenWorkCursor,
} from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { changedSince, IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import { AlertPageView, AlertView, alertView } from './alert.view';
import { WaitingWorkView, waitingWorkView } from './waiting.view';

const LIST = 'alerts';

@ApiTags('alerts')
@ApiBearerAuth('bearer')
@Controller('/api/v1/alerts')
export class AlertsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly acknowledgeAlert: AcknowledgeAlert,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-alerts')
  @Answers({
    id: 'listAlerts',
    summary: 'Alerts that nobody has acknowledged',
    type: AlertPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<AlertPageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<OpenWorkCursor>(LIST, query.cursor);
    const alerts = await this.unitOfWork.read(actor, (manager) => openAlerts(manager, limit + 1, after));
    return pageOf(alerts, {
      limit,
      item: (alert) => alertView(alert, actor),
      cursor: ({ raisedAt, id }) => this.cursors.write<OpenWorkCursor>(LIST, { at: raisedAt, id }),
    });
  }

  @ForAct('see-alerts')
  @Answers({
    id: 'countWaitingWork',
    summary: 'How much else is overdue, and how much failed and is tried again',
    type: WaitingWorkView,
  })
  @Get('/waiting')
  waiting(@CurrentActor() actor: StaffActor): Promise<WaitingWorkView> {
    return this.unitOfWork.read(actor, async (manager) => {
      const overdue = await overdueCounts(manager);
      return waitingWorkView(actor, { overdue, setAside: await countSetAside(manager) });
    });
  }

  @ForAct('acknowledge-alert')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'acknowledgeAlert',
    summary: 'Say that you have it in hand',
    description: 'Answers every open alert of the deadline. Repeats stop; the breach stays what it is.',
    type: AlertView,
    etag: true,
    ifMatch: true,
  })
  @Post('/:id/acknowledge')
  async acknowledge(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AlertView> {
    const alertId = id as AlertId;
    const outcome = resultOf(await this.acknowledgeAlert.execute(actor, { alertId, revision }, repeatable));
    switch (outcome.kind) {
      case 'acknowledged': {
        const alert = await this.unitOfWork.run(actor, (tx) => tx.alerts.find(alertId));
        if (alert === null) throw notFound();
        const view = alertView(alert, actor);
        reply.header('etag', view.etag);
        return view;
      }
      case 'not-found':
        throw notFound();
      case 'stale':
        throw changedSince(outcome.revision);
    }
  }
}
