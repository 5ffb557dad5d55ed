import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LiftWall, SetWall } from '#libs/casework';
import type { CaseId, StaffActor, WallId } from '#libs/domain';
import { PostgresUnitOfWork, wallChoices, wallsOfPerson } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, refusalErrors } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { BLANK_WALL, readWall } from './wall.form';
import { REFUSALS, WALLS } from './walls.copy';
import { wallsPage, type WallsParts } from './walls.page';

const TEMPLATE = 'pages/walls/walls.njk';

@Controller('/cases/:id/walls')
export class WallsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly changed: ChangedCase,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly setWall: SetWall,
    private readonly liftWall: LiftWall,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('set-wall')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.read(actor, id);
    const page = wallsPage(parts, { raw: BLANK_WALL, errors: [], notice: takeNotice(request) });
    return this.pages.show(reply, TEMPLATE, page);
  }

  @ForAct('set-wall')
  @Post()
  async set(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.read(actor, id);
    const form = readWall(request.body, parts.choices);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, wallsPage(parts, { raw, errors, idempotencyKey, notice: null }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.setWall.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'set':
        leaveNotice(request, {
          title: WALLS.saved,
          lines: [outcome.stillYours ? WALLS.savedNext : WALLS.savedFromYou],
        });
        return this.pages.redirect(reply, outcome.stillYours ? `/cases/${id}/walls` : '/board');
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'set-wall', id });
      case 'refused':
        if (outcome.reason === 'case-closed') return refuse(outcome, REFUSALS);
        return again(refusalErrors(outcome, REFUSALS, 'who'));
    }
  }

  @ForAct('set-wall')
  @Post('/:wallId/lift')
  async lift(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('wallId', SafeIdPipe) wallId: WallId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: ['revision'] });
    const input = { caseId: id, wallId, revision: readRevision(raw.revision) };
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const outcome = resultOfForm(await this.liftWall.execute(actor, input, act));
    switch (outcome.kind) {
      case 'lifted':
        leaveNotice(request, { title: WALLS.lifted, lines: [WALLS.liftedNext] });
        return this.pages.redirect(reply, `/cases/${id}/walls`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'set-wall', id });
      case 'refused':
        return refuse(outcome, REFUSALS);
    }
  }

  private async read(actor: StaffActor, id: CaseId): Promise<WallsParts> {
    const { summary, now, timezone } = await this.cases.summary(actor, 'set-wall', id);
    const found = await this.work.read(actor, async (manager) => {
      const choices = await wallChoices(manager, id);
      return choices === null ? null : { choices, walls: await wallsOfPerson(manager, choices.personId) };
    });
    if (found === null) throw notFound();
    const people = [...found.choices.colleagues, ...found.walls.map(({ setBy }) => setBy)];
    return { ...found, summary, now, timezone, nameOf: await this.colleagues.names(people, actor.userId) };
  }
}
