import { Body, Controller, Get, Param, Post, Res, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LiftWall, SetWall, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor, WallId } from '#libs/domain';
import { wallChoices, wallsOfPerson, type CaseSummary } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { notFound } from '../../../errors/problem';
import { REFUSALS as WORDS } from '../../../pages/walls/walls.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { wallTarget } from './wall-target';
import { SetWallBody } from './wall.dto';
import { WallLiftedView, WallSetView, WallsView, wallsView } from './wall.view';

const REFUSALS = inBody(WORDS, { who: 'before' });

@ApiTags('walls')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/walls')
export class WallsController {
  constructor(
    private readonly cases: CaseReader,
    private readonly setWall: SetWall,
    private readonly liftWall: LiftWall,
  ) {}

  @ForAct('set-wall')
  @Answers({
    id: 'listWalls',
    summary: 'Who must not see a case, and whom a wall may name',
    type: WallsView,
    etag: true,
  })
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WallsView> {
    const view = await this.cases.with(actor, id, async (manager, summary) => {
      const choices = await choicesOf(manager, summary);
      return wallsView(summary, { choices, walls: await wallsOfPerson(manager, choices.personId) });
    });
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('set-wall')
  @ActAnswers({
    id: 'setWall',
    summary: 'Set a wall around everything about the person of a case',
    description:
      'From then on it is not there for whoever the wall names. If-Match is the etag of the case. When its owner is behind the wall, the case becomes yours.',
    type: WallSetView,
    status: 201,
    ifMatch: true,
  })
  @Post()
  async set(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: SetWallBody,
  ): Promise<WallSetView> {
    const choices = await this.cases.with(actor, id, choicesOf);
    const target = wallTarget(body, choices);
    const input = { ...target, basis: body.basis, caseId: id as CaseId, revision };
    const { caseId, stillYours } = done(await this.setWall.execute(actor, input, repeatable), REFUSALS);
    return { caseId, stillYours };
  }

  @ForAct('set-wall')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'liftWall',
    summary: 'Take a wall down',
    description: 'If-Match is the etag of the wall.',
    type: WallLiftedView,
    ifMatch: true,
  })
  @Post('/:wallId/lift')
  async lift(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('wallId', SafeIdPipe) wallId: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<WallLiftedView> {
    const input = { caseId: id as CaseId, wallId: wallId as WallId, revision };
    done(await this.liftWall.execute(actor, input, repeatable), REFUSALS);
    return { id: wallId, caseId: id };
  }
}

async function choicesOf(manager: EntityManager, { caseId }: CaseSummary) {
  const choices = await wallChoices(manager, caseId);
  if (choices === null) throw notFound();
  return choices;
}
