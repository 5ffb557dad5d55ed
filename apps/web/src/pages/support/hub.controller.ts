import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadSupportWords, RESTART_DOOR, RestartSupport } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { takeNotice } from '../notices/notice';
import { RESTART_REFUSALS } from './case-forms.refusals.copy';
import { hubPage } from './hub.page';
import { SupportReading } from './support-reading';

/** The page of a case about safety, samples and dates, and the way back into support. */
@Controller('/cases/:id/kinds-of-support')
export class SupportHubController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: SupportReading,
    private readonly readWords: ReadSupportWords,
    private readonly restartSupport: RestartSupport,
    private readonly serverKey: ServerKey,
  ) {}

  /** The access rows of the words are committed before the page leaves (P8). */
  @ForAct('see-support')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.reading.hub(actor, id);
    const { flag } = parts.support;
    const recordIds = flag === null ? [] : [flag.id];
    const words = await this.readWords.execute(actor, { caseId: id, recordIds });
    if (words.kind === 'not-found') throw notFound();
    const page = hubPage({ ...parts, words, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/support/hub.njk', page);
  }

  @ForAct('restart-support')
  @Post('/restart')
  async restart(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: [] });
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const outcome = resultOfForm(await this.restartSupport.execute(actor, { caseId: id }, act));
    switch (outcome.kind) {
      case 'begun':
        return this.pages.redirect(reply, `/referrals/doors/${RESTART_DOOR}?search=${outcome.searchId}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, RESTART_REFUSALS);
    }
  }
}
