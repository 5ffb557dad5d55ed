import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenFigureCases } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { FiguresReader } from '../live-figures/figures-reader';
import { leaveNotice } from '../notices/notice';
import { OPEN_REFUSALS, SAMPLE } from './figure-samples.copy';
import { samplePath } from './figure-samples.page';
import { hasFigure } from './has-figure';
import { readOpenCases, sampledFigureOf } from './open-cases.form';
import { openCasesPage } from './open-cases.page';

/** The cases behind one number, for an auditor, for a purpose. */
@Controller('/figures/cases')
export class OpenCasesController {
  constructor(
    private readonly pages: Pages,
    private readonly figures: FiguresReader,
    private readonly openCases: OpenFigureCases,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('draw-figure-sample')
  @Get()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Query() given: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const figure = sampledFigureOf(given, { months: await this.figures.months() });
    if (figure === null) throw notFound();
    const reading = await this.figures.namesFor(actor, figure.value);
    const page = openCasesPage({
      figure,
      reading,
      raw: { part: preselected(given['part']), purpose: '' },
      errors: [],
    });
    return this.pages.show(reply, 'pages/figure-samples/open-cases.njk', page);
  }

  @ForAct('draw-figure-sample')
  @Post()
  @HttpCode(303)
  async open(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readOpenCases(request.body, { months: await this.figures.months() });
    const { raw, idempotencyKey, figure } = form;
    if (figure === null) throw notFound();
    if (form.kind === 'invalid') {
      const reading = await this.figures.namesFor(actor, figure.value);
      const page = openCasesPage({ figure, reading, raw, errors: form.errors, idempotencyKey });
      return this.pages.show(reply, 'pages/figure-samples/open-cases.njk', page, 400);
    }
    if (!(await hasFigure(this.figures, actor, figure))) throw notFound();
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.openCases.execute(actor, form.input, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return refuse(outcome, OPEN_REFUSALS);
    leaveNotice(request, SAMPLE.opened);
    return this.pages.redirect(reply, samplePath(outcome.id));
  }
}

/** The part that the figure itself is of; whatever is no part selects none. */
function preselected(part: unknown): string {
  return typeof part === 'string' ? part : '';
}
