import { Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayChangeKept, type CareAct, type RiskId, type StaffActor } from '#libs/domain';
import { needsOfCase, riskOf } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { FormPlace, RecordDoor } from '../case-records/record-pages';
import type { CaseForm } from '../support/case-form';
import type { NeedParts } from './need-parts';
import { NEEDS, RISK_WORDS } from './needs.copy';
import { assessForm, riskCloseForm, riskForm, riskReviewForm } from './needs.forms';
import { needsPage } from './needs.page';

/** The addresses of needs and risks below whatever somebody comes from; each of its controllers says who may come in. */
export abstract class NeedRoutes {
  protected constructor(protected readonly parts: NeedParts) {}

  /** Throws not-found for whoever has no door here. */
  protected abstract door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor>;

  @ForAct('see-needs', 'keep-shared-care')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { records, keepers, colleagues, readWords, work } = this.parts;
    const door = await this.door(actor, 'see-needs', id);
    const { caseId } = door;
    const needs = await work.read(actor, (manager) => needsOfCase(manager, caseId));
    const recordIds = needs.risks.map((risk) => risk.id);
    const words = await readWords.execute(actor, { caseId, recordIds, act: 'see-needs' });
    if (words.kind === 'not-found') throw notFound();
    const people = [
      ...needs.assessments.map(({ assessedBy }) => assessedBy),
      ...needs.risks.flatMap(({ raisedBy, closedBy }) => [raisedBy, closedBy]),
    ];
    const nameOf = await colleagues.names(people, actor.userId);
    const keeperOf = await keepers.of(door, [...needs.assessments, ...needs.risks]);
    const view = needsPage(door, { needs, words, nameOf, keeperOf });
    return records.listAt(reply, { request, door, view });
  }

  @ForAct('keep-needs', 'keep-shared-care')
  @Get('/new')
  async openAssessment(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.open(reply, await this.adding(actor, id, assessForm(this.parts.record), 'new'));
  }

  @ForAct('keep-needs', 'keep-shared-care')
  @Post('/new')
  async sendAssessment(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.send(
      reply,
      request,
      await this.adding(actor, id, assessForm(this.parts.record), 'new'),
    );
  }

  @ForAct('keep-needs', 'keep-shared-care')
  @Get('/risks/new')
  async openRisk(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = riskForm(this.parts.raise, this.parts.pack);
    return this.parts.records.open(reply, await this.adding(actor, id, form, 'risks/new'));
  }

  @ForAct('keep-needs', 'keep-shared-care')
  @Post('/risks/new')
  async sendRisk(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = riskForm(this.parts.raise, this.parts.pack);
    return this.parts.records.send(reply, request, await this.adding(actor, id, form, 'risks/new'));
  }

  @ForAct('keep-needs', 'keep-shared-care')
  @Get('/risks/:risk/:act')
  async openChange(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('risk', SafeIdPipe) risk: RiskId,
    @Param('act') act: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.open(reply, await this.changing(actor, { id, risk, act }));
  }

  @ForAct('keep-needs', 'keep-shared-care')
  @Post('/risks/:risk/:act')
  async sendChange(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('risk', SafeIdPipe) risk: RiskId,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.send(reply, request, await this.changing(actor, { id, risk, act }));
  }

  private async adding(actor: StaffActor, id: string, form: CaseForm, end: string): Promise<FormPlace> {
    return place(await this.door(actor, 'keep-needs', id), form, end);
  }

  private async changing(
    actor: StaffActor,
    { id, risk, act }: { id: string; risk: RiskId; act: string },
  ): Promise<FormPlace> {
    const { change, pack, work } = this.parts;
    const door = await this.door(actor, 'keep-needs', id);
    const flag = await work.read(actor, (manager) => riskOf(manager, risk));
    if (flag?.caseId !== door.caseId || !mayChangeKept(door, flag)) throw notFound();
    const which = { revision: flag.revision, about: RISK_WORDS[flag.risk] };
    if (act === 'review')
      return { ...place(door, riskReviewForm(change, pack, risk), `risks/${risk}/review`), ...which };
    if (act === 'close')
      return { ...place(door, riskCloseForm(change, risk), `risks/${risk}/close`), ...which };
    throw notFound();
  }
}

function place(context: RecordDoor, form: CaseForm, end: string): FormPlace {
  const path = `${context.base}/needs`;
  const back = { href: path, text: NEEDS.title };
  return { form, context, action: `${path}/${end}`, back, revision: null };
}
