import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CaseId, StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from './case-reading';
import { deadlinesPage } from './deadlines.page';

@Controller('/cases/:id/deadlines')
export class DeadlinesController {
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
    return this.pages.show(reply, 'pages/cases/deadlines.njk', deadlinesPage(parts));
  }
}
