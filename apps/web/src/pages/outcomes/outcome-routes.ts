import { Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  mayChangeKept,
  type CareAct,
  type OutcomeId,
  type OutcomeScore,
  type StaffActor,
} from '#libs/domain';
import { outcomesOfCase } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { FormPlace, RecordDoor } from '../case-records/record-pages';
import type { CaseForm } from '../support/case-form';
import type { OutcomeParts } from './outcome-parts';
import { OUTCOMES } from './outcomes.copy';
import { correctForm, outcomesForm } from './outcomes.forms';
import { outcomesPage } from './outcomes.page';

/** The addresses of outcomes below whatever somebody comes from; each of its controllers says who may come in. */
export abstract class OutcomeRoutes {
  protected constructor(protected readonly parts: OutcomeParts) {}

  /** Throws not-found for whoever has no door here. */
  protected abstract door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor>;

  @ForAct('see-outcomes', 'keep-shared-care')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { records, keepers, colleagues, pack } = this.parts;
    const door = await this.door(actor, 'see-outcomes', id);
    const scores = await this.scores(door);
    const keeperOf = await keepers.of(door, scores);
    const nameOf = await colleagues.names(
      scores.map(({ recordedBy }) => recordedBy),
      actor.userId,
    );
    const view = outcomesPage(door, { scores, nameOf, keeperOf, care: pack.care });
    return records.listAt(reply, { request, door, view });
  }

  @ForAct('record-outcomes', 'keep-shared-care')
  @Get('/new')
  async openNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = outcomesForm(this.parts.record, this.parts.pack.care);
    return this.parts.records.open(reply, place(await this.door(actor, 'record-outcomes', id), form, 'new'));
  }

  @ForAct('record-outcomes', 'keep-shared-care')
  @Post('/new')
  async sendNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = outcomesForm(this.parts.record, this.parts.pack.care);
    const door = await this.door(actor, 'record-outcomes', id);
    return this.parts.records.send(reply, request, place(door, form, 'new'));
  }

  @ForAct('record-outcomes', 'keep-shared-care')
  @Get('/:score/correct')
  async openCorrection(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('score', SafeIdPipe) score: OutcomeId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.open(reply, await this.correcting(actor, id, score));
  }

  @ForAct('record-outcomes', 'keep-shared-care')
  @Post('/:score/correct')
  async sendCorrection(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('score', SafeIdPipe) score: OutcomeId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.send(reply, request, await this.correcting(actor, id, score));
  }

  private scores({ actor, caseId }: RecordDoor): Promise<readonly OutcomeScore[]> {
    return this.parts.work.read(actor, (manager) => outcomesOfCase(manager, caseId));
  }

  private async correcting(actor: StaffActor, id: string, scoreId: OutcomeId): Promise<FormPlace> {
    const { correct, pack } = this.parts;
    const door = await this.door(actor, 'record-outcomes', id);
    const score = (await this.scores(door)).find((one) => one.id === scoreId);
    if (score === undefined || !mayChangeKept(door, score)) throw notFound();
    return place(door, correctForm(correct, score, pack.care), `${scoreId}/correct`);
  }
}

function place(context: RecordDoor, form: CaseForm, end: string): FormPlace {
  const path = `${context.base}/outcomes`;
  const back = { href: path, text: OUTCOMES.title };
  return { form, context, action: `${path}/${end}`, back, revision: null };
}
