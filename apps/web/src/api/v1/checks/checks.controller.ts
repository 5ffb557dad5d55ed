import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { DecideCheck, type CheckId, type Repeatable } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, waitingChecks, type OpenWorkCursor } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { refuse } from '../../../errors/refusal';
import { changedSince, IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import { CHECK_REFUSALS } from './check.copy';
import { DecideCheckBody } from './check.dto';
import { CheckDecidedView, CheckPageView, checkView } from './check.view';

const LIST = 'checks';

@ApiTags('checks')
@ApiBearerAuth('bearer')
@Controller('/api/v1/checks')
export class ChecksController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly decideCheck: DecideCheck,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('decide-check')
  @Answers({
    id: 'listChecks',
    summary: 'What waits for a second person',
    type: CheckPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<CheckPageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<OpenWorkCursor>(LIST, query.cursor);
    const checks = await this.unitOfWork.read(actor, (manager) => waitingChecks(manager, limit + 1, after));
    return pageOf(checks, {
      limit,
      item: (check) => checkView(check, actor),
      cursor: ({ askedAt, id }) => this.cursors.write<OpenWorkCursor>(LIST, { at: askedAt, id }),
    });
  }

  @ForAct('decide-check')
  @ActAnswers({
    id: 'decideCheck',
    summary: 'Confirm or decline what a colleague typed in',
    description: 'Whoever asked cannot decide.',
    type: CheckDecidedView,
    ifMatch: true,
  })
  @Post('/:id/decision')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { decision }: DecideCheckBody,
  ): Promise<CheckDecidedView> {
    const request = { checkId: id as CheckId, decision, revision };
    const outcome = resultOf(await this.decideCheck.execute(actor, request, repeatable));
    switch (outcome.kind) {
      case 'decided':
        return { checkId: id, caseId: outcome.caseId, decision };
      case 'not-found':
        throw notFound();
      case 'stale':
        throw changedSince(outcome.revision);
      case 'refused':
        return refuse(outcome, CHECK_REFUSALS);
    }
  }
}
