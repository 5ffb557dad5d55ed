import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CorrectDeath, RecordDeath } from '#libs/casework';
import { mayDo, type CaseId, type StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { CORRECT_REFUSALS, DEATH, DEATH_REFUSALS } from './endings.copy';
import { blankDeath, readCorrection, readDeath } from './endings.forms';
import { deathPage } from './endings.page';
import { EndingsReading } from './endings-reading';

const TEMPLATE = 'pages/endings/death.njk';

/** Records that somebody has died, and takes back what was recorded by mistake. */
@Controller('/cases/:id/death')
export class DeathController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: EndingsReading,
    private readonly changed: ChangedCase,
    private readonly recordDeath: RecordDeath,
    private readonly correctDeath: CorrectDeath,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('record-death')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const shown = await this.reading.of(actor, id);
    const page = deathPage({ ...shown, notice: takeNotice(request) }, { raw: blankDeath(), errors: [] });
    return this.pages.show(reply, TEMPLATE, page);
  }

  /** Whoever records it may not open the record any more, unless they lead: they go back to the board. */
  @ForAct('record-death')
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, errors: wrong, idempotencyKey, input } = readDeath(request.body);
    const again = async (errors: readonly FieldError[]) => {
      const shown = await this.reading.of(actor, id);
      const page = deathPage({ ...shown, notice: null }, { raw, errors, idempotencyKey });
      return this.pages.show(reply, TEMPLATE, page, 400);
    };
    if (input === null) return again(wrong);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const asked = { ...input, caseId: id, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.recordDeath.execute(actor, asked, act));
    switch (outcome.kind) {
      case 'recorded':
        leaveNotice(request, DEATH.saved);
        return this.pages.redirect(reply, mayDo(actor, 'correct-death') ? `/cases/${id}/death` : '/board');
      case 'stale':
        return this.changed.show(reply, { actor, act: 'record-death', id });
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, DEATH_REFUSALS));
    }
  }

  @ForAct('correct-death')
  @Post('/correct')
  async correct(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, errors, idempotencyKey, because } = readCorrection(request.body);
    if (because === undefined) {
      const shown = await this.reading.of(actor, id);
      const form = { raw: blankDeath(), errors, idempotencyKey, because: raw.because };
      return this.pages.show(reply, TEMPLATE, deathPage({ ...shown, notice: null }, form), 400);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.correctDeath.execute(actor, { caseId: id, because }, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return refuse(outcome, CORRECT_REFUSALS);
    leaveNotice(request, DEATH.corrected);
    return this.pages.redirect(reply, `/cases/${id}`);
  }
}
