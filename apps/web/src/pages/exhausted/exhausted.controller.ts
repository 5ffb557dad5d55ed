import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecideCheck, ProposeExhausted } from '#libs/casework';
import { EXHAUSTED_BASES, WELFARE_CHECKS, type CaseId, type StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors, refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { ChangedCase } from '../cases/changed-case';
import { REFUSALS as CHECK_REFUSALS } from '../checks/checks.copy';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { EXHAUSTED, EXHAUSTED_ERRORS, EXHAUSTED_REFUSALS } from './exhausted.copy';
import { exhaustedPage } from './exhausted.page';

const TEMPLATE = 'pages/exhausted/exhausted.njk';
const BLANK = { basis: '', welfareCheck: '' };

@Controller('/cases/:id/exhausted')
export class ExhaustedController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly changed: ChangedCase,
    private readonly propose: ProposeExhausted,
    private readonly decide: DecideCheck,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('open-case')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'open-case', id);
    const state = { raw: BLANK, errors: [], notice: takeNotice(request) };
    return this.pages.show(reply, TEMPLATE, exhaustedPage(parts, state));
  }

  @ForAct('propose-exhausted')
  @Post()
  async put(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'propose-exhausted', id);
    const fields = readFields(request.body, { single: ['basis', 'welfareCheck', 'revision'] });
    const { raw, idempotencyKey } = fields;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(
        reply,
        TEMPLATE,
        exhaustedPage(parts, { raw, errors, idempotencyKey, notice: null }),
        400,
      );
    const revision = readRevision(raw.revision);
    const basis = EXHAUSTED_BASES.find((code) => code === raw.basis);
    const welfareCheck = WELFARE_CHECKS.find((code) => code === raw.welfareCheck);
    const errors = [
      ...fields.errors,
      ...(basis === undefined ? [{ field: 'basis', message: EXHAUSTED_ERRORS.basis }] : []),
      ...(welfareCheck === undefined ? [{ field: 'welfareCheck', message: EXHAUSTED_ERRORS.welfare }] : []),
    ];
    if (errors.length > 0 || !basis || !welfareCheck) return again(errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { caseId: id, basis, welfareCheck, revision };
    const outcome = resultOfForm(await this.propose.execute(actor, input, act));
    switch (outcome.kind) {
      case 'proposed':
        leaveNotice(request, { title: EXHAUSTED.proposed, lines: [EXHAUSTED.proposedNext] });
        return this.pages.redirect(reply, `/cases/${id}/exhausted`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'open-case', id });
      case 'refused':
        if (outcome.reason === 'case-closed') return refuse(outcome, EXHAUSTED_REFUSALS);
        return again(refusalErrors(outcome, EXHAUSTED_REFUSALS, 'basis'));
    }
  }

  @ForAct('sign-exhausted')
  @Post('/decision')
  async sign(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { contact } = await this.cases.contact(actor, 'sign-exhausted', id);
    const { raw, idempotencyKey } = readFields(request.body, { single: ['decision', 'revision'] });
    const decision = (['confirmed', 'declined'] as const).find((code) => code === raw.decision);
    const { exhausted } = contact;
    if (decision === undefined || exhausted === null) throw notFound();
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { checkId: exhausted.checkId, decision, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.decide.execute(actor, input, act));
    switch (outcome.kind) {
      case 'decided':
        leaveNotice(
          request,
          decision === 'confirmed'
            ? { title: EXHAUSTED.signed, lines: [EXHAUSTED.signedNext] }
            : { title: EXHAUSTED.notSigned, lines: [EXHAUSTED.notSignedNext] },
        );
        return this.pages.redirect(reply, `/cases/${id}/exhausted`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'open-case', id });
      case 'refused':
        return refuse(outcome, CHECK_REFUSALS);
    }
  }
}
