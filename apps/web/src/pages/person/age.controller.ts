import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeAge, OpenCase } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { AGE_REFUSALS, CORRECT_AGE } from './age.copy';
import { BLANK_AGE, readAge, type AgeRaw } from './age.form';
import { agePage } from './age.page';

const TEMPLATE = 'pages/person/age.njk';

interface Drawn {
  readonly raw: AgeRaw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

@Controller('/cases/:id/person/age')
export class AgeController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly openCase: OpenCase,
    private readonly changed: ChangedCase,
    private readonly changeAge: ChangeAge,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('correct-age')
  @Get()
  form(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.show(reply, { actor, id }, { raw: BLANK_AGE, errors: [] });
  }

  @ForAct('correct-age')
  @Post()
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readAge(request.body);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.show(reply, { actor, id }, { raw, errors, idempotencyKey });
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.changeAge.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'corrected': {
        const line = outcome.younger ? CORRECT_AGE.younger : CORRECT_AGE.older;
        leaveNotice(request, { title: CORRECT_AGE.saved, lines: [line] });
        return this.pages.redirect(reply, `/cases/${id}/person`);
      }
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'correct-age', id });
      case 'refused':
        return again(refusalErrors(outcome, AGE_REFUSALS, 'age'));
    }
  }

  /** What stands on record is read from the identity, so the access row is committed first (P8). */
  private async show(
    reply: FastifyReply,
    { actor, id }: { actor: StaffActor; id: CaseId },
    drawn: Drawn,
  ): Promise<FastifyReply> {
    const opened = await this.openCase.execute(actor, id);
    if (opened.kind === 'not-found') throw notFound();
    const parts = await this.cases.summary(actor, 'correct-age', id);
    const bornOn = opened.identity?.bornOn ?? null;
    const page = agePage({ ...parts, bornOn }, drawn);
    return this.pages.show(reply, TEMPLATE, page, drawn.errors.length === 0 ? 200 : 400);
  }
}
