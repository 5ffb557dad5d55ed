import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AssignCases } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { ASSIGN, decidedTitle, decisionLines, REFUSED } from './assign.copy';
import { readAssign, type AssignForm } from './assign.form';
import { assignPage } from './assign.page';
import { readView } from './board.controller';
import { NOBODY_TICKED } from './board.copy';
import { boardPageModel, hrefOf } from './board.page';
import { BoardReading } from './board-reading';
import { GivingReading } from './giving-reading';

@Controller('/board/assign')
export class AssignController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: BoardReading,
    private readonly giving: GivingReading,
    private readonly assignCases: AssignCases,
    private readonly serverKey: ServerKey,
  ) {}

  /** Nothing is changed yet: the ticked rows, and what assigning them does. */
  @ForAct('hand-over-cases')
  @Post()
  @HttpCode(200)
  check(
    @CurrentActor() actor: StaffActor,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readAssign(body);
    return form.ticked.length === 0 ? this.boardAgain(actor, form, reply) : this.show(actor, form, reply);
  }

  @ForAct('hand-over-cases')
  @Post('/confirm')
  async assign(
    @CurrentActor() actor: StaffActor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readAssign(body);
    const { to, ticked, raw, idempotencyKey } = form;
    if (to === null) return this.show(actor, form, reply, [{ field: 'to', message: ASSIGN.missing }]);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.assignCases.execute(actor, { cases: ticked, toUserId: to }, act));
    switch (outcome.kind) {
      case 'decided': {
        const { rows } = outcome;
        leaveNotice(request, { title: decidedTitle(rows), lines: decisionLines(rows) });
        return this.pages.redirect(reply, hrefOf(readView(raw.view)));
      }
      case 'not-found':
        throw notFound();
      case 'refused':
        return this.show(actor, form, reply, [{ field: 'to', message: REFUSED[outcome.reason] }]);
    }
  }

  private async show(
    actor: StaffActor,
    form: AssignForm,
    reply: FastifyReply,
    errors: readonly FieldError[] = [],
  ): Promise<FastifyReply> {
    const ids = form.ticked.map(({ caseId }) => caseId);
    const { cases, receivers, nameOf, time } = await this.giving.read(actor, { ids });
    if (cases.length < new Set(ids).size) throw notFound();
    const page = assignPage({ form, cases, receivers, nameOf, errors, time });
    return this.pages.show(reply, 'pages/board/assign.njk', page, errors.length > 0 ? 400 : 200);
  }

  private async boardAgain(actor: StaffActor, form: AssignForm, reply: FastifyReply): Promise<FastifyReply> {
    const view = readView(form.raw.view);
    const { board, now, timezone } = await this.reading.read(actor, { view, after: null });
    const errors = [{ field: 'cases', message: NOBODY_TICKED }];
    const { limbName } = this.reading;
    const page = boardPageModel({ ...board, actor, notice: null, errors }, { now, timezone, limbName });
    return this.pages.show(reply, 'pages/board/board.njk', page, 400);
  }
}
