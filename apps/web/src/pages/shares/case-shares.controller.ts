import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeShare, ProposeShare, type ShareChange } from '#libs/casework';
import type { CaseId, ShareId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { ConsentReading } from '../consent/consent-reading';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { readShareAbout, readProposal } from './propose.form';
import { proposePage } from './propose.page';
import { CHANGE_SHARE_REFUSALS, PROPOSE, PROPOSE_REFUSALS } from './share.copy';

const TEMPLATE = 'pages/shares/propose.njk';

@Controller('/cases/:id/shares')
export class CaseSharesController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ConsentReading,
    private readonly changed: ChangedCase,
    private readonly proposeShare: ProposeShare,
    private readonly changeShare: ChangeShare,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('propose-share')
  @Get('/new')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('recipient') recipient: unknown,
    @Query('purpose') purpose: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const about = readShareAbout(purpose, recipient);
    if (about === null) return this.pages.redirect(reply, `/cases/${id}/consent`);
    const parts = await this.reading.ofCase(actor, 'propose-share', id);
    return this.pages.show(reply, TEMPLATE, proposePage(parts, { about, chosen: null, errors: [] }));
  }

  @ForAct('propose-share')
  @Post('/new')
  async propose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readProposal(request.body);
    const { raw, about, idempotencyKey } = form;
    const again = async (errors: readonly FieldError[]) => {
      const parts = await this.reading.ofCase(actor, 'propose-share', id);
      const page = proposePage(parts, { about, chosen: raw.dataClasses, errors, idempotencyKey });
      return this.pages.show(reply, TEMPLATE, page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.proposeShare.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'proposed':
        leaveNotice(request, PROPOSE.saved);
        return this.pages.redirect(reply, `/cases/${id}/consent#shares`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, PROPOSE_REFUSALS));
    }
  }

  @ForAct('propose-share')
  @Post('/:share/open')
  openShare(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('share', SafeIdPipe) shareId: ShareId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.change('open', { actor, id, shareId, request, reply });
  }

  @ForAct('propose-share')
  @Post('/:share/close')
  closeShare(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('share', SafeIdPipe) shareId: ShareId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.change('close', { actor, id, shareId, request, reply });
  }

  private async change(
    change: ShareChange['change'],
    sent: { actor: StaffActor; id: CaseId; shareId: ShareId; request: FastifyRequest; reply: FastifyReply },
  ): Promise<FastifyReply> {
    const { actor, id, shareId, request, reply } = sent;
    const { raw, idempotencyKey: key } = readFields(request.body, { single: ['revision'] });
    const revision = readRevision(raw.revision);
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const outcome = resultOfForm(await this.changeShare.execute(actor, { shareId, revision, change }, act));
    switch (outcome.kind) {
      case 'changed':
        leaveNotice(request, change === 'open' ? PROPOSE.opened : PROPOSE.closed);
        return this.pages.redirect(reply, `/cases/${id}/consent#shares`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'propose-share', id });
      case 'refused':
        return refuse(outcome, CHANGE_SHARE_REFUSALS);
    }
  }
}
