import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordConsent, WithdrawConsent } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors, refuse } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { changedPage } from '../cases/case.page';
import { requireAct, resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readAbout } from './about';
import { ConsentReading } from './consent-reading';
import { RECORD, RECORD_REFUSALS, WITHDRAW, WITHDRAW_REFUSALS } from './record.copy';
import { BLANK_RECORD, BLANK_WITHDRAWAL, readRecord, readWithdrawal } from './record.form';
import { recordPage, withdrawPage } from './record.page';

const RECORD_TEMPLATE = 'pages/consent/record.njk';
const WITHDRAW_TEMPLATE = 'pages/consent/withdraw.njk';

@Controller('/cases/:id/consent')
export class RecordConsentController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ConsentReading,
    private readonly cases: CaseReading,
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly serverKey: ServerKey,
  ) {}

  @Get('/new')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('purpose') purpose: unknown,
    @Query('recipient') recipient: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'record-consent');
    const about = readAbout(purpose, recipient);
    if (about === null) return this.pages.redirect(reply, `/cases/${id}/consent/about`);
    const parts = await this.reading.ofCase(actor, 'record-consent', id);
    return this.pages.show(
      reply,
      RECORD_TEMPLATE,
      recordPage(parts, { about, raw: BLANK_RECORD, errors: [] }),
    );
  }

  @Post('/new')
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'record-consent');
    const form = readRecord(request.body);
    const { raw, about, idempotencyKey } = form;
    const again = async (errors: readonly FieldError[]) => {
      const parts = await this.reading.ofCase(actor, 'record-consent', id);
      return this.pages.show(
        reply,
        RECORD_TEMPLATE,
        recordPage(parts, { about, raw, errors, idempotencyKey }),
        400,
      );
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.recordConsent.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'recorded': {
        const { closedShares } = outcome;
        const lines = closedShares === 0 ? [] : [RECORD.savedClosing(closedShares)];
        leaveNotice(request, { ...RECORD.saved, lines });
        return this.pages.redirect(reply, `/cases/${id}/consent`);
      }
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed(actor, id, reply);
      case 'refused':
        if (RECORD_REFUSALS[outcome.reason].field === undefined) return refuse(outcome, RECORD_REFUSALS);
        return again(refusalErrors(outcome, RECORD_REFUSALS, 'decision'));
    }
  }

  @Get('/withdraw')
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('purpose') purpose: unknown,
    @Query('recipient') recipient: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'record-consent');
    const about = readAbout(purpose, recipient);
    if (about === null) return this.pages.redirect(reply, `/cases/${id}/consent`);
    const parts = await this.reading.ofCase(actor, 'record-consent', id);
    const page = withdrawPage(parts, { about, raw: BLANK_WITHDRAWAL, errors: [] });
    return this.pages.show(reply, WITHDRAW_TEMPLATE, page);
  }

  @Post('/withdraw')
  async withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'record-consent');
    const form = readWithdrawal(request.body);
    const { raw, about, idempotencyKey } = form;
    if (form.kind === 'invalid') {
      const parts = await this.reading.ofCase(actor, 'record-consent', id);
      const page = withdrawPage(parts, { about, raw, errors: form.errors, idempotencyKey });
      return this.pages.show(reply, WITHDRAW_TEMPLATE, page, 400);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(
      await this.withdrawConsent.execute(actor, { ...form.input, caseId: id }, act),
    );
    switch (outcome.kind) {
      case 'withdrawn': {
        const closed = outcome.closedShares === 0 ? [] : [RECORD.savedClosing(outcome.closedShares)];
        leaveNotice(request, { ...WITHDRAW.saved, lines: [...WITHDRAW.saved.lines, ...closed] });
        return this.pages.redirect(reply, `/cases/${id}/consent`);
      }
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed(actor, id, reply);
      case 'refused':
        return refuse(outcome, WITHDRAW_REFUSALS);
    }
  }

  private async changed(actor: StaffActor, id: CaseId, reply: FastifyReply): Promise<FastifyReply> {
    const page = changedPage(await this.cases.whole(actor, 'record-consent', id));
    return this.pages.show(reply, 'pages/cases/changed.njk', page, 409);
  }
}
