import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WithdrawConsent } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readAbout } from './about';
import { ConsentReading } from './consent-reading';
import { RECORD, WITHDRAW, WITHDRAW_REFUSALS } from './record.copy';
import { BLANK_WITHDRAWAL, readWithdrawal } from './record.form';
import { withdrawPage } from './record.page';

const TEMPLATE = 'pages/consent/withdraw.njk';

@Controller('/cases/:id/consent/withdraw')
export class WithdrawConsentController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ConsentReading,
    private readonly changed: ChangedCase,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('record-consent')
  @Get()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('purpose') purpose: unknown,
    @Query('recipient') recipient: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const about = readAbout(purpose, recipient);
    if (about === null) return this.pages.redirect(reply, `/cases/${id}/consent`);
    const parts = await this.reading.ofCase(actor, 'record-consent', id);
    const page = withdrawPage(parts, { about, raw: BLANK_WITHDRAWAL, errors: [] });
    return this.pages.show(reply, TEMPLATE, page);
  }

  @ForAct('record-consent')
  @Post()
  async withdraw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readWithdrawal(request.body);
    const { raw, about, idempotencyKey } = form;
    if (form.kind === 'invalid') {
      const parts = await this.reading.ofCase(actor, 'record-consent', id);
      const page = withdrawPage(parts, { about, raw, errors: form.errors, idempotencyKey });
      return this.pages.show(reply, TEMPLATE, page, 400);
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
        return this.changed.show(reply, { actor, act: 'record-consent', id });
      case 'refused':
        return refuse(outcome, WITHDRAW_REFUSALS);
    }
  }
}
