import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeSafeguarding } from '#libs/casework';
import type { SafeguardingTaskId, StaffActor } from '#libs/domain';
import { notFound, Problem } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { readButton } from '../form-acts/button-form';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { CHANGE_REFUSALS, CHANGED, END } from './safeguarding.copy';
import { taskPage } from './safeguarding.page';
import { TaskReading } from './task-reading';

@Controller('/safeguarding/:id')
export class SafeguardingTaskController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: TaskReading,
    private readonly changeSafeguarding: ChangeSafeguarding,
    private readonly serverKey: ServerKey,
  ) {}

  /** The access row is committed before the name is opened (P8). */
  @ForAct('see-safeguarding')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SafeguardingTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { read, ...around } = await this.reading.whole(actor, id);
    const page = taskPage(read, { ...around, notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/safeguarding/task.njk', page);
  }

  /** One button: the body that was told has said that it has it. */
  @ForAct('tell-safeguarding')
  @Post('/answer')
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: SafeguardingTaskId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { revision, act } = readButton(request, this.serverKey);
    const input = { taskId: id, revision, change: { kind: 'acknowledge' } } as const;
    const outcome = resultOfForm(await this.changeSafeguarding.execute(actor, input, act));
    switch (outcome.kind) {
      case 'changed':
        leaveNotice(request, { title: END.answeredSaved, lines: [] });
        return this.pages.redirect(reply, '/safeguarding');
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: CHANGED });
      case 'refused':
        return refuse(outcome, CHANGE_REFUSALS);
    }
  }
}
