import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClaimCase, ReleaseClaim } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { claimOnCase, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { leaveNotice } from '../notices/notice';
import { CLAIMED, RELEASED } from './claims.copy';
import { heldPage } from './claims.page';

@Controller('/cases/:id/claim')
export class ClaimsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly claimCase: ClaimCase,
    private readonly releaseClaim: ReleaseClaim,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  /** `anyway` is the answer to the interruption: somebody else is calling, and this person calls all the same. */
  @ForAct('claim-case')
  @Post()
  async claim(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw } = readFields(body, { single: ['anyway'] });
    const outcome = await this.claimCase.execute(actor, { caseId, insist: raw.anyway === 'yes' });
    switch (outcome.kind) {
      case 'claimed':
        leaveNotice(request, CLAIMED);
        return this.pages.redirect(reply, `/cases/${caseId}`);
      case 'held':
        return this.interrupt(actor, caseId, reply);
      case 'not-found':
        throw notFound();
    }
  }

  @ForAct('claim-case')
  @Post('/release')
  async release(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    readFields(body, { single: [] });
    const outcome = await this.releaseClaim.execute(actor, caseId);
    if (outcome.kind === 'not-found') throw notFound();
    leaveNotice(request, RELEASED);
    return this.pages.redirect(reply, `/cases/${caseId}`);
  }

  private async interrupt(actor: StaffActor, caseId: CaseId, reply: FastifyReply): Promise<FastifyReply> {
    const claim = await this.work.read(actor, (manager) => claimOnCase(manager, caseId));
    if (claim === null) return this.pages.redirect(reply, `/cases/${caseId}`);
    const nameOf = await this.colleagues.names([claim.userId], actor.userId);
    const page = heldPage({ caseId, claim, nameOf }, { timezone: this.settings.area.timezone });
    return this.pages.show(reply, 'pages/board/held.njk', page, 409);
  }
}
