import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecideErasure, ProposeErasure, type ErasureDecision, type Repeatable } from '#libs/casework';
import type { ErasureId, StaffActor } from '#libs/domain';
import { erasureById, erasures, PostgresUnitOfWork } from '#libs/persistence';
import { invalidInput, notFound } from '../../../errors/problem';
import { DECIDE_REFUSALS, LIST as WORDS, PROPOSE_REFUSALS } from '../../../pages/erasure/erasure.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { requireFreshToken } from '../../../sign-in/fresh-factor';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { isLive, RegisterQuery } from '../paging/register.query.dto';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import { DecideErasureBody, ProposeErasureBody } from './erasure.dto';
import { ErasurePageView, ErasureProposedView, ErasureView, erasureView } from './erasure.view';

@ApiTags('erasure')
@ApiBearerAuth('bearer')
@Controller('/api/v1/erasures')
export class ErasuresController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly proposeErasure: ProposeErasure,
    private readonly decideErasure: DecideErasure,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-retention')
  @Answers({
    id: 'listErasures',
    summary: 'The ledger of erasures: suggested, waiting for a second person, done or declined',
    type: ErasurePageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Query() query: RegisterQuery): Promise<ErasurePageView> {
    const [limit, live] = [limitOf(query), isLive(query)];
    const list = `erasures ${live ? 'live' : 'ended'}`;
    const after = this.cursors.read<{ id: ErasureId }>(list, query.cursor)?.id ?? null;
    const found = await this.unitOfWork.read(actor, (manager) =>
      erasures(manager, { live, after, limit: limit + 1 }),
    );
    return pageOf(found, {
      limit,
      item: (erasure) => erasureView(erasure, actor),
      cursor: ({ id }) => this.cursors.write(list, { id }),
    });
  }

  @ForAct('propose-erasure')
  @ActAnswers({
    id: 'proposeErasure',
    summary: 'Put the erasure of one person’s record before a second person',
    description: 'Because the person asked for it. Nothing is erased yet.',
    type: ErasureProposedView,
    status: 201,
  })
  @Post()
  async propose(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { reference }: ProposeErasureBody,
  ): Promise<ErasureProposedView> {
    const input = { reference: reference.trim().toUpperCase() };
    const once = await this.proposeErasure.execute(actor, input, repeatable);
    if (resultOf(once).kind === 'not-found')
      throw invalidInput([{ field: 'reference', message: WORDS.notThere }]);
    return { id: done(once, PROPOSE_REFUSALS).erasureId };
  }

  @ForAct('see-retention')
  @Answers({ id: 'readErasure', summary: 'One erasure', type: ErasureView, etag: true })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureView> {
    const view = await this.standing(actor, id);
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('decide-erasure')
  @ActAnswers({
    id: 'decideErasure',
    summary: 'Take up a suggestion, erase for good, keep it, or take a proposal back',
    description:
      'Nobody approves what they proposed themselves. To approve needs a token of a sign-in of the last 5 minutes: 401 otherwise, with max_age in WWW-Authenticate.',
    type: ErasureView,
    ifMatch: true,
  })
  @Post('/:id/decision')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: DecideErasureBody,
    @Req() request: FastifyRequest,
  ): Promise<ErasureView> {
    const decision = decisionIn(body);
    if (decision.kind === 'approve') requireFreshToken(request);
    const input = { erasureId: id as ErasureId, decision, revision };
    done(await this.decideErasure.execute(actor, input, repeatable), DECIDE_REFUSALS);
    return this.standing(actor, id);
  }

  private async standing(actor: StaffActor, id: string): Promise<ErasureView> {
    const erasure = await this.unitOfWork.read(actor, (manager) => erasureById(manager, id as ErasureId));
    if (erasure === null) throw notFound();
    return erasureView(erasure, actor);
  }
}

function decisionIn({ decision, reason }: DecideErasureBody): ErasureDecision['decision'] {
  if (decision !== 'decline') return { kind: decision };
  if (reason === undefined)
    throw invalidInput([{ field: 'reason', message: 'reason must say why the record is kept' }]);
  return { kind: decision, reason };
}
