import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  AskConflictAgain,
  DecideConflict,
  ListConflicts,
  OpenConflict,
  type Repeatable,
} from '#libs/casework';
import type { ConflictId, Instant, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { ASK_AGAIN_REFUSALS, DECIDE_REFUSALS } from '../../../pages/suspects/suspects.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import {
  ConflictAskedView,
  ConflictDecidedView,
  ConflictsView,
  conflictView,
  OpenedConflictView,
  openedConflictView,
} from './conflict.view';
import { AskConflictAgainBody, DecideConflictBody } from './suspect.dto';

const REFUSALS = inBody(DECIDE_REFUSALS, { decision: 'decision' });

@ApiTags('suspects')
@ApiBearerAuth('bearer')
@Controller('/api/v1/conflicts')
export class ConflictsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly listConflicts: ListConflicts,
    private readonly openConflict: OpenConflict,
    private readonly decideConflict: DecideConflict,
    private readonly askConflictAgain: AskConflictAgain,
  ) {}

  @ForAct('decide-conflict')
  @Answers({
    id: 'listConflicts',
    summary: 'Suspects who may be people the service supports',
    description: 'For duty leads alone. Nothing of either case has changed.',
    type: ConflictsView,
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<ConflictsView> {
    const waiting = await this.listConflicts.execute(actor);
    const decided = await this.listConflicts.execute(actor, 'decided');
    const now = await this.now(actor);
    return { items: [...waiting, ...decided].map((shown) => conflictView(shown, now)) };
  }

  @ForAct('decide-conflict')
  @Answers({
    id: 'readConflict',
    summary: 'One conflict, with who was recorded as the suspect',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedConflictView,
    etag: true,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedConflictView> {
    const opened = await this.openConflict.execute(actor, id as ConflictId);
    if (opened.kind === 'not-found') throw notFound();
    const view = openedConflictView(opened, await this.now(actor));
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('decide-conflict')
  @ActAnswers({
    id: 'decideConflict',
    summary: 'Decide on a conflict',
    description: 'To separate sets a wall both ways; neither side is told that the other is known.',
    type: ConflictDecidedView,
    ifMatch: true,
  })
  @Post('/:id/decision')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { decision }: DecideConflictBody,
  ): Promise<ConflictDecidedView> {
    const input = { id: id as ConflictId, decision, revision };
    done(await this.decideConflict.execute(actor, input, repeatable), REFUSALS);
    return { id, decision };
  }

  @ForAct('decide-conflict')
  @ActAnswers({
    id: 'askConflictAgain',
    summary: 'Ask a decided conflict again',
    description: 'What was decided stands until another lead gives another answer.',
    type: ConflictAskedView,
    ifMatch: true,
  })
  @Post('/:id/ask-again')
  async again(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { reason }: AskConflictAgainBody,
  ): Promise<ConflictAskedView> {
    const input = { id: id as ConflictId, because: reason, revision };
    done(await this.askConflictAgain.execute(actor, input, repeatable), ASK_AGAIN_REFUSALS);
    return { id, reason };
  }

  private now(actor: StaffActor): Promise<Instant> {
    return this.unitOfWork.read(actor, (_, at) => Promise.resolve(at));
  }
}
