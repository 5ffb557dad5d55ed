import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CloseCase } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ChangedCase } from '../cases/changed-case';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { END, END_REFUSALS } from './endings.copy';
import { blankEnd, readEnd } from './endings.forms';
import { endPage } from './endings.page';
import { EndingsReading } from './endings-reading';

const TEMPLATE = 'pages/endings/end.njk';

/** Ends a case, and says of one that has ended how it did. */
@Controller('/cases/:id/end')
export class EndController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: EndingsReading,
    private readonly changed: ChangedCase,
    private readonly closeCase: CloseCase,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('see-ending')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const shown = await this.reading.of(actor, id);
    const page = endPage({ ...shown, notice: takeNotice(request) }, { raw: blankEnd(), errors: [] });
    return this.pages.show(reply, TEMPLATE, page);
  }

  @ForAct('end-case')
  @Post()
  async end(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, errors: wrong, idempotencyKey, input } = readEnd(request.body);
    const again = async (errors: readonly FieldError[]) => {
      const shown = await this.reading.of(actor, id);
      const page = endPage({ ...shown, notice: null }, { raw, errors, idempotencyKey });
      return this.pages.show(reply, TEMPLATE, page, 400);
    };
    if (input === null) return again(wrong);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const asked = { ...input, caseId: id, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.closeCase.execute(actor, asked, act));
    switch (outcome.kind) {
      case 'ended':
        leaveNotice(request, END.saved);
        return this.pages.redirect(reply, `/cases/${id}/end`);
      case 'stale':
        return this.changed.show(reply, { actor, act: 'end-case', id });
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, END_REFUSALS));
    }
  }
}
