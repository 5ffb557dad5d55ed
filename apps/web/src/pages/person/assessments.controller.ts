import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Assess, OpenAssessment } from '#libs/casework';
import { localDate, type CaseId, type CompetenceRecordId, type StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { ASSESS, ASSESS_REFUSALS } from './assess.copy';
import { BLANK_ASSESSMENT, readAssessment, type AssessRaw } from './assess.form';
import { assessmentPage, assessPage } from './assess.page';

@Controller('/cases/:id/person/assessments')
export class AssessmentsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly assess: Assess,
    private readonly openAssessment: OpenAssessment,
    private readonly colleagues: Colleagues,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('assess-competence')
  @Get('/new')
  async form(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.summary(actor, 'assess-competence', id);
    const [year = '', month = '', day = ''] = localDate(parts.now, parts.timezone).split('-');
    const raw: AssessRaw = {
      ...BLANK_ASSESSMENT,
      assessedDay: String(Number(day)),
      assessedMonth: String(Number(month)),
      assessedYear: year,
    };
    return this.pages.show(reply, 'pages/person/assess.njk', assessPage(parts, { raw, errors: [] }));
  }

  @ForAct('assess-competence')
  @Post('/new')
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.summary(actor, 'assess-competence', id);
    const form = readAssessment(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => {
      const page = assessPage(parts, { raw, errors, idempotencyKey });
      return this.pages.show(reply, 'pages/person/assess.njk', page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.assess.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'assessed':
        leaveNotice(request, ASSESS.saved);
        return this.pages.redirect(reply, `/cases/${id}/person`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(refusalErrors(outcome, ASSESS_REFUSALS, 'decision'));
    }
  }

  @ForAct('see-person')
  @Get('/:recordId')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Param('recordId', SafeIdPipe) recordId: CompetenceRecordId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.openAssessment.execute(actor, { caseId, recordId });
    if (opened.kind === 'not-found') throw notFound();
    const parts = await this.cases.summary(actor, 'see-person', caseId);
    const nameOf = await this.colleagues.names([opened.record.recordedBy], actor.userId);
    const page = assessmentPage(parts, { ...opened, nameOf });
    return this.pages.show(reply, 'pages/person/assessment.njk', page);
  }
}
