import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CaseId, StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { caseFrame } from './case-frame.page';
import { CaseReading } from './case-reading';
import { timelineOf } from './timeline.page';

@Controller('/cases/:id/history')
export class HistoryController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
  ) {}

  @ForAct('open-case')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.whole(actor, 'open-case', id);
    const page = { frame: caseFrame(parts, 'history'), timeline: timelineOf(parts.history.journal, parts) };
    return this.pages.show(reply, 'pages/cases/history.njk', page);
  }
}
