import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordConsent } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
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
import { RECORD, RECORD_REFUSALS } from './record.copy';
import { BLANK_RECORD, readRecord } from './record.form';
import { recordPage } from './record.page';

const TEMPLATE = 'pages/consent/record.njk';

@Controller('/cases/:id/consent/new')
export class RecordConsentController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ConsentReading,
    private readonly changed: ChangedCase,
    private readonly recordConsent: RecordConsent,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('record-consent')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('purpose') purpose: unknown,
    @Query('recipient') recipient: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const about = readAbout(purpose, recipient);
    if (about === null) return this.pages.redirect(reply, `/cases/${id}/consent/about`);
    const parts = await this.reading.ofCase(actor, 'record-consent', id);
    return this.pages.show(reply, TEMPLATE, recordPage(parts, { about, raw: BLANK_RECORD, errors: [] }));
  }

  @ForAct('record-consent')
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readRecord(request.body);
    const { raw, about, idempotencyKey } = form;
    const again = async (errors: readonly FieldError[]) => {
      const parts = await this.reading.ofCase(actor, 'record-consent', id);
      return this.pages.show(reply, TEMPLATE, recordPage(parts, { about, raw, errors, idempotencyKey }), 400);
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
        return this.changed.show(reply, { actor, act: 'record-consent', id });
      case 'refused':
        return again(whatToPutRight(outcome, RECORD_REFUSALS));
    }
  }
}
