import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CorrectOutcome, RecordOutcomes } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { CaseId, OutcomeId, OutcomeScore, StaffActor } from '#libs/domain';
import { outcomesOfCase, PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { RecordPages, type FormPlace } from '../case-records/record-pages';
import { Colleagues } from '../colleagues/colleagues';
import type { CaseForm } from '../support/case-form';
import { OUTCOMES } from './outcomes.copy';
import { correctForm, outcomesForm } from './outcomes.forms';
import { outcomesPage } from './outcomes.page';

/** The three measures of how support helps, as the person sees it, over time. */
@Controller('/cases/:id/outcomes')
export class OutcomesController {
  constructor(
    private readonly records: RecordPages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly record: RecordOutcomes,
    private readonly correct: CorrectOutcome,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.records.parts(actor, 'see-outcomes', id);
    const scores = await this.scores(actor, id);
    const nameOf = await this.colleagues.names(
      scores.map(({ recordedBy }) => recordedBy),
      actor.userId,
    );
    const view = outcomesPage({ ...parts, scores, nameOf, care: this.pack.care });
    return this.records.list(reply, { request, parts, view });
  }

  @Get('/new')
  async openNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = outcomesForm(this.record, this.pack.care);
    return this.records.open(reply, await this.place(actor, id, form, 'new'));
  }

  @Post('/new')
  async sendNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = outcomesForm(this.record, this.pack.care);
    return this.records.send(reply, request, await this.place(actor, id, form, 'new'));
  }

  @Get('/:score/correct')
  async openCorrection(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('score', SafeIdPipe) score: OutcomeId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.correcting(actor, id, score));
  }

  @Post('/:score/correct')
  async sendCorrection(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('score', SafeIdPipe) score: OutcomeId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.correcting(actor, id, score));
  }

  private scores(actor: StaffActor, id: CaseId): Promise<readonly OutcomeScore[]> {
    return this.work.read(actor, (manager) => outcomesOfCase(manager, id));
  }

  private async correcting(actor: StaffActor, id: CaseId, scoreId: OutcomeId): Promise<FormPlace> {
    const score = (await this.scores(actor, id)).find((one) => one.id === scoreId);
    if (score === undefined) throw notFound();
    return this.place(actor, id, correctForm(this.correct, score, this.pack.care), `${scoreId}/correct`);
  }

  private async place(actor: StaffActor, id: CaseId, form: CaseForm, end: string): Promise<FormPlace> {
    const context = await this.records.context(actor, 'record-outcomes', id);
    const path = `/cases/${id}/outcomes`;
    const back = { href: path, text: OUTCOMES.title };
    return { form, context, action: `${path}/${end}`, back, revision: null };
  }
}
