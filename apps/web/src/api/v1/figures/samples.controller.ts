import { Body, Controller, Get, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AskFigureSample, DrawFigureSample, type Repeatable } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { FigureSampleId, StaffActor } from '#libs/domain';
import {
  figureSampleCases,
  figureSampleLine,
  figureSamples,
  PostgresUnitOfWork,
  sampleStatement,
} from '#libs/persistence';
import { AREA_PACK } from '../../../casework/tokens';
import { invalidInput, notFound } from '../../../errors/problem';
import { sampleAsked } from '../../../pages/figure-samples/ask-sample.form';
import { ASK_REFUSALS, DRAW_REFUSALS } from '../../../pages/figure-samples/figure-samples.copy';
import { FiguresReader } from '../../../pages/live-figures/figures-reader';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { AskSampleBody } from './samples.dto';
import {
  SampleListView,
  sampleListView,
  SampleMadeView,
  SampleStatementView,
  SampleView,
  sampleView,
} from './samples.view';

/** Cases behind a figure: asked for by whoever pays, drawn and read by the auditor. */
@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures/samples')
export class FigureSamplesApiController {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly figures: FiguresReader,
    private readonly askSample: AskFigureSample,
    private readonly drawSample: DrawFigureSample,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('see-figure-samples')
  @Answers({
    id: 'listFigureSamples',
    summary: 'Samples of cases behind figures, and the figures that they can be drawn of',
    type: SampleListView,
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<SampleListView> {
    return sampleListView(await this.work.read(actor, figureSamples), this.readerOf(actor));
  }

  @ForAct('ask-figure-sample')
  @ActAnswers({
    id: 'askFigureSample',
    summary: 'Ask for cases behind a figure of the whole area to be looked at',
    description:
      'They are drawn by a seed of a head of the journal that is sealed after this: nobody can know it or choose it.',
    type: SampleMadeView,
    status: 201,
  })
  @Post()
  async ask(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { limb = '', size, ...body }: AskSampleBody,
  ): Promise<SampleMadeView> {
    const months = await this.figures.offeredMonths();
    const { limbs } = await this.figures.newest(actor);
    const raw = { ...body, limb, size: String(size) };
    const { input, errors } = sampleAsked(raw, { months, limbs: limbs.map((one) => one.limb) });
    if (input === null) throw invalidInput(errors);
    return { id: done(await this.askSample.execute(actor, input, repeatable), ASK_REFUSALS).id };
  }

  @ForAct('see-figure-samples')
  @Answers({
    id: 'readFigureSample',
    summary: 'One sample: how it was drawn and signed, and for the auditor its cases',
    type: SampleView,
  })
  @Get('/:id')
  async read(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<SampleView> {
    const { line, cases } = await this.standing(actor, id);
    return sampleView(line, cases?.cases ?? null, this.readerOf(actor));
  }

  @ForAct('draw-figure-sample')
  @ActAnswers({
    id: 'drawFigureSample',
    summary: 'Draw a sample that was asked for',
    description:
      'Refused until the journal has been sealed since it was asked for, which takes a second or two.',
    type: SampleMadeView,
  })
  @UseInterceptors(NoBody)
  @Post('/:id/draw')
  async draw(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<SampleMadeView> {
    const sample = { id: id as FigureSampleId };
    return { id: done(await this.drawSample.execute(actor, sample, repeatable), DRAW_REFUSALS).id };
  }

  @ForAct('draw-figure-sample')
  @Answers({
    id: 'readFigureSampleStatement',
    summary: 'What was signed of a sample, to check it without this service',
    type: SampleStatementView,
  })
  @Get('/:id/statement')
  async statement(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<SampleStatementView> {
    const { line, cases } = await this.standing(actor, id);
    if (line.draw === null || cases === null) throw notFound();
    const signed = sampleStatement(line.sample.id, line.draw.sha256);
    return { signed, signature: line.signature, statement: cases.statement };
  }

  private async standing(actor: StaffActor, id: string) {
    return this.work.read(actor, async (manager) => {
      const line = await figureSampleLine(manager, id as FigureSampleId);
      if (line === null) throw notFound();
      return { line, cases: await figureSampleCases(manager, id as FigureSampleId) };
    });
  }

  private readerOf(actor: StaffActor) {
    return { actor, rule: this.pack.disclosure };
  }
}
