import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskFigureSample, DrawFigureSample } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { FigureSampleId, StaffActor } from '#libs/domain';
import {
  figureSampleCases,
  figureSampleLine,
  figureSamples,
  PostgresUnitOfWork,
  sampleStatement,
} from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { refuse, whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { FiguresReader } from '../live-figures/figures-reader';
import { leaveNotice, takeNotice } from '../notices/notice';
import { chosenSample, readAskSample } from './ask-sample.form';
import { figureSamplePage } from './figure-sample.page';
import { ASK_REFUSALS, DRAW_REFUSALS, SAMPLE, SAMPLES } from './figure-samples.copy';
import { figureSamplesPage, samplePath, type SamplesShown } from './figure-samples.page';

@Controller('/figures/samples')
export class FigureSamplesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly figures: FiguresReader,
    private readonly askSample: AskFigureSample,
    private readonly drawSample: DrawFigureSample,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('see-figure-samples')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query() given: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.show(actor, reply, { raw: chosenSample(given), errors: [], notice: takeNotice(request) });
  }

  @ForAct('ask-figure-sample')
  @Post()
  @HttpCode(303)
  async ask(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const months = await this.figures.months();
    const { limbs } = await this.figures.newest(actor);
    const form = readAskSample(request.body, { months, limbs: limbs.map(({ limb }) => limb) });
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid')
      return this.show(actor, reply, { raw, errors: form.errors, notice: null, idempotencyKey });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.askSample.execute(actor, form.input, act));
    switch (outcome.kind) {
      case 'not-found':
        throw notFound();
      case 'refused': {
        const errors = whatToPutRight(outcome, ASK_REFUSALS);
        return this.show(actor, reply, { raw, errors, notice: null, idempotencyKey });
      }
      case 'asked':
        leaveNotice(request, SAMPLES.asked);
        return this.pages.redirect(reply, samplePath(outcome.id));
    }
  }

  @ForAct('see-figure-samples')
  @Get('/:sample')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('sample') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (!isSafeId(id)) throw notFound();
    const { line, cases } = await this.work.read(actor, async (manager) => ({
      line: await figureSampleLine(manager, id as FigureSampleId),
      cases: await figureSampleCases(manager, id as FigureSampleId),
    }));
    if (line === null) throw notFound();
    const page = figureSamplePage({
      actor,
      line,
      cases: cases?.cases ?? null,
      reading: await this.figures.namesFor(actor, line.sample.figure.value ?? undefined),
      rule: this.pack.disclosure,
      timezone: this.settings.area.timezone,
      notice: takeNotice(request),
    });
    return this.pages.show(reply, 'pages/figure-samples/figure-sample.njk', page);
  }

  @ForAct('draw-figure-sample')
  @Post('/:sample/draw')
  @HttpCode(303)
  async draw(
    @CurrentActor() actor: StaffActor,
    @Param('sample') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (!isSafeId(id)) throw notFound();
    const { idempotencyKey } = readFields(request.body, { single: [] });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: { id } });
    const outcome = resultOfForm(await this.drawSample.execute(actor, { id: id as FigureSampleId }, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return refuse(outcome, DRAW_REFUSALS);
    leaveNotice(request, SAMPLE.drawnNotice);
    return this.pages.redirect(reply, samplePath(outcome.id));
  }

  @ForAct('draw-figure-sample')
  @Get('/:sample/statement')
  async statement(
    @CurrentActor() actor: StaffActor,
    @Param('sample') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (!isSafeId(id)) throw notFound();
    const sampleId = id as FigureSampleId;
    const { line, cases } = await this.work.read(actor, async (manager) => ({
      line: await figureSampleLine(manager, sampleId),
      cases: await figureSampleCases(manager, sampleId),
    }));
    if (line === null || line.draw === null || cases === null) throw notFound();
    const { draw, signature } = line;
    const file = { signed: sampleStatement(sampleId, draw.sha256), signature, statement: cases.statement };
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="sample-${id}.json"`)
      .header('cache-control', 'no-store')
      .send(`${JSON.stringify(file, null, 2)}\n`);
  }

  private async show(
    actor: StaffActor,
    reply: FastifyReply,
    form: Pick<SamplesShown, 'raw' | 'errors' | 'notice' | 'idempotencyKey'>,
  ): Promise<FastifyReply> {
    const page = figureSamplesPage({
      actor,
      samples: await this.work.read(actor, figureSamples),
      months: await this.figures.months(),
      reading: await this.figures.newest(actor),
      timezone: this.settings.area.timezone,
      ...form,
    });
    const status = form.errors.length > 0 ? 400 : 200;
    return this.pages.show(reply, 'pages/figure-samples/figure-samples.njk', page, status);
  }
}
