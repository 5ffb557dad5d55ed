import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CaseId, DutyId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { explainedTimePage } from './explained-time.page';
import { RightsReading } from './rights-reading';

/** How the time of one right was worked out; a right that never had one has no such page. */
@Controller('/cases/:id/rights/:duty/time')
export class ExplainedTimeController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RightsReading,
  ) {}

  @ForAct('see-rights')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('duty', SafeIdPipe) dutyId: DutyId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { duty, ledger, ...parts } = await this.reading.timeOf(actor, 'see-rights', { id, dutyId });
    if (!duty || ledger.length === 0) throw notFound();
    const page = explainedTimePage(parts, { duty, ledger });
    return this.pages.show(reply, 'pages/duties/explained-time.njk', page);
  }
}
