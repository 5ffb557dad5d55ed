import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenCase, TakeCase } from '#libs/casework';
import { districtsEver, type AreaPack } from '#libs/config';
import { localDate, mayDo, type CaseId, type StaffActor } from '#libs/domain';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { recheckPrompt } from '../tracks/recheck-prompt';
import { CaseReading } from './case-reading';
import { promptsOf } from './prompts.page';
import { casePage } from './case.page';
import { ChangedCase } from './changed-case';

@Controller('/cases/:id')
export class CasesController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly changed: ChangedCase,
    private readonly openCase: OpenCase,
    private readonly takeCase: TakeCase,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  /** The access row is committed before anything else is read: no row, no page (P8). */
  @ForAct('open-case')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.openCase.execute(actor, id);
    if (opened.kind === 'not-found') throw notFound();
    const parts = await this.cases.whole(actor, 'open-case', id);
    const { contact } = await this.cases.contact(actor, 'open-case', id);
    const like = await this.cases.like(actor, id);
    const recheck = await this.cases.recheck(actor, id);
    const prompts = promptsOf({
      caseId: id,
      band: parts.summary.intake.ageNow,
      bornOn: opened.identity?.bornOn ?? null,
      today: localDate(parts.now, parts.timezone),
      like,
    });
    const page = casePage({
      ...parts,
      contact,
      prompts: [...recheckPrompt(recheck, mayDo(actor, 'settle-recheck')), ...prompts],
      nameToAskFor: opened.identity?.nameToAskFor ?? null,
      notice: takeNotice(request),
      districts: districtsEver(this.pack.districts),
    });
    return this.pages.show(reply, 'pages/cases/case.njk', page);
  }

  @ForAct('take-case')
  @Post('/take')
  async take(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { revision, act } = readButton(request, this.serverKey);
    const outcome = resultOfForm(await this.takeCase.execute(actor, { caseId: id, revision }, act));
    switch (outcome.kind) {
      case 'taken':
        leaveNotice(request, {
          title: 'The case is yours.',
          lines: ['Alerts about it now come to you first.'],
        });
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        return this.changed.show(reply, { actor, act: 'take-case', id });
    }
  }
}
