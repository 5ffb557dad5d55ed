import { Body, Controller, Get, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ChangeOverride, OpenOverride, type OverrideChange, type Repeatable } from '#libs/casework';
import type { OverrideId, StaffActor } from '#libs/domain';
import { openOverrides, PostgresUnitOfWork, type OverrideCursor } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { CHANGE_OVERRIDE_REFUSALS } from '../../../pages/consent/override.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { DecideOverrideBody, ReviewOverrideBody } from './override.dto';
import { OpenedOverrideView, OverrideChangedView, OverridePageView, overrideView } from './override.view';

const LIST = 'overrides';

@ApiTags('consent')
@ApiBearerAuth('bearer')
@Controller('/api/v1/overrides')
export class OverridesController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly openOverride: OpenOverride,
    private readonly changeOverride: ChangeOverride,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('decide-override')
  @Answers({
    id: 'listOverrides',
    summary: 'Sharing without consent that waits, stands or is due for review',
    type: OverridePageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<OverridePageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<OverrideCursor>(LIST, query.cursor);
    return this.unitOfWork.read(actor, async (manager, now) =>
      pageOf(await openOverrides(manager, { limit: limit + 1, after }), {
        limit,
        item: (override) => overrideView(override, { actor, now }),
        cursor: ({ reviewDueAt, id }) => this.cursors.write<OverrideCursor>(LIST, { reviewDueAt, id }),
      }),
    );
  }

  @ForAct('see-consent')
  @Answers({
    id: 'openOverride',
    summary: 'One override, with why it is needed',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedOverrideView,
    etag: true,
  })
  @Get('/:id')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedOverrideView> {
    const opened = await this.openOverride.execute(actor, id as OverrideId);
    if (opened.kind === 'not-found') throw notFound();
    const now = await this.unitOfWork.read(actor, (_, at) => Promise.resolve(at));
    const view = { ...overrideView(opened.override, { actor, now }), necessity: opened.necessity };
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('decide-override')
  @ActAnswers({
    id: 'decideOverride',
    summary: 'Let sharing without consent stand, or not',
    description: 'Never the person who asked for it.',
    type: OverrideChangedView,
    ifMatch: true,
  })
  @Post('/:id/decision')
  decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { decision }: DecideOverrideBody,
  ): Promise<OverrideChangedView> {
    return this.change(actor, { id, revision, change: { kind: decision } }, repeatable);
  }

  @ForAct('decide-override')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'endOverride',
    summary: 'End sharing without consent before its time',
    type: OverrideChangedView,
    ifMatch: true,
  })
  @Post('/:id/end')
  end(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<OverrideChangedView> {
    return this.change(actor, { id, revision, change: { kind: 'end' } }, repeatable);
  }

  @ForAct('decide-override')
  @ActAnswers({
    id: 'reviewOverride',
    summary: 'Review sharing without consent',
    description: 'Never the person who asked for it.',
    type: OverrideChangedView,
    ifMatch: true,
  })
  @Post('/:id/review')
  review(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { finding, personTold }: ReviewOverrideBody,
  ): Promise<OverrideChangedView> {
    return this.change(actor, { id, revision, change: { kind: 'review', finding, personTold } }, repeatable);
  }

  private async change(
    actor: StaffActor,
    { id, ...change }: Omit<OverrideChange, 'overrideId'> & { readonly id: string },
    repeatable: Repeatable,
  ): Promise<OverrideChangedView> {
    const once = await this.changeOverride.execute(
      actor,
      { ...change, overrideId: id as OverrideId },
      repeatable,
    );
    const { overrideId, caseId } = done(once, CHANGE_OVERRIDE_REFUSALS);
    return { overrideId, caseId };
  }
}
