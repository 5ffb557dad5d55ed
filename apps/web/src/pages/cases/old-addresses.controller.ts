import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CaseId, StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { CaseReading } from './case-reading';

/** Where a page of a case stood before, for links that somebody kept. */
@Controller('/cases/:id')
export class OldAddressesController {
  constructor(private readonly cases: CaseReading) {}

  @ForAct('open-case')
  @Get('/safety')
  async safety(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.cases.summary(actor, 'open-case', id);
    return reply.redirect(`/cases/${id}/safe-contact`, 301);
  }
}
