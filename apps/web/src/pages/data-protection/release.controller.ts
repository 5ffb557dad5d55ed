import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecideRelease, ReadRequest, StateRelease } from '#libs/casework';
import type { InformationRequestId, StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice, type Notice } from '../notices/notice';
import { RELEASE, RELEASE_REFUSALS } from './release.copy';
import { readRelease, type ReleaseRaw } from './release.form';
import { releasePage } from './release.page';
import { REQUEST } from './request.copy';

const DECISIONS = ['propose', 'approve', 'decline'] as const;
const DONE = { propose: RELEASE.proposed, approve: RELEASE.approved, decline: RELEASE.declined } as const;

@Controller('/data-protection/requests/:id/release')
export class ReleaseController {
  constructor(
    private readonly pages: Pages,
    private readonly readRequest: ReadRequest,
    private readonly stateRelease: StateRelease,
    private readonly decideRelease: DecideRelease,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('see-data-requests')
  @Get()
  async form(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(actor, id, { reply, notice: takeNotice(request), errors: [] });
  }

  @ForAct('keep-data-requests')
  @Post()
  async state(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readRelease(request.body);
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid') {
      return this.draw(actor, id, { reply, notice: null, raw, errors: form.errors, idempotencyKey });
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(
      await this.stateRelease.execute(actor, { ...form.input, requestId: id }, act),
    );
    switch (outcome.kind) {
      case 'stated':
        leaveNotice(request, {
          title: RELEASE.saved,
          lines: outcome.missing.length === 0 ? [RELEASE.ready] : [],
        });
        return this.pages.redirect(reply, `/data-protection/requests/${id}/release`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: REQUEST.changed });
      case 'refused':
        return refuse(outcome, RELEASE_REFUSALS);
    }
  }

  @ForAct('decide-release')
  @Post('/:decision')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Param('decision') asked: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const decision = DECISIONS.find((code) => code === asked);
    if (decision === undefined) throw notFound();
    const { revision, act } = readButton(request, this.serverKey);
    const input = { requestId: id, revision, decision };
    const outcome = resultOfForm(await this.decideRelease.execute(actor, input, act));
    switch (outcome.kind) {
      case 'decided':
        leaveNotice(request, { title: DONE[decision], lines: [] });
        return this.pages.redirect(reply, `/data-protection/requests/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: REQUEST.changed });
      case 'refused':
        return refuse(outcome, RELEASE_REFUSALS);
    }
  }

  private async draw(
    actor: StaffActor,
    id: InformationRequestId,
    form: {
      reply: FastifyReply;
      notice: Notice | null;
      raw?: ReleaseRaw;
      errors: readonly FieldError[];
      idempotencyKey?: string;
    },
  ): Promise<FastifyReply> {
    const read = await this.readRequest.execute(actor, id);
    if (read.kind === 'not-found' || read.release === null || read.request.closedAt !== null)
      throw notFound();
    const { reply, ...rest } = form;
    const page = releasePage(read, read.release, { actor, ...rest });
    return this.pages.show(
      reply,
      'pages/data-protection/release.njk',
      page,
      form.errors.length === 0 ? 200 : 400,
    );
  }
}
