import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeRisk, RaiseRisk, ReadSupportWords, RecordNeeds } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { CaseId, RiskId, StaffActor } from '#libs/domain';
import { needsOfCase, PostgresUnitOfWork, riskOf } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { RecordPages, type FormPlace } from '../case-records/record-pages';
import { Colleagues } from '../colleagues/colleagues';
import type { CaseForm } from '../support/case-form';
import { NEEDS } from './needs.copy';
import { assessForm, riskCloseForm, riskForm, riskReviewForm } from './needs.forms';
import { needsPage } from './needs.page';

/** What somebody needs, area by area, and the risks that somebody saw. */
@Controller('/cases/:id/needs')
export class NeedsController {
  constructor(
    private readonly records: RecordPages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly readWords: ReadSupportWords,
    private readonly raise: RaiseRisk,
    private readonly change: ChangeRisk,
    private readonly record: RecordNeeds,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.records.parts(actor, 'see-needs', id);
    const needs = await this.work.read(actor, (manager) => needsOfCase(manager, id));
    const recordIds = needs.risks.map((risk) => risk.id);
    const words = await this.readWords.execute(actor, { caseId: id, recordIds });
    if (words.kind === 'not-found') throw notFound();
    const people = [
      ...needs.assessments.map(({ assessedBy }) => assessedBy),
      ...needs.risks.flatMap(({ raisedBy, closedBy }) => [raisedBy, closedBy]),
    ];
    const nameOf = await this.colleagues.names(people, actor.userId);
    const view = needsPage({ ...parts, needs, words, nameOf });
    return this.records.list(reply, { request, parts, view });
  }

  @Get('/new')
  async openAssessment(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.adding(actor, id, assessForm(this.record), 'new'));
  }

  @Post('/new')
  async sendAssessment(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.adding(actor, id, assessForm(this.record), 'new'));
  }

  @Get('/risks/new')
  async openRisk(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = riskForm(this.raise, this.pack);
    return this.records.open(reply, await this.adding(actor, id, form, 'risks/new'));
  }

  @Post('/risks/new')
  async sendRisk(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = riskForm(this.raise, this.pack);
    return this.records.send(reply, request, await this.adding(actor, id, form, 'risks/new'));
  }

  @Get('/risks/:risk/:act')
  async openChange(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('risk', SafeIdPipe) risk: RiskId,
    @Param('act') act: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.changing(actor, { id, risk, act }));
  }

  @Post('/risks/:risk/:act')
  async sendChange(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('risk', SafeIdPipe) risk: RiskId,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.changing(actor, { id, risk, act }));
  }

  private async adding(actor: StaffActor, id: CaseId, form: CaseForm, end: string): Promise<FormPlace> {
    const context = await this.records.context(actor, 'keep-needs', id);
    const path = `/cases/${id}/needs`;
    const back = { href: path, text: NEEDS.title };
    return { form, context, action: `${path}/${end}`, back, revision: null };
  }

  private async changing(
    actor: StaffActor,
    { id, risk, act }: { id: CaseId; risk: RiskId; act: string },
  ): Promise<FormPlace> {
    const form =
      act === 'review'
        ? riskReviewForm(this.change, this.pack, risk)
        : act === 'close'
          ? riskCloseForm(this.change, risk)
          : null;
    if (form === null) throw notFound();
    const place = await this.adding(actor, id, form, `risks/${risk}/${act}`);
    const flag = await this.work.read(actor, (manager) => riskOf(manager, risk));
    if (flag?.caseId !== id) throw notFound();
    return { ...place, revision: flag.revision };
  }
}
